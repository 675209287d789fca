/// One direction of a relation between two entities: the number of a name.
///
/// The built-in ones are numbered by their names in alphabetical order; those that a site adds follow,
/// by theirs. The number is the order that relations are sorted in. Names and inverses are in the
/// ``RelationVocabulary`` of the catalog: `catalog.relationTypes[type].name`.
package struct RelationType: Hashable, Comparable, Sendable {
  package let rawValue: UInt8

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

// Each has the number of its place in ``RelationVocabulary/builtInNames``; a test holds the two together.
extension RelationType {
  package static let apiConsumedBy = Self(rawValue: 0)
  package static let apiProvidedBy = Self(rawValue: 1)
  package static let childOf = Self(rawValue: 2)
  package static let consumesApi = Self(rawValue: 3)
  package static let dependencyOf = Self(rawValue: 4)
  package static let dependsOn = Self(rawValue: 5)
  package static let hasMember = Self(rawValue: 6)
  package static let hasPart = Self(rawValue: 7)
  package static let hasPlugin = Self(rawValue: 8)
  package static let hasSkill = Self(rawValue: 9)
  package static let memberOf = Self(rawValue: 10)
  package static let ownedBy = Self(rawValue: 11)
  package static let ownerOf = Self(rawValue: 12)
  package static let parentOf = Self(rawValue: 13)
  package static let partOf = Self(rawValue: 14)
  package static let pluginOf = Self(rawValue: 15)
  package static let providesApi = Self(rawValue: 16)
  package static let skillOf = Self(rawValue: 17)
}
