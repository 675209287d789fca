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
    context["widgets"] = widgets.values(aboutPage().widgets, in: .section)
    return context
  }

  func aboutPage() -> WidgetPage {
    var entities: [String: Int] = [:]
    for entity in model.catalog.entities { entities[entity.file.repository, default: 0] += 1 }
    var pages: [String: Int] = [:]
    for site in model.docs {
      // A version is read under a name of its own, and counts with its repository.
      let home = site.tree.version.flatMap { _ in model.catalog[site.tree.entity]?.file.repository }
      pages[home ?? site.tree.repository, default: 0] += site.tree.pages.count
    }
    return WidgetPage(
      title: "About this portal",
      route: Routes.about,
      kind: "about",
      icon: "about",
      widgets: [
        statsWidget(docsPages: pages.values.reduce(0, +)), buildWidget(),
        sourcesWidget(entities, pages),
      ]
    )
  }

  private func statsWidget(docsPages: Int) -> Widget {
    Widget(
      id: "counts",
      .stat([
        WidgetStat(
          "Entities",
          "\(model.catalog.entities.count)",
          link: .site(Routes.catalog.urlPath)
        ),
        WidgetStat("Docs pages", "\(docsPages)", link: .site(Routes.docsHome.urlPath)),
        WidgetStat("Repositories", "\(model.repositories.count)"),
      ])
    )
  }

  private func buildWidget() -> Widget {
    let index = APIPath.root + APIPath.index
    let pairs = [
      WidgetPairs.Pair("Generator", [.text("Callboard \(model.settings.generatorVersion)")]),
      WidgetPairs.Pair(
        "Revision of the site",
        [model.settings.revision.map { .code($0) } ?? .text("Unknown")]
      ),
      WidgetPairs.Pair(
        "Machine-readable",
        [.link(WidgetLink(index, .site(index), isCode: true))]
      ),
    ]
    return Widget(id: "build", title: "Build", .keyValue(WidgetPairs(pairs, look: .wide)))
  }

  /// - Parameters:
  ///   - entities: How many entities each repository has.
  ///   - pages: How many pages of docs.
  private func sourcesWidget(_ entities: [String: Int], _ pages: [String: Int]) -> Widget {
    let rows = model.repositories.prefix(Self.sourceCount).map { repository in
      [
        WidgetTable.Cell(.text(repository.name)),
        .init(repository.revision.map { .code($0) } ?? .text("Unknown")),
        .init(.number(repository.files.count)),
        .init(.number(entities[repository.name] ?? 0)),
        .init(.number(pages[repository.name] ?? 0)),
      ]
    }
    let table = WidgetTable(
      columns: [
        .init("repository", "Repository"), .init("revision", "Revision"),
        .init("files", "Files", isNumeric: true), .init("entities", "Entities", isNumeric: true),
        .init("pages", "Pages", isNumeric: true),
      ],
      rows: rows
    )
    return Widget(id: "sources", title: "Sources", .table(table))
  }

  private static let sourceCount = 500

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
