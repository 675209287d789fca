/// A repository at one of the versions of its docs.
package struct RepositoryVersion: Sendable {
  /// What the version is called, fit for one part of an address: `v1.2`.
  package let name: String
  package let aliases: [String]
  /// Whether its docs stand at the address without a version. One version of a repository does.
  package let isDefault: Bool
  /// Compared with the default version.
  package let age: Age
  /// Under a name of its own, `payments@v1.2`. The repository's own snapshot where that was read at the
  /// same tag or branch.
  package let snapshot: RepositorySnapshot
  /// Whether it is the repository's own snapshot, which the entities are read from.
  package let isCurrent: Bool

  /// Whether it is old and a tag, so that nothing in it can be mended.
  package var isSilent: Bool { age == .old && snapshot.ref?.kind == .tag }

  /// How a version stands to the default one.
  package enum Age: String, Hashable, Sendable {
    case current
    /// A newer one has taken its place.
    case old
    /// A branch or a pre-release that is still to come.
    case upcoming
  }

  init(
    _ selected: VersionSelection.SelectedVersion,
    comparedWith reference: RepositoryReference?,
    snapshot: RepositorySnapshot,
    isCurrent: Bool
  ) {
    name = selected.name
    aliases = selected.aliases
    isDefault = selected.isDefault
    age = selected.isDefault ? .current : Self.age(of: selected.reference, against: reference)
    self.snapshot = snapshot
    self.isCurrent = isCurrent
  }

  /// A tag is older than every branch, and branches are what is worked on.
  private static func age(
    of reference: RepositoryReference,
    against newest: RepositoryReference?
  ) -> Age {
    guard reference.kind == .tag else { return .upcoming }
    guard let newest, newest.kind == .tag else { return .old }
    return VersionNumber(newest.name) < VersionNumber(reference.name) ? .upcoming : .old
  }
}
