import Foundation

/// Runs programs to their end.
package enum Command {
  /// What a finished program left.
  package struct Outcome: Sendable {
    package var exitCode: Int32
    package var output: String
    package var errors: String
  }

  /// The first of several programs that is installed; nil when there is none.
  ///
  /// - Parameter names: Looked for where systems keep programs, those of administrators included.
  package static func path(of names: String...) -> String? {
    ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"]
      .flatMap { folder in names.map { "\(folder)/\($0)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program to its end, without anything to read.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - folder: The current folder of the program.
  ///   - environment: Set on top of the test's own.
  package static func run(
    _ program: String,
    _ arguments: [String],
    in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: no reader has to keep up with the program.
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
