/// When the files of a repository were last changed, and by which commits.
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

  /// Newest first.
  private var commits: [Commit] = []
  private var commitByPath: [String: Int32] = [:]

  /// No dates at all, as for a folder without git.
  package init() {}

  /// The last commit that changed a file; nil if unknown.
  package func lastChange(of path: String) -> Commit? {
    commitByPath[path].map { commits[Int($0)] }
  }

  package var isEmpty: Bool { commitByPath.isEmpty }

  /// Starts with the next older commit.
  mutating func append(_ commit: Commit) {
    commits.append(commit)
  }

  /// Notes that the commit appended last changed a file; only the first note about a file counts.
  mutating func note(_ path: String) {
    guard !commits.isEmpty, commitByPath[path] == nil else { return }
    commitByPath[path] = Int32(truncatingIfNeeded: commits.count - 1)
  }
}
