import CallboardCatalog
import CallboardDiagnostics
import CallboardYAML

/// The short facts beside an entity: those that its kind has, each with the entities it names.
extension PageComposer {
  /// - Parameter groups: All relations of the entity.
  func aboutWidget(of id: EntityID, _ groups: [RelationGroup]) -> Widget {
    let entity = model.catalog[id]
    var pairs = groups.filter(\.isFact).sorted { rank($0) < rank($1) }.map(pair)
    func add(_ label: String, _ text: String?) {
      if let text { pairs.append(.init(strings.text("entity.fact-\(label)"), [.text(text)])) }
    }
    add("type", entity.type)
    add("lifecycle", entity.lifecycle)
    add("namespace", entity.ref.namespace == "default" ? nil : entity.ref.namespace)
    pairs += [manager(of: entity), template(of: entity)].compactMap(\.self)
    let references = model.catalog.relations(of: id).count { $0.declaredBy != id }
    add(
      "referred",
      references == 0
        ? strings.text("entity.never") : strings.text("entity.times", count: references)
    )
    if entity.spec["profile"] != nil, let email = entity.email {
      pairs.append(
        .init(strings.text("entity.email"), [.link(WidgetLink(email, .web("mailto:" + email)))])
      )
    }
    pairs.append(.init(strings.text("common.source"), [source(of: entity)]))
    return Widget(id: "about", title: strings.text("entity.about"), .keyValue(WidgetPairs(pairs)))
  }

  private func rank(_ group: RelationGroup) -> Int {
    switch (group.type, group.kind) {
    case (.ownedBy, _): 0
    case (.partOf, "domain"): 1
    case (.partOf, "system"): 2
    case (.partOf, _): 3
    case (.childOf, _): 4
    default: 5
    }
  }

  private func pair(_ group: RelationGroup) -> WidgetPairs.Pair {
    let label =
      switch (group.type, group.kind) {
      case (.ownedBy, _): "owner"
      case (.partOf, "domain"): "domain"
      case (.partOf, "system"): "system"
      case (.partOf, _): "part-of"
      case (.childOf, _): "parent"
      default: "member-of"
      }
    let count = group.relations.count
    var values = group.relations.prefix(PageSize.facts).map { relation in
      WidgetValue.entity(model.catalog.targetRef(of: relation))
    }
    if count > PageSize.facts {
      let table = WidgetLink.Address.here(fragment: "cb:" + widgetID(of: group))
      values.append(
        .link(WidgetLink(strings.text("common.more", count: count - PageSize.facts), table))
      )
    }
    return .init(strings.text("entity.fact-\(label)"), values)
  }

  /// The id of a group's table on the page.
  func widgetID(of group: RelationGroup) -> String {
    "relation-\(model.catalog.relationTypes[group.type].name.lowercased())-\(group.kind)"
  }

  /// Of a user: whom the spec calls the manager, by reference or in other words.
  private func manager(of entity: Entity) -> WidgetPairs.Pair? {
    guard entity.ref.kind == "user",
      let text = entity.specText("manager") ?? entity.spec["profile"]?["manager"]?.string
    else { return nil }
    return named("manager", text, kind: "user", from: entity)
  }

  /// The template that an entity was made from.
  private func template(of entity: Entity) -> WidgetPairs.Pair? {
    entity.annotation(WellKnownAnnotation.sourceTemplate)
      .flatMap { named("made-from", $0, kind: "template", from: entity) }
  }

  /// A fact that names an entity without being a relation, so that the site may lack it.
  private func named(
    _ label: String,
    _ text: String,
    kind: String,
    from entity: Entity
  ) -> WidgetPairs.Pair? {
    let context = EntityRef.Context(kind: kind, namespace: entity.ref.namespace)
    let ref = (try? EntityRef(text, in: context)).flatMap {
      model.catalog.id(of: $0) == nil ? nil : $0
    }
    return .init(strings.text("entity.fact-\(label)"), [ref.map { .entity($0) } ?? .text(text)])
  }

  private func source(of entity: Entity) -> WidgetValue {
    let place = sourcePlace(of: entity)
    let text = "\(entity.file.repository):\(entity.file.path):\(place.line)"
    guard let url = place.viewURL else { return .code(text) }
    return .link(WidgetLink(text, .web(url), isCode: true))
  }
}

/// The boxes beside an entity besides the facts.
extension PageComposer {
  func linksWidget(of entity: Entity) -> Widget? {
    guard !entity.links.isEmpty else { return nil }
    let items = entity.links.map { link in
      let icon = link.icon.flatMap { theme.assets.hasIcon($0) ? $0 : nil } ?? "link"
      return WidgetList.Item(
        icon: icon,
        [.link(WidgetLink(link.title ?? link.url, .web(link.url)))]
      )
    }
    return Widget(
      id: "links",
      title: strings.text("entity.links"),
      .list(WidgetList(items, look: .links))
    )
  }

  func toolsWidget(of entity: Entity) -> Widget? {
    let entries = tools.entries(for: entity)
    guard !entries.isEmpty else { return nil }
    let items = entries.map { entry in
      WidgetList.Item(
        icon: entry.icon,
        [.text(entry.tool), .code(entry.value)],
        details: entry.pages.map { .link(WidgetLink($0.label, .web($0.url))) }
      )
    }
    return Widget(
      id: "tools",
      title: strings.text("entity.tools"),
      .list(WidgetList(items, look: .tools))
    )
  }

  func labelsWidget(of entity: Entity) -> Widget? {
    guard !entity.labels.isEmpty else { return nil }
    let pairs = entity.labels.map { WidgetPairs.Pair($0.key, [.text($0.value)]) }
    return Widget(
      id: "labels",
      title: strings.text("entity.labels"),
      .keyValue(WidgetPairs(pairs, look: .stacked))
    )
  }
}
