import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardTemplate

/// The contexts of the pages that belong to the site as a whole.
extension PageComposer {
  func searchContext() -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(title: "Search", route: Routes.search, layout: "search", section: Routes.search)
    )
    context["kinds"] = shared.kindValues(current: nil)
    context["titles"] = [
      "route": .string(Routes.titles.urlPath),
      "count": .integer(plan.titles.entries.count),
      "initials": .array(titleInitials()),
    ]
    return context
  }

  func aboutContext() -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(title: "About this portal", route: Routes.about, layout: "about")
    )
    var entities: [String: Int] = [:]
    for entity in model.catalog.entities { entities[entity.file.repository, default: 0] += 1 }
    var pages: [String: Int] = [:]
    for site in model.docs {
      // A version is read under a name of its own, and counts with its repository.
      let home = site.tree.version.flatMap { _ in model.catalog[site.tree.entity]?.file.repository }
      pages[home ?? site.tree.repository, default: 0] += site.tree.pages.count
    }
    context["build"] = [
      "revision": TemplateValue(model.settings.revision),
      "version": .string(model.settings.generatorVersion),
      "entities": .integer(model.catalog.entities.count),
      "pages": .integer(pages.values.reduce(0, +)),
      "repositories": .integer(model.repositories.count),
      "sources": .array(
        model.repositories.prefix(500).map { repository in
          [
            "name": .string(repository.name),
            "revision": TemplateValue(repository.revision),
            "files": .integer(repository.files.count),
            "entities": .integer(entities[repository.name] ?? 0),
            "pages": .integer(pages[repository.name] ?? 0),
          ]
        }
      ),
    ]
    return context
  }

  func notFoundContext() -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: "Page not found",
        route: Route(path: "404"),
        layout: "not-found",
        isIndexed: false,
        root: model.settings.basePath
      )
    )
    context["kinds"] = shared.kindValues(current: nil)
    return context
  }
}
