/// When the files of a repository were last changed, and by whom.
package struct RepositoryHistory: Sendable {
  /// As much of a commit as the dates of files need.
  package struct Commit: Hashable, Sendable {
    /// The full id.
    package let id: String
    /// The committer's time, in seconds since 1970; may be negative or far in the future.
    package let seconds: Int64

    package init(id: String, seconds: Int64) {
      self.id = id
      self.seconds = seconds
    }
  }

  /// An author of a file, by the name that `.mailmap` gives. Addresses are never read.
  package struct Contributor: Hashable, Sendable {
    package let name: String
    /// How many commits of this author changed the file.
    package let commits: Int

    package init(name: String, commits: Int) {
      self.name = name
      self.commits = commits
    }
  }

  private var lastChanges: [String: Commit] = [:]
  /// By path and name.
  private var commitCounts: [String: [String: Int]] = [:]

  /// No dates at all, as for a folder without git.
  package init() {}

  /// The last commit that changed a file; nil if unknown.
  package func lastChange(of path: String) -> Commit? {
    lastChanges[path]
  }

  /// Who changed a file: those with the most commits first, and by name where they have as many.
  package func contributors(to path: String) -> [Contributor] {
    (commitCounts[path] ?? [:]).map { Contributor(name: $0.key, commits: $0.value) }
      .sorted { ($1.commits, $0.name) < ($0.commits, $1.name) }
  }

  package var isEmpty: Bool { lastChanges.isEmpty }

  /// Notes that a commit changed a file. Commits come newest first, so the first note about a file dates it.
  ///
  /// - Parameter author: nil for one that is not named.
  /// - Returns: Whether the file had no date before.
  mutating func note(_ path: String, _ commit: Commit, author: String?) -> Bool {
    if let author { commitCounts[path, default: [:]][author, default: 0] += 1 }
    guard lastChanges[path] == nil else { return false }
    lastChanges[path] = commit
    return true
  }
}
