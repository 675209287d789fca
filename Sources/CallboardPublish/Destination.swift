package import CallboardBuild

/// Where a site is published, as an operator names it.
package enum Destination: Equatable, Sendable {
  /// A folder that a server reads, absolute or relative to the current folder.
  case folder(String)
  /// A branch of a git repository: the name of a remote of the repository that `site.yaml` stands in,
  /// or a URL.
  case git(remote: String, branch: String)
  /// A remote of rclone with a path, such as `s3:bucket/portal`.
  case rclone(String)

  /// Where sites of forges are read from, unless the operator says otherwise.
  private static let usualBranch = "gh-pages"

  /// The same destination, for one that was written in a file of this folder.
  func relative(to folder: String) -> Destination {
    guard case .folder(let path) = self else { return self }
    return .folder(RelativeFolder.path(path, from: folder))
  }

  /// Reads `git:REMOTE#BRANCH`, `rclone:REMOTE:PATH` or the path of a folder.
  ///
  /// - Throws: ``BuildFailure`` for a text that is meant as something else, such as `s3://bucket`.
  package init(_ text: String) throws(BuildFailure) {
    if text.hasPrefix("git:") {
      let rest = text.dropFirst("git:".count)
      let hash = rest.lastIndex(of: "#")
      let remote = String(hash.map { rest[..<$0] } ?? rest)
      let branch = String(hash.map { rest[rest.index(after: $0)...] } ?? Self.usualBranch[...])
      guard !remote.hasPrefix("-"), Self.isBranch(branch) else { throw Self.failure(text) }
      self = .git(remote: remote.isEmpty ? "origin" : remote, branch: branch)
    } else if text.hasPrefix("rclone:") {
      let remote = String(text.dropFirst("rclone:".count))
      // Without a colon rclone would take it for a local path.
      guard remote.dropFirst().contains(":"), !remote.hasPrefix("-") else {
        throw Self.failure(text)
      }
      self = .rclone(remote)
    } else {
      guard !text.isEmpty, !text.contains("://"), !text.hasPrefix("-") else {
        throw Self.failure(text)
      }
      self = .folder(text)
    }
  }

  /// Whether git takes a text for the name of a branch, in the letters that people use for one; see
  /// git-check-ref-format(1).
  private static func isBranch(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-_./".utf8.contains(byte)
    }
    return isPlain && !text.isEmpty && !text.hasPrefix("-") && !text.contains("..")
      && !text.contains("//") && !text.hasPrefix("/") && !text.hasSuffix("/")
      && !text.hasSuffix(".lock") && !text.hasPrefix(".") && !text.hasSuffix(".")
  }

  private static func failure(_ text: String) -> BuildFailure {
    BuildFailure(
      "'\(text)' is no destination",
      help: [
        "Name a folder, 'git:origin#gh-pages', or 'rclone:REMOTE:PATH' with a remote of rclone."
      ]
    )
  }
}
