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
      .init("kind", strings.text("column.kind")), .init("type", strings.text("column.type")),
      .init("direct", strings.text("people.directly"), isNumeric: true),
    ]
    if isAggregated {
      let scope = strings.text(kind == "user" ? "people.with-groups" : "people.with-children")
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
    if !rest.isEmpty { rows.append(sums(strings.text("common.more", count: rest.count), rest)) }
    let table = WidgetTable(
      columns: columns,
      rows: rows,
      footer: sums(strings.text("people.total"), counts),
      caption: strings.text("people.owned")
    )
    return Widget(
      id: "ownership",
      title: strings.text("entity.ownership"),
      count: counts.reduce(0) { $0 + $1.aggregated },
      .table(table)
    )
  }

  private func ownedLabel(_ count: Ownership.Count) -> WidgetValue {
    let plural = KindStyle.of(count.of.kind, in: model.catalog.model, strings).plural
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
      title: strings.text("people.members"),
      count: roster.count,
      note:
        strings.text(
          "people.members-note",
          [
            "members": strings.text("common.members", count: direct),
            "below": String(roster.count - direct),
          ]
        ),
      .list(
        WidgetList(
          roster.first.map { .init([.entity(model.catalog.ref(of: $0))]) },
          look: .inline,
          rest: rest > 0 ? strings.text("people.members-more", count: rest) : nil
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
      node = WidgetNode([.text("…")], text: strings.text("people.above-cut"), children: [node])
    }
    return Widget(
      id: "organisation",
      title: strings.text("entity.organisation"),
      more: WidgetLink(strings.text("nav.org"), .site(Routes.org(below: nil).urlPath)),
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
      text: strings.text(
        "people.facts",
        ["members": strings.text("common.members", count: members)],
        count: owned
      ),
      children: children.map { organisationNode($0, tree) },
      more: hidden > 0
        ? WidgetLink(
          strings.text(children.isEmpty ? "people.more-below" : "common.more", count: hidden),
          .site(Routes.entity(ref).urlPath)
        ) : nil
    )
  }
}
