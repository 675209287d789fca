import CallboardDocs
import CallboardTemplate

/// The list of all pages of docs as templates show it, where no index page says where to begin.
struct DocsContentsContext {
  /// The entries in the order of the navigation, nested as it is.
  private(set) var items: TemplateValue = []
  /// How many links are left out.
  private(set) var more = 0

  private let site: DocsSite
  /// How many links may still be shown.
  private var room = PageSize.contents

  init(_ site: DocsSite) {
    self.site = site
    var entries = site.tree.navigation
    // A navigation that names no page would leave readers outside.
    if !Self.hasPage(entries) { entries += site.tree.pages.indices.map { .page($0) } }
    items = .array(values(entries))
  }

  private static func hasPage(_ items: [DocsNavigationItem]) -> Bool {
    items.contains { item in
      switch item {
      case .page: true
      case .link: false
      case .section(_, let nested): hasPage(nested)
      }
    }
  }

  private mutating func values(_ items: [DocsNavigationItem]) -> [TemplateValue] {
    items.compactMap { value(of: $0) }
  }

  /// nil for what is left out, and for a section without anything that is shown.
  private mutating func value(of item: DocsNavigationItem) -> TemplateValue? {
    switch item {
    case .page(let index):
      guard takesRoom() else { return nil }
      return entry(site.outlines[index].title, route: route(index))
    case .link(let title, let url):
      guard takesRoom() else { return nil }
      return entry(title, url: url)
    case .section(let title, let nested):
      let own = site.tree.ownPage(of: nested)
      let route = own.flatMap { takesRoom() ? self.route($0) : nil }
      let children = values(own == nil ? nested : Array(nested.dropFirst()))
      guard route != nil || !children.isEmpty else { return nil }
      return entry(title, route: route, children: children)
    }
  }

  private mutating func takesRoom() -> Bool {
    guard room > 0 else {
      more += 1
      return false
    }
    room -= 1
    return true
  }

  private func route(_ index: Int) -> String {
    site.address(of: index)
  }

  private func entry(
    _ title: String,
    route: String? = nil,
    url: String? = nil,
    children: [TemplateValue] = []
  ) -> TemplateValue {
    [
      "title": .string(title),
      "route": TemplateValue(route),
      "url": TemplateValue(url),
      "children": .array(children),
    ]
  }
}
