import CallboardCatalog
import CallboardTemplate

extension PageComposer {
  /// A page of the list of what commits did to the catalog.
  func changesContext(_ number: Int) -> [String: TemplateValue] {
    let history = model.history
    var context = shared.values(
      for: .init(
        title: strings.title(strings.text("changes.title"), page: number),
        description: strings.text("changes.description"),
        route: Routes.page(number, of: Routes.changes),
        layout: "changes",
        section: Routes.changes,
        breadcrumbs: [(strings.text("nav.catalog"), Routes.catalog)]
      )
    )
    let extent: (name: String, repositories: Int) =
      switch history.extent {
      case .off: ("off", 0)
      case .none: ("none", 0)
      case .repositories(let count): ("known", count)
      }
    context["history"] = [
      "extent": .string(extent.name),
      "repositories": .integer(extent.repositories),
      "commits": .integer(history.entries.count),
      "data": history.entries.isEmpty ? .null : .string(ChangesFiles.dataPath),
      "feed": ChangesFiles.hasFeed(model) ? .string(ChangesFiles.feedPath) : .null,
    ]
    context["changeNames"] = .array(
      CatalogEvent.Change.Name.allCases.map { .string($0.rawValue) }
    )
    let range = PageSize.range(number, of: PageSize.commits, in: history.entries.count)
    context["months"] = changes.monthValues(range)
    context["pagination"] = Pagination.value(
      page: number,
      of: Routes.changes,
      count: history.entries.count,
      size: PageSize.commits
    )
    return context
  }
}
