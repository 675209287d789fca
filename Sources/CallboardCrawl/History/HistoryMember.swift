/// Which files of a repository a walk over its history looks for.
package struct HistoryMember: Sendable {
  package let snapshot: RepositorySnapshot
  /// Patterns of paths from the snapshot's root.
  package let patterns: [Glob]
  /// Further files by their paths, whether or not they still exist.
  package let paths: Set<String>

  package init(snapshot: RepositorySnapshot, patterns: [Glob], paths: Set<String> = []) {
    self.snapshot = snapshot
    self.patterns = patterns
    self.paths = paths
  }

  /// Whether the walk looks for a file, by its path from the snapshot's root.
  func wants(_ path: String) -> Bool {
    paths.contains(path) || patterns.contains { $0.matches(path) }
  }
}

/// How far a walk goes back.
package struct HistoryLimits: Hashable, Sendable {
  /// At most so many commits that changed a wanted file.
  package var commits: Int
  /// Counted back from the newest of these commits; nil for any age.
  package var days: Int?
  /// At most so many changes of files in all commits together.
  package var changes = 100_000

  package init(commits: Int, days: Int? = nil) {
    self.commits = commits
    self.days = days
  }
}

/// One commit with what it did to the wanted files.
package struct FileCommit: Hashable, Sendable {
  /// One file before and after.
  package struct Change: Hashable, Sendable {
    /// The index of the member among those of the group.
    package var member: Int
    /// From the root of the member's snapshot.
    package var path: String
    /// git's id of the contents before; nil when the commit added the file.
    package var before: String?
    /// git's id of the contents after; nil when the commit removed the file.
    package var after: String?
  }

  /// The full id.
  package var id: String
  /// The committer's time, in seconds since 1970; may be negative or far in the future.
  package var seconds: Int64
  /// The first line of the message, as its author wrote it.
  package var subject: String
  /// In the order of git: by path.
  package var changes: [Change]
}
