import CallboardCatalog
import CallboardDocs
import CallboardTemplate

/// The contexts of catalog pages; `docs/reference/page-context.md` describes them.
extension PageComposer {
  func homeContext() -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(title: model.settings.title, route: .home, layout: "home")
    )
    context["kinds"] = shared.kindValues(current: nil)
    context["docs"] = .array(model.docs.indices.prefix(12).map { docsSummary($0) })
    context["systems"] = .array(
      (entitiesByKind["system"] ?? []).prefix(12).map(references.describedValue)
    )
    context["owners"] = .array(
      owners().prefix(12).map { owner in
        ["ref": references.value(owner.id), "count": .integer(owner.count)]
      }
    )
    context["totals"] = [
      "entities": .integer(model.catalog.entities.count),
      "pages": .integer(model.docs.reduce(0) { $0 + $1.tree.pages.count }),
      "repositories": .integer(model.repositories.count),
    ]
    context["intro"] = .null
    return context
  }

  /// Groups and users that own something, those that own most first.
  private func owners() -> [(id: EntityID, count: Int)] {
    let candidates = (entitiesByKind["group"] ?? []) + (entitiesByKind["user"] ?? [])
    return candidates.map { (id: $0, count: model.catalog.relations(of: $0, .ownerOf).count) }
      .filter { $0.count > 0 }
      .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
  }

  func kindContext(_ kind: String?, _ number: Int) -> [String: TemplateValue] {
    let entities = kind.map { entitiesByKind[$0] ?? [] } ?? Array(model.catalog.allIDs)
    let list = Routes.kindIndex(kind)
    let style = kind.map(KindStyle.of)
    let title = style?.plural ?? "Catalog"
    var context = shared.values(
      for: .init(
        title: number > 1 ? "\(title), page \(number)" : title,
        route: Routes.page(number, of: list),
        layout: "kind",
        section: Routes.catalog,
        breadcrumbs: kind == nil ? [] : [("Catalog", Routes.catalog)]
      )
    )
    context["index"] = [
      "title": .string(title),
      "description": kind == nil ? "Everything that the repositories declare." : .null,
      "icon": .string(style?.icon ?? "catalog"),
      "total": .integer(entities.count),
      "kind": TemplateValue(kind),
    ]
    context["kinds"] = shared.kindValues(current: kind)
    context["columns"] = .array(Self.columns(of: kind).map { .string($0) })
    let range = PageSize.range(number, of: PageSize.entities, in: entities.count)
    context["rows"] = .array(entities[range].map(row))
    context["pagination"] = Pagination.value(
      page: number,
      of: list,
      count: entities.count,
      size: PageSize.entities
    )
    return context
  }

  /// All relations of one type, for entities that have too many for their own page.
  func relationContext(
    _ entity: EntityID,
    _ relation: RelationType,
    _ number: Int
  ) -> [String: TemplateValue] {
    let subject = model.catalog[entity]
    let relations = Array(model.catalog.relations(of: entity, relation))
    let list = Routes.relationList(subject.ref, relation: relation)
    let label = RelationGroups.label(relation)
    var context = shared.values(
      for: .init(
        title: "\(subject.displayName): \(label)",
        route: Routes.page(number, of: list),
        layout: "kind",
        section: Routes.catalog,
        breadcrumbs: entityBreadcrumbs(subject.ref)
          + [(subject.displayName, Routes.entity(subject.ref))]
      )
    )
    context["index"] = [
      "title": .string("\(subject.displayName): \(label)"),
      "description": .null,
      "icon": .string(KindStyle.of(subject.ref.kind).icon),
      "total": .integer(relations.count),
      "kind": .string(subject.ref.kind),
    ]
    context["kinds"] = shared.kindValues(current: subject.ref.kind)
    context["columns"] = .array(Self.columns(of: nil).map { .string($0) })
    let range = PageSize.range(number, of: PageSize.entities, in: relations.count)
    context["rows"] = .array(
      relations[range].map { relation in
        relation.isDangling
          ? danglingRow(model.catalog.targetRef(of: relation)) : row(relation.target)
      }
    )
    context["pagination"] = Pagination.value(
      page: number,
      of: list,
      count: relations.count,
      size: PageSize.entities
    )
    return context
  }

  func entityBreadcrumbs(_ ref: EntityRef) -> [(label: String, route: Route?)] {
    [
      ("Catalog", Routes.catalog),
      (KindStyle.of(ref.kind).plural, Routes.kindIndex(ref.kind)),
    ]
  }

  /// The columns of a kind's table, as Backstage shows them.
  private static func columns(of kind: String?) -> [String] {
    switch kind {
    case "system", "domain": ["owner", "tags"]
    case "group", "user", "location": ["type", "tags"]
    case "template": ["owner", "type", "tags"]
    case "resource": ["owner", "system", "type", "tags"]
    default: ["owner", "system", "type", "lifecycle", "tags"]
    }
  }

  /// One row of a list page.
  func row(_ id: EntityID) -> TemplateValue {
    let entity = model.catalog[id]
    return [
      "ref": references.value(id),
      "title": .string(entity.displayName),
      "description": TemplateValue(entity.description),
      "type": TemplateValue(entity.type),
      "lifecycle": TemplateValue(entity.lifecycle),
      "owner": target(.ownedBy, of: id),
      "system": target(.partOf, of: id, kind: "system"),
      "tags": .array(entity.tags.map { .string($0) }),
    ]
  }

  private func danglingRow(_ ref: EntityRef) -> TemplateValue {
    [
      "ref": references.value(ref), "title": .string(ref.name), "description": .null, "type": .null,
      "lifecycle": .null, "owner": .null, "system": .null, "tags": [],
    ]
  }

  private func target(_ type: RelationType, of id: EntityID, kind: String? = nil) -> TemplateValue {
    model.catalog.firstTarget(type, of: id, kind: kind).map(references.value) ?? .null
  }

  func docsSummary(_ index: Int) -> TemplateValue {
    let site = model.docs[index]
    return [
      "title": .string(docsTitle(index)),
      "description": TemplateValue(
        site.tree.summary ?? model.catalog[site.tree.entity]?.description
      ),
      "route": .string(Routes.docs(site.tree.entity).urlPath),
      "entity": references.value(site.tree.entity),
      "pages": .integer(site.tree.pages.count),
    ]
  }

  /// What the docs are called: by their configuration, else as their entity.
  package func docsTitle(_ index: Int) -> String {
    let tree = model.docs[index].tree
    return tree.title
      ?? model.catalog[tree.entity]?.displayName
      ?? tree.entity.name
  }
}
