import CallboardTemplate

/// The entries of the main menu, ready for pages.
struct SiteMenu: Sendable {
  /// One entry.
  struct Entry: Sendable {
    /// One of ``LayoutSettings/menuPages``; nil for what has no name there.
    var name: String?
    var label: String
    /// nil for another site.
    var route: Route?
    /// nil for a page of this site.
    var url: String?
    var icon: String
  }

  let entries: [Entry]

  /// - Parameters:
  ///   - settings: nil for the theme's own menu.
  ///   - absent: The names of pages that the site does not have; their entries are left out.
  ///   - sections: Where pages stand that are not at the usual place, by name.
  ///   - label: What a page of ``LayoutSettings/menuPages`` is called.
  init(
    _ settings: [LayoutSettings.MenuEntry]?,
    absent: Set<String>,
    sections: [String: Route],
    label: (String) -> String
  ) {
    guard let settings else {
      let shown = Self.usual.filter { !absent.contains($0) }
      entries = shown.map { name in
        Entry(
          name: name,
          label: label(name),
          route: sections[name] ?? Self.route(name),
          icon: Self.icon(name)
        )
      }
      return
    }
    let shown = settings.filter { entry in
      if case .page(let name) = entry.target { !absent.contains(name) } else { true }
    }
    entries = shown.map { entry in
      switch entry.target {
      case .page(let name):
        Entry(
          name: name,
          label: entry.label ?? label(name),
          route: sections[name] ?? Self.route(name),
          icon: entry.icon ?? Self.icon(name)
        )
      case .route(let path):
        Entry(
          label: entry.label ?? path,
          route: Route(path.split(separator: "/").map(String.init)),
          icon: entry.icon ?? "page"
        )
      case .web(let url):
        Entry(label: entry.label ?? url, url: url, icon: entry.icon ?? "external")
      }
    }
  }

  /// The pages that a menu has when nobody says otherwise.
  private static let usual = [
    "catalog", "graph", "docs", "changes", "problems", "announcements", "radar", "decisions",
    "scorecards", "search",
  ]

  private static func route(_ name: String) -> Route {
    switch name {
    case "graph": Routes.graph
    case "docs": Routes.docsHome
    case "announcements": Routes.announcements
    case "decisions": Routes.decisions
    case "radar": Routes.radars
    case "scorecards": Routes.scorecards
    case "changes": Routes.changes
    case "problems": Routes.problems
    case "search": Routes.search
    case "org": Routes.org(below: nil)
    case "about": Routes.about
    case "catalog": Routes.catalog
    default: .home
    }
  }

  private static func icon(_ name: String) -> String {
    switch name {
    case "announcements": "announcement"
    case "decisions": "decision"
    case "scorecards": "scorecard"
    case "changes": "clock"
    case "org": "group"
    default: name
    }
  }

  /// The menu as a page shows it.
  ///
  /// - Parameter section: The entry that the page belongs to; nil for none.
  func value(section: Route?) -> TemplateValue {
    .array(
      entries.map { entry in
        [
          "name": TemplateValue(entry.name),
          "label": .string(entry.label),
          "route": TemplateValue(entry.route?.urlPath),
          "url": TemplateValue(entry.url),
          "icon": .string(entry.icon),
          "current": .bool(entry.route != nil && entry.route == section),
        ]
      }
    )
  }
}
