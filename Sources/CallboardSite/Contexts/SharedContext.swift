import CallboardTemplate

/// What every page's context holds besides its own content. Made once; ``values(for:)`` adds what differs by page.
struct SharedContext: Sendable {
  let settings: SiteSettings
  let assets: ThemeAssets
  let kinds: [KindSummary]
  private let site: TemplateValue
  private let generator: TemplateValue
  /// The site's navigation by the section that is current in it; nil for none.
  private let navigations: [Route?: TemplateValue]

  /// What the navigation leads to.
  typealias Section = (label: String, route: Route, icon: String)

  private let banners: TemplateValue
  private let entries: [Section]
  /// Those of the entries that only some sites have.
  private let further: Set<Route>

  /// - Parameters:
  ///   - banners: What stands above every page.
  ///   - sections: Those that only some sites have.
  init(
    settings: SiteSettings,
    assets: ThemeAssets,
    banners: TemplateValue,
    sections: [Section],
    kinds: [KindSummary]
  ) {
    self.banners = banners
    entries = Self.navigationEntries(and: sections)
    further = Set(sections.map(\.route))
    self.settings = settings
    self.assets = assets
    self.kinds = kinds
    site = [
      "title": .string(settings.title),
      "url": TemplateValue(settings.url),
      "language": .string(settings.language),
      "direction": .string(Self.direction(of: settings.language)),
    ]
    generator = ["name": "Callboard", "version": .string(settings.generatorVersion)]
    let currents: [Route?] = [nil] + entries.map(\.route)
    navigations = Dictionary(
      currents.map { [entries, further] in ($0, Self.navigation(entries, further, section: $0)) },
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
      "navigation": navigations[page.section]
        ?? Self.navigation(entries, further, section: page.section),
      "breadcrumbs": .array(
        page.breadcrumbs.map { crumb in
          ["label": .string(crumb.label), "route": TemplateValue(crumb.route?.urlPath)]
        }
      ),
      "assets": assets.value(root: root),
      "generator": generator,
      "banners": banners,
      "hasFurther": .bool(!further.isEmpty),
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

  private static func navigationEntries(and further: [Section]) -> [Section] {
    [
      ("Catalog", Routes.catalog, "catalog"),
      ("Graph", Routes.graph, "graph"),
      ("Docs", Routes.docsHome, "docs"),
      ("Changes", Routes.changes, "clock"),
      ("Problems", Routes.problems, "problems"),
    ]
      + further + [("Search", Routes.search, "search")]
  }

  private static func navigation(
    _ entries: [Section],
    _ further: Set<Route>,
    section: Route?
  ) -> TemplateValue {
    .array(
      entries.map { entry in
        [
          "label": .string(entry.label),
          "route": .string(entry.route.urlPath),
          "icon": .string(entry.icon),
          "current": .bool(entry.route == section),
          "isFurther": .bool(further.contains(entry.route)),
        ]
      }
    )
  }

  /// Right to left for the languages whose script runs that way (Unicode CLDR, `characterOrder`).
  private static func direction(of language: String) -> String {
    let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
    return ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"].contains(primary)
      ? "rtl" : "ltr"
  }
}
