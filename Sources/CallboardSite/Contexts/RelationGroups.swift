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

  /// A site's own relations come after the built-in ones.
  private static func rank(_ type: RelationType) -> Int {
    readingOrder.firstIndex(of: type) ?? readingOrder.count + Int(type.rawValue)
  }

  private static let readingOrder: [RelationType] = [
    .hasPart, .hasMember, .parentOf, .providesApi, .consumesApi, .apiProvidedBy, .apiConsumedBy,
    .dependsOn, .dependencyOf, .hasSkill, .skillOf, .hasPlugin, .pluginOf, .ownerOf, .ownedBy,
    .partOf, .childOf, .memberOf,
  ]

  /// The heading over the table of a group on the page of an entity.
  ///
  /// - Parameters:
  ///   - kind: That of the targets, in lower case.
  ///   - subject: That of the entity.
  static func heading(
    _ type: RelationType,
    of kind: String,
    on subject: String,
    in model: CatalogModel,
    _ strings: UIStrings = .english
  ) -> String {
    let style = KindStyle.of(kind, in: model, strings)
    let values = style.values(strings)
    switch type {
    case .hasPart:
      switch (subject, kind) {
      case ("component", "component"): return strings.text("heading.subcomponents")
      case ("domain", "domain"): return strings.text("heading.subdomains")
      default: return style.plural
      }
    case .ownerOf: return strings.text("heading.ownerOf", values)
    case .dependsOn: return strings.text("heading.dependsOn", values)
    case .dependencyOf: return strings.text("heading.dependencyOf", values)
    case .apiProvidedBy: return strings.text("heading.apiProvidedBy", values)
    case .apiConsumedBy: return strings.text("heading.apiConsumedBy", values)
    case .providesApi: return strings.text("heading.providesApi", values)
    case .consumesApi: return strings.text("heading.consumesApi", values)
    case .parentOf where kind == "group": return strings.text("heading.parentOf")
    case .hasMember where kind == "user": return strings.text("heading.hasMember")
    default:
      let relation = label(model.relationTypes[type].name, strings)
      return strings.text(
        "heading.other",
        values.merging(["relation": relation]) { _, new in new }
      )
    }
  }

  /// What a relation says of the entity that it leads from; a site's own relations are called by their
  /// names: `publishesTo` becomes `Publishes to`.
  static func label(_ name: String, _ strings: UIStrings) -> String {
    if strings["relation.\(name)"] != nil { return strings.text("relation.\(name)") }
    var words = ""
    for character in name {
      if character.isUppercase, words.last?.isLowercase == true { words += " " }
      words += words.isEmpty ? character.uppercased() : character.lowercased()
    }
    return words
  }
}
