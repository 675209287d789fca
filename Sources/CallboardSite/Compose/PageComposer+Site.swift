import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardTemplate

/// The contexts of the pages that belong to the site as a whole.
extension PageComposer {
  func searchContext() -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: strings.text("nav.search"),
        route: Routes.search,
        layout: "search",
        section: Routes.search
      )
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
      for: .init(title: strings.text("about.title"), route: Routes.about, layout: "about")
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
      title: strings.text("about.title"),
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
          strings.text("common.entities"),
          "\(model.catalog.entities.count)",
          link: .site(Routes.catalog.urlPath)
        ),
        WidgetStat(
          strings.text("common.docs-pages"),
          "\(docsPages)",
          link: .site(Routes.docsHome.urlPath)
        ),
        WidgetStat(strings.text("common.repositories"), "\(model.repositories.count)"),
      ])
    )
  }

  private func buildWidget() -> Widget {
    let index = APIPath.root + APIPath.index
    let pairs = [
      WidgetPairs.Pair(
        strings.text("about.generator"),
        [.text("Callboard \(model.settings.generatorVersion)")]
      ),
      WidgetPairs.Pair(
        strings.text("about.revision-site"),
        [model.settings.revision.map { .code($0) } ?? .text(strings.text("common.unknown"))]
      ),
      WidgetPairs.Pair(
        strings.text("about.newest"),
        [
          model.newestChange.map { .date(WidgetDate(secondsSince1970: $0, strings)) }
            ?? .text(strings.text("common.unknown"))
        ]
      ),
      WidgetPairs.Pair(
        strings.text("about.machine"),
        [.link(WidgetLink(index, .site(index), isCode: true))]
      ),
    ]
    return Widget(
      id: "build",
      title: strings.text("about.build"),
      .keyValue(WidgetPairs(pairs, look: .wide))
    )
  }

  /// - Parameters:
  ///   - entities: How many entities each repository has.
  ///   - pages: How many pages of docs.
  private func sourcesWidget(_ entities: [String: Int], _ pages: [String: Int]) -> Widget {
    let newest = newestChanges()
    let rows = model.repositories.prefix(Self.sourceCount).map { repository in
      [
        WidgetTable.Cell(.text(repository.name)),
        .init(repository.revision.map { .code($0) } ?? .text(strings.text("common.unknown"))),
        .init(
          newest[repository.name].map { .date(WidgetDate(secondsSince1970: $0, strings)) }
        ),
        .init(.number(repository.files.count)),
        .init(.number(entities[repository.name] ?? 0)),
        .init(.number(pages[repository.name] ?? 0)),
      ]
    }
    let table = WidgetTable(
      columns: [
        .init("repository", strings.text("about.repository")),
        .init("revision", strings.text("about.revision")),
        .init("changed", strings.text("about.changed")),
        .init("files", strings.text("about.files"), isNumeric: true),
        .init("entities", strings.text("about.entities"), isNumeric: true),
        .init("pages", strings.text("about.pages"), isNumeric: true),
      ],
      rows: rows
    )
    return Widget(id: "sources", title: strings.text("about.sources"), .table(table))
  }

  private static let sourceCount = 500

  /// What there is to choose; `scripts/preferences.js` has the same values.
  private static let settings: [(name: String, label: String, values: [String], usual: String)] = [
    ("theme", "scheme", ["system", "light", "dark"], "system"),
    ("contrast", "contrast", ["system", "more", "normal"], "system"),
    ("density", "density", ["site", "compact", "normal", "spacious"], "site"),
    ("size", "size", ["small", "normal", "large", "larger"], "normal"),
    ("motion", "motion", ["system", "less"], "system"),
    ("keys", "keys", ["on", "off"], "on"),
  ]

  func settingsContext() -> [String: TemplateValue] {
    var facts = SharedContext.PageFacts(
      title: strings.text("settings.title"),
      route: Routes.settings,
      layout: "settings"
    )
    facts.isIndexed = false
    var context = shared.values(for: facts)
    context["settings"] = .array(
      Self.settings.map { setting in
        [
          "name": .string(setting.name), "label": .string(setting.label),
          "values": .array(setting.values.map { .string($0) }),
          "usual": .string(setting.usual),
        ]
      }
    )
    context["table"] = .string(CatalogTable.entryPath)
    return context
  }

  func notFoundContext() -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: strings.text("not-found.title"),
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
