/// The place of one crawled file: a repository's name and a path inside it.
///
/// Two repositories may hold files of the same path, so neither part alone names a file.
package struct SourcePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The repository's name, unique within a site. Empty for the operator's own files, such
  /// as `site.yaml`, whose paths are relative to the folder that the command was run in.
  package var repository: String

  /// Relative to the repository's root, `/`-separated, without `.` or `..` components.
  package var path: String

  package init(repository: String, path: String) {
    self.repository = repository
    self.path = path
  }

  /// `payments:docs/index.md`, or just the path for the operator's own files.
  package var description: String {
    repository.isEmpty ? path : "\(repository):\(path)"
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.repository, lhs.path) < (rhs.repository, rhs.path)
  }
}
