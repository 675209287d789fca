import CallboardCatalog
import CallboardTemplate

/// The contexts of the pages that list entities: all of them, those of a kind, those with one value of a facet, and the
/// targets of one relation.
extension PageComposer {
  func kindContext(_ kind: String?, _ number: Int) -> [String: TemplateValue] {
    let style = kind.map { KindStyle.of($0, in: model.catalog.model, strings) }
    let count = kind.map { entitiesByKind[$0]?.count ?? 0 } ?? model.catalog.entities.count
    let list = EntityList(
      title: style?.plural ?? strings.text("nav.catalog"),
      description: kind == nil ? strings.text("list.all-lead") : nil,
      icon: style?.icon ?? "catalog",
      route: Routes.kindIndex(kind),
      count: count,
      columns: rows.columns(of: kind),
      kind: kind,
      breadcrumbs: kind == nil ? [] : [(strings.text("nav.catalog"), Routes.catalog)],
      preset: kind.map { (facet: "kind", value: $0) }
    )
    return listContext(list, number) { range, row in
      if let kind { return (entitiesByKind[kind] ?? [])[range].map(row) }
      return range.map { row(EntityID(clamping: $0)) }
    }
  }

  /// The entities with one value of a facet.
  func facetValueContext(
    _ facet: Facet,
    _ index: Int,
    _ number: Int
  ) -> [String: TemplateValue] {
    let entry = plan.facets[facet].values[index]
    let members = plan.facets[facet].members(ofValueAt: index)
    let list = EntityList(
      title: entry.label,
      icon: facet.icon,
      route: Routes.facet(facet, entry.value),
      count: members.count,
      columns: EntityRows.columns(besides: facet),
      breadcrumbs: [
        (strings.text("nav.catalog"), Routes.catalog), (facet.plural(strings), Routes.facet(facet)),
      ],
      preset: (facet: facet.rawValue, value: entry.value.description)
    )
    var context = listContext(list, number) { range, row in
      members.dropFirst(range.lowerBound).prefix(range.count).map(row)
    }
    context["facets"] = facetMenus[facet] ?? []
    context["facet"] = [
      "label": .string(facet.label(strings)),
      "ref": entry.value.ref.map(references.value) ?? .null,
    ]
    return context
  }

  /// All relations of one type to entities of one kind, where there are too many for the entity's own page.
  func relationContext(
    _ entity: EntityID,
    _ relation: RelationType,
    _ kind: String,
    _ number: Int
  ) -> [String: TemplateValue] {
    let catalog = model.catalog
    let subject = catalog[entity]
    let relations = catalog.relations(of: entity, relation)
      .filter { catalog.targetRef(of: $0).kind == kind }
    let heading = RelationGroups.heading(
      relation,
      of: kind,
      on: subject.ref.kind,
      in: catalog.model,
      strings
    )
    let list = EntityList(
      title: strings.text(
        "list.relation",
        ["name": subject.displayName, "relation": heading]
      ),
      icon: KindStyle.icon(of: subject.ref.kind, in: catalog.model),
      route: Routes.relationList(
        subject.ref,
        relation: catalog.relationTypes[relation].name,
        kind: kind
      ),
      count: relations.count,
      columns: rows.columns(of: kind),
      kind: subject.ref.kind,
      breadcrumbs: entityBreadcrumbs(subject.ref)
        + [(subject.displayName, Routes.entity(subject.ref))]
    )
    return listContext(list, number) { range, row in
      relations[range].map { relation in
        relation.isDangling
          ? rows.value(ofMissing: catalog.targetRef(of: relation)) : row(relation.target)
      }
    }
  }

  /// Users that are members of no group, where the org chart has no room for all.
  func ungroupedContext(_ number: Int) -> [String: TemplateValue] {
    let list = EntityList(
      title: strings.text("list.ungrouped"),
      icon: KindStyle.icon(of: "user", in: model.catalog.model),
      route: Routes.ungroupedUsers,
      count: org.ungrouped.count,
      columns: rows.columns(of: "user"),
      kind: "user",
      breadcrumbs: [
        (strings.text("nav.catalog"), Routes.catalog),
        (strings.text("nav.org"), Routes.org(below: nil)),
      ]
    )
    return listContext(list, number) { range, row in org.ungrouped[range].map(row) }
  }

  /// What the pages of a list share.
  private struct EntityList {
    var title: String
    var description: String?
    var icon: String
    /// Of the first page.
    var route: Route
    var count: Int
    var columns: [String]
    /// The kind whose tab is current; nil for none.
    var kind: String?
    var breadcrumbs: [(label: String, route: Route?)]
    /// What all entities of the list have in common, as the script of the table selects them; nil when it cannot.
    var preset: (facet: String, value: String)?
  }

  /// - Parameter content: Makes the rows of a range of the list, of entities by the function that it is given.
  private func listContext(
    _ list: EntityList,
    _ number: Int,
    content: (Range<Int>, (EntityID) -> TemplateValue) -> [TemplateValue]
  ) -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: strings.title(list.title, page: number),
        route: Routes.page(number, of: list.route),
        layout: "kind",
        section: Routes.catalog,
        breadcrumbs: list.breadcrumbs
      )
    )
    let isFiltered = list.preset != nil || list.route == Routes.catalog
    context["index"] = [
      "title": .string(list.title),
      "description": TemplateValue(list.description),
      "icon": .string(list.icon),
      "total": .integer(list.count),
      "kind": TemplateValue(list.kind),
      "table": isFiltered ? .string(CatalogTable.entryPath) : .null,
      "preset": list.preset.map { ["facet": .string($0.facet), "value": .string($0.value)] }
        ?? .null,
    ]
    context["facet"] = .null
    context["facets"] = facetMenus[nil] ?? []
    context["kinds"] = shared.kindValues(current: list.kind)
    context["columns"] = .array(list.columns.map { .string($0) })
    let columns = Set(list.columns)
    let range = PageSize.range(number, of: PageSize.entities, in: list.count)
    context["rows"] = .array(content(range) { rows.value($0, columns: columns) })
    context["pagination"] = Pagination.value(
      page: number,
      of: list.route,
      count: list.count,
      size: PageSize.entities
    )
    return context
  }
}
