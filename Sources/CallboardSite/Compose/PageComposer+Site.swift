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
    return context
  }

  func problemsContext(_ number: Int, _ found: [Diagnostic]) -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: number > 1 ? "Problems, page \(number)" : "Problems",
        route: Routes.page(number, of: Routes.problems),
        layout: "problems",
        section: Routes.problems
      )
    )
    func count(_ severity: Diagnostic.Severity) -> TemplateValue {
      .integer(found.count { $0.severity == severity })
    }
    context["totals"] = [
      "errors": count(.error), "warnings": count(.warning), "notes": count(.note),
    ]
    let range = PageSize.range(number, of: PageSize.problems, in: found.count)
    context["groups"] = .array(grouped(found[range]))
    context["pagination"] = Pagination.value(
      page: number,
      of: Routes.problems,
      count: found.count,
      size: PageSize.problems
    )
    return context
  }

  /// Findings of one repository after those of another; they are sorted so already.
  private func grouped(_ found: ArraySlice<Diagnostic>) -> [TemplateValue] {
    var groups: [(repository: String, items: [TemplateValue])] = []
    for finding in found {
      let repository = finding.span?.file.repository ?? ""
      if groups.last?.repository != repository { groups.append((repository, [])) }
      groups[groups.count - 1].items.append(problems.value(finding))
    }
    return groups.map { group in
      [
        "repository": .string(group.repository.isEmpty ? "This site" : group.repository),
        "items": .array(group.items),
      ]
    }
  }

  func aboutContext() -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(title: "About this portal", route: Routes.about, layout: "about")
    )
    var entities: [String: Int] = [:]
    for entity in model.catalog.entities { entities[entity.file.repository, default: 0] += 1 }
    var pages: [String: Int] = [:]
    for site in model.docs { pages[site.tree.repository, default: 0] += site.tree.pages.count }
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
        root: model.settings.basePath
      )
    )
    context["kinds"] = shared.kindValues(current: nil)
    return context
  }
}
