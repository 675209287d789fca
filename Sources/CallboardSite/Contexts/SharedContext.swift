import CallboardTemplate

/// What every page's context holds besides its own content. Made once; ``values(for:)`` adds what differs by page.
struct SharedContext: Sendable {
  let settings: SiteSettings
  let assets: ThemeAssets
  let strings: UIStrings
  let kinds: [KindSummary]
  /// The site's Atom feeds.
  private let feeds: TemplateValue
  private let site: TemplateValue
  private let generator: TemplateValue
  private let banners: TemplateValue
  private let menu: SiteMenu
  /// The `assets` of pages as deep as most are.
  private let assetValues: [AssetsKey: TemplateValue]
  /// The kinds as menus list them where none is current.
  private let kindMenu: TemplateValue
  /// The site's navigation by the section that is current in it; nil for none.
  private let navigations: [Route?: TemplateValue]

  /// - Parameters:
  ///   - banners: What stands above every page.
  ///   - absent: The names of pages that a menu may name and that the site does not have.
  ///   - sections: See ``PageComposer/sections(of:)``.
  ///   - feeds: The paths of the feeds that the site has, by their titles.
  ///   - entries: The operator's menu; nil for the theme's own.
  init(
    settings: SiteSettings,
    assets: ThemeAssets,
    strings: UIStrings,
    banners: TemplateValue,
    absent: Set<String>,
    sections named: [String: Route],
    kinds: [KindSummary],
    feeds: [(title: String, path: String)],
    menu entries: [LayoutSettings.MenuEntry]? = nil
  ) {
    self.settings = settings
    self.banners = banners
    self.assets = assets
    self.strings = strings
    self.kinds = kinds
    self.feeds = .array(
      feeds.map { ["title": .string($0.title), "route": .string($0.path)] }
    )
    site = [
      "title": .string(settings.title),
      "url": TemplateValue(settings.url),
      "language": .string(settings.language),
      "direction": .string(strings.direction),
      "imageSources": .array(settings.imageHosts.map { .string("https://\($0)") }),
      "frameSources": .array(settings.iframeHosts.map { .string("https://\($0)") }),
      "offline": .bool(settings.isOffline),
    ]
    let roots = (0...8).map { $0 == 0 ? "./" : String(repeating: "../", count: $0) }
    let layouts = assets.styledLayouts.union([AssetsKey.plain])
    let keys = roots.flatMap { root in layouts.map { AssetsKey(root: root, layout: $0) } }
    assetValues = Dictionary(
      uniqueKeysWithValues: keys.map { ($0, assets.value(root: $0.root, layout: $0.layout)) }
    )
    generator = ["name": "Callboard", "version": .string(settings.generatorVersion)]
    kindMenu = Self.kindValues(kinds, current: nil)
    let menu = SiteMenu(entries, absent: absent, sections: named) {
      strings.text($0 == "about" ? "shell.about" : "nav.\($0)")
    }
    self.menu = menu
    let sections: [Route?] = [nil] + menu.entries.map(\.route)
    navigations = Dictionary(
      sections.map { ($0, menu.value(section: $0)) },
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
    /// What the page is to those who link to it.
    var kind = Kind.website
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

  /// What the `assets` of a page depend on.
  private struct AssetsKey: Hashable {
    /// The way back to the root.
    var root: String
    /// The template, or ``plain``.
    var layout: String

    /// Stands for the templates without styles of their own.
    static let plain = ""
  }

  /// The types of OpenGraph (ogp.me) that pages have.
  enum Kind: String, Sendable {
    case website, article
  }

  func values(for page: PageFacts) -> [String: TemplateValue] {
    let root = page.root ?? page.route.rootPrefix
    let layout = assets.styledLayouts.contains(page.layout) ? page.layout : AssetsKey.plain
    return [
      "site": site,
      "root": .string(root),
      "page": .object(TemplateObject(Self.pageShape, pageValues(page))),
      "navigation": navigations[page.section] ?? menu.value(section: page.section),
      "breadcrumbs": .array(
        page.breadcrumbs.map { crumb in
          let values = [.string(crumb.label), TemplateValue(crumb.route?.urlPath)]
          return .object(TemplateObject(Self.crumbShape, values))
        }
      ),
      "assets": assetValues[AssetsKey(root: root, layout: layout)]
        ?? assets.value(root: root, layout: layout),
      "manifest": .string(root + WebManifest.path),
      "feeds": feeds,
      "generator": generator,
      "banners": banners,
    ]
  }

  private static let pageShape = TemplateObject.Shape([
    "title", "description", "route", "layout", "indexed", "kind", "canonical",
  ])
  private static let crumbShape = TemplateObject.Shape(["label", "route"])

  /// In the order of ``pageShape``.
  private func pageValues(_ page: PageFacts) -> [TemplateValue] {
    let address = page.route.urlPath
    let published = page.isIndexed ? settings.url.map { $0 + address } : nil
    return [
      .string(page.title), TemplateValue(page.description), .string(address),
      .string(page.layout), .bool(page.isIndexed), .string(page.kind.rawValue),
      TemplateValue(page.canonical ?? published),
    ]
  }

  /// The kinds as menus and overviews list them.
  func kindValues(current: String?) -> TemplateValue {
    current == nil ? kindMenu : Self.kindValues(kinds, current: current)
  }

  private static func kindValues(_ kinds: [KindSummary], current: String?) -> TemplateValue {
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
}
