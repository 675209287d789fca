import Foundation

/// A program that runs beside a test, and is ended when the test lets go of it, or dies itself.
package final class BackgroundProgram {
  private let process = Process()
  private let log: TemporaryFolder
  private let input = Pipe()

  /// Becomes the program, and leaves a watcher that kills it when a line or the end of the input
  /// comes. While that one lives, `Process` does not take a program for ended that closes
  /// descriptors it knows nothing of, as sshd does.
  private static let start =
    #"exec 3<&0; { read -r _ <&3; kill -9 $$; } & exec "$0" "$@" </dev/null 3<&-"#

  /// Nothing that was waited for came within the time that a slow machine needs.
  private struct NothingCame: Error, CustomStringConvertible {
    /// The whole log.
    var description: String
  }

  /// Starts a program that writes all it says to one log.
  ///
  /// - Parameter program: Its path.
  package init(_ program: String, _ arguments: [String]) throws {
    log = try TemporaryFolder()
    try log.write("", to: "log")
    let file = try FileHandle(forWritingTo: log.url.appending(path: "log"))
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", Self.start, program] + arguments
    process.standardOutput = file
    process.standardError = file
    process.standardInput = input
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
    process.waitUntilExit()
  }

  /// The whole lines of the log; the last may still be unwritten.
  package func lines() throws -> [String] {
    try log.text(of: "log").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .dropLast().map(String.init)
  }

  /// Waits up to two minutes, which a browser may need on a busy machine, for a line of the log in which `find`
  /// finds something.
  package func waitForLine<Found>(_ find: (String) throws -> Found?) throws -> Found {
    for _ in 0..<2400 {
      if let found = try lines().lazy.compactMap({ try find($0) }).first { return found }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw NothingCame(description: try log.text(of: "log"))
  }
}
