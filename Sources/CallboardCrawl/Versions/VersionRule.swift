package import CallboardDiagnostics

/// An entry of `versions` in `site.yaml`: which tags or branches of a repository have docs of their own.
package struct VersionRule: Hashable, Sendable {
  /// How much of a version number tells two versions apart.
  package enum Series: String, Hashable, Sendable, CaseIterable {
    case major
    case minor
    /// Every tag is a version of its own.
    case patch
  }

  /// Whether ``pattern`` is for tags or for branches; never a commit.
  package var kind: RepositoryReference.Kind
  package var pattern: Glob
  /// So many of the newest, at least 1.
  package var newest = VersionRule.usualCount
  /// Of several versions of one series the newest counts.
  package var series = Series.patch
  /// Whether release candidates and the like count.
  package var takesPrereleases = false
  /// What the newest is called in place of its tag or branch.
  package var name: String?
  /// Further names of the newest.
  package var aliases: [String] = []
  /// Whether the newest stands at the address without a version.
  package var isDefault = false
  package var span: SourceSpan?

  /// How many versions an entry stands for that does not say.
  package static let usualCount = 5

  /// More would make the list of versions the longest part of a page.
  package static let maximumCount = 50

  package init(kind: RepositoryReference.Kind, pattern: Glob, span: SourceSpan? = nil) {
    self.kind = kind
    self.pattern = pattern
    self.span = span
  }
}
