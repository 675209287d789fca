import CallboardCatalog

/// Groups an entity's relations by type for its page.
enum RelationGroups {
  /// How many relations there are of each type, in the order of the relations.
  static func counts(_ relations: some Collection<Relation>) -> [(type: RelationType, count: Int)] {
    var counts: [(type: RelationType, count: Int)] = []
    for relation in relations {
      if counts.last?.type == relation.type {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((relation.type, 1))
      }
    }
    return counts
  }

  /// The heading over the targets of a relation.
  static func label(_ type: RelationType) -> String {
    switch type {
    case .ownedBy: "Owned by"
    case .ownerOf: "Owns"
    case .providesApi: "Provides APIs"
    case .apiProvidedBy: "Provided by"
    case .consumesApi: "Consumes APIs"
    case .apiConsumedBy: "Consumed by"
    case .dependsOn: "Depends on"
    case .dependencyOf: "Dependency of"
    case .partOf: "Part of"
    case .hasPart: "Has parts"
    case .parentOf: "Parent of"
    case .childOf: "Child of"
    case .memberOf: "Member of"
    case .hasMember: "Members"
    case .hasSkill: "Skills"
    case .skillOf: "Skill of"
    case .hasPlugin: "Plugins"
    case .pluginOf: "Plugin of"
    }
  }
}
