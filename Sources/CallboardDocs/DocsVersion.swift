/// Which of several versions of an entity's documentation a ``DocsTree`` is.
package struct DocsVersion: Hashable, Sendable {
  /// How the version stands to the default one.
  package enum Age: Hashable, Sendable {
    case current
    /// A newer one has taken its place.
    case old
    /// Still to come: a branch or a pre-release.
    case upcoming
  }

  /// What it is called, fit for one part of an address.
  package var name: String
  /// Further names, that lead to the same pages.
  package var aliases: [String]
  /// Whether its pages stand at the address without a version. One of an entity's versions does.
  package var isDefault: Bool
  package var age: Age
  /// The place among the versions of the entity, as lists show them.
  package var position: Int

  package init(name: String, aliases: [String], isDefault: Bool, age: Age, position: Int) {
    self.name = name
    self.aliases = aliases
    self.isDefault = isDefault
    self.age = age
    self.position = position
  }
}
