import CallboardCatalog
import CallboardTemplate

/// The pages of the org chart.
extension PageComposer {
  /// - Parameters:
  ///   - group: The group whose groups the page shows; nil for those at the top.
  ///   - number: The page of that list, from 1.
  func orgContext(_ group: EntityID?, _ number: Int) -> [String: TemplateValue] {
    let root = group.flatMap { org.index(of: $0) }
    let list = Routes.org(below: group.map { model.catalog.ref(of: $0) })
    let route = Routes.page(number, of: list)
    let name = group.map { model.catalog[$0].displayName }
    let title =
      name.map { strings.text("org.title-below", ["name": $0]) } ?? strings.text("nav.org")
    var context = shared.values(
      for: .init(
        title: strings.title(title, page: number),
        route: route,
        layout: "org",
        section: Routes.catalog,
        breadcrumbs: [(strings.text("nav.catalog"), Routes.catalog)]
          + (group == nil ? [] : [(strings.text("nav.org"), Routes.org(below: nil))])
      )
    )
    let outline = OrgOutline(org, root: root, number: number)
    context["group"] = group.map(references.value) ?? .null
    context["totals"] = [
      "groups": .integer(org.groups.count),
      "users": .integer(entitiesByKind["user"]?.count ?? 0),
      "ungrouped": .integer(org.ungrouped.count),
    ]
    context["svg"] = chart(outline, route)
    context["groups"] = .array(groupValues(outline))
    let isFirst = group == nil && number == 1
    context["ungrouped"] = .array(
      isFirst ? org.ungrouped.prefix(PageSize.relations).map(references.value) : []
    )
    context["ungroupedMore"] =
      isFirst && org.ungrouped.count > PageSize.relations
      ? .string(Routes.ungroupedUsers.urlPath) : .null
    context["pagination"] = Pagination.value(
      page: number,
      of: list,
      count: outline.total,
      size: OrgOutline.pageSize
    )
    return context
  }

  private func chart(_ outline: OrgOutline, _ route: Route) -> TemplateValue {
    guard
      let drawing = OrgChart(catalog: model.catalog, tree: org, strings: strings).drawing(outline)
    else {
      return .null
    }
    return .html(
      drawing.svg(
        name: strings.text("nav.org"),
        root: route.rootPrefix,
        sprite: theme.assets.sprite(root: route.rootPrefix)
      )
    )
  }

  /// The groups of a page in one list: templates open and close nested lists by `opens` and `closes`, so that depth
  /// costs no recursion.
  private func groupValues(_ outline: OrgOutline) -> [TemplateValue] {
    var depths: [Int: Int] = [:]
    let shown = outline.shown(org)
    for group in shown {
      depths[group] = (org.groups[group].parent.flatMap { depths[$0] } ?? -1) + 1
    }
    return shown.enumerated().map { place, index in
      let group = org.groups[index]
      let depth = depths[index] ?? 0
      let next = place + 1 < shown.count ? depths[shown[place + 1]] ?? 0 : 0
      let isCut = !group.children.isEmpty && !outline.isOpen.contains(index)
      return [
        "ref": references.value(group.id),
        "type": TemplateValue(model.catalog[group.id].type),
        "members": .integer(group.memberCount),
        "groups": .integer(group.children.count),
        "more": isCut
          ? .string(Routes.org(below: model.catalog.ref(of: group.id)).urlPath) : .null,
        "alsoBelow": .array(group.otherParents.prefix(3).map(references.value)),
        "missingParents": .array(group.missingParents.prefix(3).map { references.value($0) }),
        "closesCycle": .bool(group.closesCycle),
        "opens": .bool(next > depth),
        "closes": .array((0..<max(0, depth - next)).map { .integer($0) }),
      ]
    }
  }
}
