import CallboardCatalog
import CallboardTemplate
import CallboardYAML

/// The short facts beside an entity: those that its kind has, each with the entities it names.
extension PageComposer {
  /// - Parameter groups: All relations of the entity.
  func facts(_ id: EntityID, _ groups: [RelationGroup]) -> [TemplateValue] {
    let entity = model.catalog[id]
    var facts = groups.filter(\.isFact).sorted { rank($0) < rank($1) }.map(value)
    func add(_ label: String, _ text: String?) {
      guard let text else { return }
      facts.append([
        "label": .string(strings.text("entity.fact-\(label)")), "text": .string(text), "refs": [],
        "more": .null,
      ])
    }
    add("type", entity.type)
    add("lifecycle", entity.lifecycle)
    add("namespace", entity.ref.namespace == "default" ? nil : entity.ref.namespace)
    facts += [manager(of: entity), template(of: entity)].compactMap(\.self)
    let references = model.catalog.relations(of: id).count { $0.declaredBy != id }
    add(
      "referred",
      references == 0
        ? strings.text("entity.never") : strings.text("entity.times", count: references)
    )
    return facts
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

  private func value(_ group: RelationGroup) -> TemplateValue {
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
    return [
      "label": .string(strings.text("entity.fact-\(label)")),
      "text": .null,
      "refs": .array(
        group.relations.prefix(PageSize.facts).map { relation in
          references.value(model.catalog.targetRef(of: relation))
        }
      ),
      "more": count > PageSize.facts
        ? [
          "count": .integer(count - PageSize.facts),
          "fragment": .string(fragment(of: group)),
        ] : .null,
    ]
  }

  /// The id of a group's table on the page.
  func fragment(of group: RelationGroup) -> String {
    "cb:relation-\(model.catalog.relationTypes[group.type].name.lowercased())-\(group.kind)"
  }

  /// Of a user: whom the spec calls the manager, by reference or in other words.
  private func manager(of entity: Entity) -> TemplateValue? {
    guard entity.ref.kind == "user",
      let text = entity.specText("manager") ?? entity.spec["profile"]?["manager"]?.string
    else { return nil }
    return named("manager", text, kind: "user", from: entity)
  }

  /// The template that an entity was made from.
  private func template(of entity: Entity) -> TemplateValue? {
    entity.annotation(WellKnownAnnotation.sourceTemplate)
      .flatMap { named("made-from", $0, kind: "template", from: entity) }
  }

  /// A fact that names an entity without being a relation, so that the site may lack it.
  private func named(
    _ label: String,
    _ text: String,
    kind: String,
    from entity: Entity
  ) -> TemplateValue? {
    let context = EntityRef.Context(kind: kind, namespace: entity.ref.namespace)
    let ref = (try? EntityRef(text, in: context)).flatMap {
      model.catalog.id(of: $0) == nil ? nil : $0
    }
    return [
      "label": .string(strings.text("entity.fact-\(label)")),
      "text": ref == nil ? .string(text) : .null,
      "refs": .array([ref].compactMap(\.self).map(references.value)),
      "more": .null,
    ]
  }
}
