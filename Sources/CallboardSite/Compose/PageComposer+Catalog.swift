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
    context["docs"] = .array(versions.listed.prefix(12).map { docsSummary($0) })
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

  func entityBreadcrumbs(_ ref: EntityRef) -> [(label: String, route: Route?)] {
    [
      (strings.text("nav.catalog"), Routes.catalog),
      (KindStyle.of(ref.kind, in: model.catalog.model, strings).plural, Routes.kindIndex(ref.kind)),
    ]
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
