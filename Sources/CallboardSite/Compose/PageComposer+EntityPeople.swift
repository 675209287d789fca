import CallboardCatalog

/// What groups and users own, who belongs to a group, and where a group stands among others.
extension PageComposer {
  /// What a group or a user owns; nil for other kinds, and when there is nothing.
  func ownershipWidget(of id: EntityID) -> Widget? {
    let kind = model.catalog.ref(of: id).kind
    guard kind == "group" || kind == "user" else { return nil }
    let memberships =
      kind == "user"
      ? model.catalog.relations(of: id, .memberOf).filter { !$0.isDangling }.map(\.target) : []
    let counts = entities.ownership.counts(of: id, memberships: memberships)
    guard !counts.isEmpty else { return nil }
    let isAggregated = !memberships.isEmpty || !entities.groups.children(of: id).isEmpty
    var columns: [WidgetTable.Column] = [
      .init("kind", "Kind"), .init("type", "Type"), .init("direct", "Directly", isNumeric: true),
    ]
    if isAggregated {
      let scope = kind == "user" ? "With their groups" : "With child groups"
      columns.append(.init("aggregated", scope, isNumeric: true))
    }
    func cells(
      _ label: WidgetValue,
      _ type: String?,
      _ direct: Int,
      _ aggregated: Int
    ) -> [WidgetTable.Cell] {
      let cells: [WidgetTable.Cell] = [
        .init(label), .init(type.map { .badge($0, .neutral) }), .init(.number(direct)),
        .init(.number(aggregated)),
      ]
      return Array(cells.prefix(columns.count))
    }
    func sums(_ label: String, _ counts: some Sequence<Ownership.Count>) -> [WidgetTable.Cell] {
      let (direct, aggregated) = counts.reduce((0, 0)) {
        ($0.0 + $1.direct, $0.1 + $1.aggregated)
      }
      return cells(.text(label), nil, direct, aggregated)
    }
    let rest = counts.dropFirst(PageSize.ownedClasses)
    var rows = counts.prefix(PageSize.ownedClasses).map { count in
      cells(ownedLabel(count), count.of.type, count.direct, count.aggregated)
    }
    if !rest.isEmpty { rows.append(sums("+\(rest.count) more", rest)) }
    let table = WidgetTable(
      columns: columns,
      rows: rows,
      footer: sums("Total", counts),
      caption: "Owned entities by kind and type"
    )
    return Widget(
      id: "ownership",
      title: "Ownership",
      count: counts.reduce(0) { $0 + $1.aggregated },
      .table(table)
    )
  }

  private func ownedLabel(_ count: Ownership.Count) -> WidgetValue {
    let plural = KindStyle.of(count.of.kind, in: model.catalog.model).plural
    guard count.direct > 0 else { return .text(plural) }
    let group = RelationGroup(type: .ownerOf, kind: count.of.kind, relations: [])
    return .link(WidgetLink(plural, .here(fragment: "cb:" + widgetID(of: group))))
  }

  /// The members of a group and of those below it; nil when those below add none.
  func membersWidget(of id: EntityID) -> Widget? {
    guard entities.groups.index(of: id) != nil, !entities.groups.children(of: id).isEmpty else {
      return nil
    }
    let roster = entities.members.roster(of: id)
    let direct = model.catalog.relations(of: id, .hasMember).count { !$0.isDangling }
    guard roster.count > direct else { return nil }
    let rest = roster.count - roster.first.count
    return Widget(
      id: "members",
      title: "Members with child groups",
      count: roster.count,
      note:
        "\(direct) \(direct == 1 ? "member" : "members") of its own, \(roster.count - direct) in groups below.",
      .list(
        WidgetList(
          roster.first.map { .init([.entity(model.catalog.ref(of: $0))]) },
          look: .inline,
          rest: rest > 0 ? "+\(rest) more, on the pages of the groups below" : nil
        )
      )
    )
  }

  /// The groups above and below a group; nil for other kinds and for a group that stands alone.
  func organisationWidget(of id: EntityID) -> Widget? {
    let groups = entities.groups
    guard groups.index(of: id) != nil else { return nil }
    let ancestors = groups.ancestors(of: id, limit: PageSize.facts)
    guard !ancestors.isEmpty || !groups.children(of: id).isEmpty else { return nil }
    var node = organisationNode(id, OrganisationTree(below: id, in: groups))
    // As deep as the list of ancestors is long, and the tree below.
    for ancestor in ancestors.reversed() {
      node = WidgetNode([.entity(model.catalog.ref(of: ancestor))], children: [node])
    }
    if let first = ancestors.first, groups.parent(of: first) != nil {
      node = WidgetNode([.text("…")], text: "Groups further up are left out", children: [node])
    }
    return Widget(
      id: "organisation",
      title: "Organisation",
      more: WidgetLink("Org chart", .site(Routes.org(below: nil).urlPath)),
      .tree(node)
    )
  }

  /// A group with those below it. Recursion is bounded by the depth of the tree that is shown.
  private func organisationNode(_ id: EntityID, _ tree: OrganisationTree) -> WidgetNode {
    let members = entities.members.roster(of: id).count
    let owned = entities.ownership.total(of: id)
    let children = tree.shown[id] ?? []
    let hidden = tree.hidden(below: id)
    let ref = model.catalog.ref(of: id)
    return WidgetNode(
      [.entity(ref)],
      text: "\(members) \(members == 1 ? "member" : "members"), owns \(owned)",
      children: children.map { organisationNode($0, tree) },
      more: hidden > 0
        ? WidgetLink(
          "+\(hidden) more" + (children.isEmpty ? " below" : ""),
          .site(Routes.entity(ref).urlPath)
        ) : nil
    )
  }
}
