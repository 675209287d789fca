import CallboardTestSupport
import Foundation
import Testing

extension TemporaryFolder {
  /// Makes a working copy of a folder, on the branch `main`, with a remote that is never asked.
  func makeClone(_ repository: String, of url: String) throws {
    for arguments in [
      ["init", "--quiet", "--initial-branch=main"], ["add", "--all"],
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=x"],
      ["remote", "add", "origin", url],
    ] {
      let git = Process()
      git.executableURL = URL(filePath: "/usr/bin/env")
      git.arguments = ["git", "-C", "\(path)/\(repository)"] + arguments
      try git.run()
      git.waitUntilExit()
      #expect(git.terminationStatus == 0)
    }
  }
}
