/// One direction of a relation between two entities, as Backstage names it.
///
/// Declared in alphabetical order, which is the order relations are sorted in.
package enum RelationType: CaseIterable, Comparable, Sendable {
  case apiConsumedBy
  case apiProvidedBy
  case childOf
  case consumesApi
  case dependencyOf
  case dependsOn
  case hasMember
  case hasPart
  case hasPlugin
  case hasSkill
  case memberOf
  case ownedBy
  case ownerOf
  case parentOf
  case partOf
  case pluginOf
  case providesApi
  case skillOf

  /// Backstage's name, as in the JSON of its API.
  package var name: String {
    switch self {
    case .apiConsumedBy: "apiConsumedBy"
    case .apiProvidedBy: "apiProvidedBy"
    case .childOf: "childOf"
    case .consumesApi: "consumesApi"
    case .dependencyOf: "dependencyOf"
    case .dependsOn: "dependsOn"
    case .hasMember: "hasMember"
    case .hasPart: "hasPart"
    case .hasPlugin: "hasPlugin"
    case .hasSkill: "hasSkill"
    case .memberOf: "memberOf"
    case .ownedBy: "ownedBy"
    case .ownerOf: "ownerOf"
    case .parentOf: "parentOf"
    case .partOf: "partOf"
    case .pluginOf: "pluginOf"
    case .providesApi: "providesApi"
    case .skillOf: "skillOf"
    }
  }

  /// The same relation seen from its other end.
  package var inverse: RelationType {
    switch self {
    case .apiConsumedBy: .consumesApi
    case .apiProvidedBy: .providesApi
    case .childOf: .parentOf
    case .consumesApi: .apiConsumedBy
    case .dependencyOf: .dependsOn
    case .dependsOn: .dependencyOf
    case .hasMember: .memberOf
    case .hasPart: .partOf
    case .hasPlugin: .pluginOf
    case .hasSkill: .skillOf
    case .memberOf: .hasMember
    case .ownedBy: .ownerOf
    case .ownerOf: .ownedBy
    case .parentOf: .childOf
    case .partOf: .hasPart
    case .pluginOf: .hasPlugin
    case .providesApi: .apiProvidedBy
    case .skillOf: .hasSkill
    }
  }

  /// The pairs as graphs show them, in Backstage's order; the first of a pair is its primary
  /// direction, from which an edge is drawn.
  package static let pairs: [(primary: RelationType, inverse: RelationType)] = [
    .ownerOf, .consumesApi, .apiProvidedBy, .hasPart, .parentOf, .hasMember, .dependsOn,
    .hasSkill, .hasPlugin,
  ].map { ($0, $0.inverse) }

  /// Whether graphs draw the edge from this side.
  package var isPrimary: Bool {
    switch self {
    case .ownerOf, .consumesApi, .apiProvidedBy, .hasPart, .parentOf, .hasMember, .dependsOn,
      .hasSkill, .hasPlugin:
      true
    default: false
    }
  }
}
