import Foundation

/// The `callboard` binary that was built beside the tests.
package enum BuiltProduct {
  /// Beside the test runner's own file.
  package static var callboard: String {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "callboard").path
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
  ) throws -> Command.Outcome {
    try Command.run(
      callboard,
      arguments,
      in: folder,
      environment: ["SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
    )
  }
}
