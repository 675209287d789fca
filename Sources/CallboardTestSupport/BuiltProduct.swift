import Foundation

/// The `callboard` binary that was built beside the tests.
package enum BuiltProduct {
  /// Beside the test runner's own file.
  package static var callboard: String {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "callboard").path
  }

  /// What a finished command left.
  package struct Outcome: Sendable {
    package var exitCode: Int32
    package var output: String
    package var errors: String
  }

  /// Runs the binary to its end.
  ///
  /// - Parameters:
  ///   - folder: The current folder of the command.
  ///   - environment: Set on top of the test's own.
  package static func run(
    _ arguments: [String],
    in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: callboard)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      .merging(environment) { $1 }
    // Files rather than pipes: no reader has to keep up with the command.
    let logs = try TemporaryFolder()
    try logs.write(["output": "", "errors": ""])
    process.standardOutput = try FileHandle(forWritingTo: logs.url.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: logs.url.appending(path: "errors"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus,
      output: try logs.text(of: "output"),
      errors: try logs.text(of: "errors")
    )
  }
}
