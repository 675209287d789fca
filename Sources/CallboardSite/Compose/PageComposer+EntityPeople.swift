import CallboardCatalog
import CallboardTemplate

/// What groups and users own, who belongs to a group, and where a group stands among others.
extension PageComposer {
  /// The table of what a group or a user owns; null for other kinds, and when there is nothing in it.
  func ownershipValue(of id: EntityID) -> TemplateValue {
    let kind = model.catalog.ref(of: id).kind
    guard kind == "group" || kind == "user" else { return .null }
    let memberships =
      kind == "user"
      ? model.catalog.relations(of: id, .memberOf).filter { !$0.isDangling }.map(\.target) : []
    let counts = entities.ownership.counts(of: id, memberships: memberships)
    guard !counts.isEmpty else { return .null }
    let isAggregated = !memberships.isEmpty || !entities.groups.children(of: id).isEmpty
    let rest = counts.dropFirst(PageSize.ownedClasses)
    return [
      "rows": .array(counts.prefix(PageSize.ownedClasses).map(ownedValue)),
      "direct": .integer(counts.reduce(0) { $0 + $1.direct }),
      "aggregated": .integer(counts.reduce(0) { $0 + $1.aggregated }),
      "scope": isAggregated
        ? .string(strings.text(kind == "user" ? "people.with-groups" : "people.with-children"))
        : .null,
      "more": rest.isEmpty
        ? .null
        : [
          "count": .integer(rest.count),
          "direct": .integer(rest.reduce(0) { $0 + $1.direct }),
          "aggregated": .integer(rest.reduce(0) { $0 + $1.aggregated }),
        ],
    ]
  }

  private func ownedValue(_ count: Ownership.Count) -> TemplateValue {
    let style = KindStyle.of(count.of.kind, in: model.catalog.model, strings)
    let group = RelationGroup(type: .ownerOf, kind: count.of.kind, relations: [])
    return [
      "kind": .string(count.of.kind),
      "label": .string(style.plural),
      "icon": .string(style.icon),
      "type": TemplateValue(count.of.type),
      "direct": .integer(count.direct),
      "aggregated": .integer(count.aggregated),
      "fragment": count.direct > 0 ? .string(fragment(of: group)) : .null,
    ]
  }

  /// The members of a group and of those below it; null when those below add none.
  func membersValue(of id: EntityID) -> TemplateValue {
    guard entities.groups.index(of: id) != nil, !entities.groups.children(of: id).isEmpty else {
      return .null
    }
    let roster = entities.members.roster(of: id)
    let direct = model.catalog.relations(of: id, .hasMember).count { !$0.isDangling }
    guard roster.count > direct else { return .null }
    return [
      "direct": .integer(direct),
      "aggregated": .integer(roster.count),
      "items": .array(roster.first.map { references.value($0) }),
      "more": .integer(roster.count - roster.first.count),
    ]
  }

  /// The groups above and below a group; null for other kinds and for a group that stands alone.
  func organisationValue(of id: EntityID) -> TemplateValue {
    let groups = entities.groups
    guard groups.index(of: id) != nil else { return .null }
    let ancestors = groups.ancestors(of: id, limit: PageSize.facts)
    guard !ancestors.isEmpty || !groups.children(of: id).isEmpty else { return .null }
    let isCut = ancestors.first.map { groups.parent(of: $0) != nil } ?? false
    return [
      "ancestors": .array(ancestors.map { references.value($0) }),
      "isCut": .bool(isCut),
      "tree": organisationNode(id, OrganisationTree(below: id, in: groups)),
      "chart": .string(Routes.org(below: nil).urlPath),
    ]
  }

  /// A group with those below it. Recursion is bounded by the depth of the tree that is shown.
  private func organisationNode(_ id: EntityID, _ tree: OrganisationTree) -> TemplateValue {
    [
      "ref": references.value(id),
      "members": .integer(entities.members.roster(of: id).count),
      "owns": .integer(entities.ownership.total(of: id)),
      "children": .array((tree.shown[id] ?? []).map { organisationNode($0, tree) }),
      "more": .integer(tree.hidden(below: id)),
    ]
  }
}
