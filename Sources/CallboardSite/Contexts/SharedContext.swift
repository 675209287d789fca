import CallboardTemplate

/// What every page's context holds besides its own content. Made once; ``values(for:)`` adds what differs by page.
struct SharedContext: Sendable {
  let settings: SiteSettings
  let assets: ThemeAssets
  let strings: UIStrings
  let kinds: [KindSummary]
  private let site: TemplateValue
  private let generator: TemplateValue
  /// The site's navigation by the section that is current in it; nil for none.
  private let navigations: [Route?: TemplateValue]

  init(
    settings: SiteSettings,
    assets: ThemeAssets,
    strings: UIStrings,
    kinds: [KindSummary]
  ) {
    self.settings = settings
    self.assets = assets
    self.strings = strings
    self.kinds = kinds
    site = [
      "title": .string(settings.title),
      "url": TemplateValue(settings.url),
      "language": .string(settings.language),
      "direction": .string(strings.direction),
    ]
    generator = ["name": "Callboard", "version": .string(settings.generatorVersion)]
    let sections: [Route?] = [nil] + Self.navigationEntries.map(\.route)
    navigations = Dictionary(
      sections.map { ($0, Self.navigation(section: $0, strings)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// One kind of entity that the site has.
  struct KindSummary: Sendable {
    /// In lower case.
    var kind: String
    var count: Int
    var style: KindStyle
  }

  /// What one page says of itself.
  struct PageFacts {
    var title: String
    var description: String?
    var route: Route
    /// The name of the page's template.
    var layout: String
    /// The section of the navigation that the page belongs to.
    var section: Route?
    /// From the site's first page down to the parent of this one.
    var breadcrumbs: [(label: String, route: Route?)] = []
    /// Whether search engines should list the page.
    var isIndexed = true
    /// Overrides the page's own address on the published site, for a page that stands in for another.
    var canonical: String?
    /// Overrides the way back to the root: the page of missing addresses is served at any depth.
    var root: String?
  }

  func values(for page: PageFacts) -> [String: TemplateValue] {
    let root = page.root ?? page.route.rootPrefix
    return [
      "site": site,
      "root": .string(root),
      "page": [
        "title": .string(page.title),
        "description": TemplateValue(page.description),
        "route": .string(page.route.urlPath),
        "layout": .string(page.layout),
        "indexed": .bool(page.isIndexed),
        "canonical": TemplateValue(
          page.canonical ?? settings.url.map { $0 + page.route.urlPath }
        ),
      ],
      "navigation": navigations[page.section] ?? Self.navigation(section: page.section, strings),
      "breadcrumbs": .array(
        page.breadcrumbs.map { crumb in
          ["label": .string(crumb.label), "route": TemplateValue(crumb.route?.urlPath)]
        }
      ),
      "assets": assets.value(root: root),
      "generator": generator,
    ]
  }

  /// The kinds as menus and overviews list them.
  func kindValues(current: String?) -> TemplateValue {
    .array(
      kinds.map { summary in
        [
          "kind": .string(summary.kind),
          "label": .string(summary.style.plural),
          "icon": .string(summary.style.icon),
          "route": .string(Routes.kindIndex(summary.kind).urlPath),
          "count": .integer(summary.count),
          "current": .bool(summary.kind == current),
        ]
      }
    )
  }

  private static let navigationEntries: [(name: String, route: Route, icon: String)] = [
    ("catalog", Routes.catalog, "catalog"),
    ("graph", Routes.graph, "graph"),
    ("docs", Routes.docsHome, "docs"),
    ("changes", Routes.changes, "clock"),
    ("problems", Routes.problems, "problems"),
    ("search", Routes.search, "search"),
  ]

  private static func navigation(section: Route?, _ strings: UIStrings) -> TemplateValue {
    .array(
      navigationEntries.map { entry in
        [
          "name": .string(entry.name),
          "label": .string(strings.text("nav.\(entry.name)")),
          "route": .string(entry.route.urlPath),
          "icon": .string(entry.icon),
          "current": .bool(entry.route == section),
        ]
      }
    )
  }
}
