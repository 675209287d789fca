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

  /// The heading over the targets of a relation; a site's own relations are called by their names:
  /// `publishesTo` becomes `Publishes to`.
  static func label(_ name: String) -> String {
    if let label = labels[name] { return label }
    var words = ""
    for character in name {
      if character.isUppercase, words.last?.isLowercase == true { words += " " }
      words += words.isEmpty ? character.uppercased() : character.lowercased()
    }
    return words
  }

  /// Where the name alone reads badly.
  private static let labels = [
    "ownedBy": "Owned by", "ownerOf": "Owns",
    "providesApi": "Provides APIs", "apiProvidedBy": "Provided by",
    "consumesApi": "Consumes APIs", "apiConsumedBy": "Consumed by",
    "dependsOn": "Depends on", "dependencyOf": "Dependency of",
    "partOf": "Part of", "hasPart": "Has parts",
    "parentOf": "Parent of", "childOf": "Child of",
    "memberOf": "Member of", "hasMember": "Members",
    "hasSkill": "Skills", "skillOf": "Skill of",
    "hasPlugin": "Plugins", "pluginOf": "Plugin of",
  ]
}
