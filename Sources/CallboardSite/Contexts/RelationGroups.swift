import CallboardCatalog

/// The relations of one type that lead from an entity to entities of one kind: one table of its page.
struct RelationGroup {
  var type: RelationType
  /// The kind of the targets, in lower case.
  var kind: String
  /// In the order of their targets.
  var relations: ArraySlice<Relation>

  /// What the page of the entity tells beside it rather than in a table.
  var isFact: Bool {
    switch type {
    case .ownedBy, .partOf, .childOf, .memberOf: true
    default: false
    }
  }
}

/// Groups an entity's relations for its page.
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

  /// The groups in the order of the relations.
  ///
  /// - Parameter relations: All of one entity, as the catalog has them: sorted by type, then by target.
  static func groups(of relations: ArraySlice<Relation>, in catalog: Catalog) -> [RelationGroup] {
    var groups: [RelationGroup] = []
    var start = relations.startIndex
    while start < relations.endIndex {
      let type = relations[start].type
      let kind = catalog.targetRef(of: relations[start]).kind
      let end =
        relations[start...].firstIndex { relation in
          relation.type != type || catalog.targetRef(of: relation).kind != kind
        } ?? relations.endIndex
      groups.append(RelationGroup(type: type, kind: kind, relations: relations[start..<end]))
      start = end
    }
    return groups
  }

  /// The groups in the order in which pages show them: what an entity consists of, then what it offers and needs.
  static func inReadingOrder(_ groups: [RelationGroup]) -> [RelationGroup] {
    groups.sorted { left, right in
      let (a, b) = (rank(left.type), rank(right.type))
      return a == b ? KindStyle.isBefore(left.kind, right.kind) : a < b
    }
  }

  private static func rank(_ type: RelationType) -> Int {
    switch type {
    case .hasPart: 0
    case .hasMember: 1
    case .parentOf: 2
    case .providesApi: 3
    case .consumesApi: 4
    case .apiProvidedBy: 5
    case .apiConsumedBy: 6
    case .dependsOn: 7
    case .dependencyOf: 8
    case .hasSkill: 9
    case .skillOf: 10
    case .hasPlugin: 11
    case .pluginOf: 12
    case .ownerOf: 13
    case .ownedBy, .partOf, .childOf, .memberOf: 14
    }
  }

  /// The heading over the table of a group on the page of an entity.
  ///
  /// - Parameter subject: The kind of that entity, in lower case.
  static func heading(_ type: RelationType, of kind: String, on subject: String) -> String {
    let plural = KindStyle.of(kind).plural
    switch type {
    case .hasPart:
      switch (subject, kind) {
      case ("component", "component"): return "Subcomponents"
      case ("domain", "domain"): return "Subdomains"
      default: return plural
      }
    case .ownerOf: return "Owns \(inSentence(plural))"
    case .dependsOn: return "Depends on \(inSentence(plural))"
    case .dependencyOf: return "Dependency of \(inSentence(plural))"
    case .apiProvidedBy: return "Providing \(inSentence(plural))"
    case .apiConsumedBy: return "Consuming \(inSentence(plural))"
    case .providesApi: return "Provided \(plural)"
    case .consumesApi: return "Consumed \(plural)"
    case .parentOf where kind == "group": return "Child groups"
    case .hasMember where kind == "user": return "Members"
    default: return "\(label(type)) (\(inSentence(plural)))"
    }
  }

  /// A plural in the middle of a sentence: `components`, but `APIs`.
  private static func inSentence(_ plural: String) -> String {
    let isAbbreviated = plural.dropFirst().first?.isUppercase == true
    return isAbbreviated ? plural : plural.prefix(1).lowercased() + plural.dropFirst()
  }

  /// What a relation says of the entity that it leads from: 'Owned by'.
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
