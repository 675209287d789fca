/// The names of all relations that a site knows, each with its inverse.
///
/// A value of its own and not a part of ``RelationType``, so that half a million edges hold a byte each.
package struct RelationVocabulary: Sendable {
  /// What one relation type stands for.
  package struct Definition: Hashable, Sendable {
    /// As in the JSON of Backstage's API: `ownedBy`.
    package let name: String
    /// The same relation seen from its other end; a symmetric relation is its own.
    package let inverse: RelationType
    /// Whether graphs draw the edge from this side.
    package let isPrimary: Bool
  }

  /// By the number of their type.
  private var definitions: [Definition]
  private var typesByName: [String: RelationType]

  /// At most so many types fit their numbers.
  static let limit = Int(UInt8.max)

  /// The relations that need no declaration.
  package static let builtIn = RelationVocabulary()

  private init() {
    let primary: Set<RelationType> = Set(Self.builtInPairs.map(\.primary))
    var inverses: [RelationType: RelationType] = [:]
    for pair in Self.builtInPairs {
      inverses[pair.primary] = pair.inverse
      inverses[pair.inverse] = pair.primary
    }
    definitions = []
    typesByName = [:]
    for (number, name) in Self.builtInNames.enumerated() {
      let type = RelationType(rawValue: UInt8(clamping: number))
      typesByName[name] = type
      definitions.append(
        Definition(
          name: name,
          inverse: inverses[type] ?? type,
          isPrimary: primary.contains(type)
        )
      )
    }
  }

  /// Adds a site's own relations to the built-in ones; the caller has checked that the names are new,
  /// distinct and few enough. The first name of a pair is its primary direction.
  init(adding pairs: [(name: String, inverse: String)]) {
    self = .builtIn
    let start = definitions.count
    let names = Set(pairs.flatMap { [$0.name, $0.inverse] }).sorted()
    for (offset, name) in names.enumerated() {
      typesByName[name] = RelationType(rawValue: UInt8(clamping: start + offset))
    }
    var inverses: [String: (inverse: String, isPrimary: Bool)] = [:]
    for pair in pairs {
      inverses[pair.inverse] = (pair.name, false)
      inverses[pair.name] = (pair.inverse, true)
    }
    for name in names {
      guard let side = inverses[name], let inverse = typesByName[side.inverse] else { continue }
      definitions.append(Definition(name: name, inverse: inverse, isPrimary: side.isPrimary))
    }
  }

  /// What a type of this vocabulary stands for.
  package subscript(type: RelationType) -> Definition { definitions[Int(type.rawValue)] }

  /// The type of a name, spelled exactly so; nil if the site knows no such relation.
  package func type(named name: String) -> RelationType? { typesByName[name] }

  /// All types in their order.
  package var all: [RelationType] {
    definitions.indices.map { RelationType(rawValue: UInt8(clamping: $0)) }
  }

  /// The relations as graphs show them, each once: the built-in ones in Backstage's order, then the
  /// site's own by name. The first of a pair is its primary direction, from which an edge is drawn.
  package var pairs: [(primary: RelationType, inverse: RelationType)] {
    let own = all.dropFirst(Self.builtInNames.count).filter { self[$0].isPrimary }
    return Self.builtInPairs + own.map { ($0, self[$0].inverse) }
  }
}

extension RelationVocabulary {
  /// Sorted; the place of a name is the number of its type.
  static let builtInNames = [
    "apiConsumedBy", "apiProvidedBy", "childOf", "consumesApi", "dependencyOf", "dependsOn",
    "hasMember", "hasPart", "hasPlugin", "hasSkill", "memberOf", "ownedBy", "ownerOf", "parentOf",
    "partOf", "pluginOf", "providesApi", "skillOf",
  ]

  private static let builtInPairs: [(primary: RelationType, inverse: RelationType)] = [
    (.ownerOf, .ownedBy), (.consumesApi, .apiConsumedBy), (.apiProvidedBy, .providesApi),
    (.hasPart, .partOf), (.parentOf, .childOf), (.hasMember, .memberOf),
    (.dependsOn, .dependencyOf), (.hasSkill, .skillOf), (.hasPlugin, .pluginOf),
  ]
}
