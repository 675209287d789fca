import Foundation

/// A repository of git in a test's folder, with a fixed author and clock.
package struct GitRepository: Sendable {
  private let folder: TemporaryFolder
  private let path: String

  /// Makes a repository with the branch `main`.
  ///
  /// - Parameter path: Of the repository in the folder; empty for the folder itself.
  package init(_ path: String, in folder: TemporaryFolder) throws {
    self.folder = folder
    self.path = path
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: path),
      withIntermediateDirectories: true
    )
    try git("init", "--quiet", "--initial-branch=main")
  }

  /// Commits all changes.
  ///
  /// - Parameters:
  ///   - message: The first line of the message.
  ///   - date: In seconds since 1970.
  /// - Returns: The commit's id.
  @discardableResult
  package func commit(_ message: String, date: Int) throws -> String {
    try git("add", "--all")
    try git(
      "commit",
      "--quiet",
      "--allow-empty",
      "--allow-empty-message",
      "--message",
      message,
      date: date
    )
    return try git("rev-parse", "HEAD")
  }

  /// Runs git and returns its output without the space around it.
  @discardableResult
  package func git(_ arguments: String..., date: Int = 1_700_000_000) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder.url.appending(path: path).path] + arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
      "GIT_AUTHOR_DATE": "\(date) +0000", "GIT_COMMITTER_DATE": "\(date) +0000",
      "GIT_ALLOW_PROTOCOL": "file",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw GitFailure(arguments: arguments) }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// A call of git that failed in a test.
package struct GitFailure: Error {
  /// What git was called with.
  package var arguments: [String]
}
