import CallboardDocs
import CallboardTemplate

/// The navigation beside a docs page as templates show it.
struct DocsTreeContext {
  let site: DocsSite
  /// The index of the page that is open; nil for the list of all.
  let current: Int?

  let paths: DocsNavigationPaths

  private static let entryShape = TemplateObject.Shape(
    ["title", "route", "url", "current", "expanded", "status", "children"])

  /// All entries of small docs. Of docs with more pages than ``PageSize/navigation``, the sections that do not
  /// lead to the open page are closed and stand for their first page, and of a long list the neighbourhood of the
  /// open page is shown, so that no page grows with its docs.
  var value: TemplateValue {
    values(
      site.tree.navigation,
      path: current.map(paths.path) ?? [],
      isWhole: site.tree.pages.count <= PageSize.navigation
    )
  }

  /// - Parameter path: Leads on from these items to the open page; empty when it is not among them.
  private func values(
    _ items: [DocsNavigationItem],
    path: ArraySlice<Int>,
    isWhole: Bool
  ) -> TemplateValue {
    var shown = items.indices
    if !isWhole, items.count > PageSize.navigation {
      let center = path.first ?? 0
      let half = PageSize.navigation / 2
      let start = max(0, min(center - half, items.count - PageSize.navigation))
      shown = start..<(start + PageSize.navigation)
    }
    return .array(
      shown.map { position in
        let rest = path.first == position ? path.dropFirst() : nil
        return value(items[position], rest: rest, isWhole: isWhole)
      }
    )
  }

  /// - Parameter rest: How the path goes on below the item; nil when it does not lead there.
  private func value(
    _ item: DocsNavigationItem,
    rest: ArraySlice<Int>?,
    isWhole: Bool
  ) -> TemplateValue {
    switch item {
    case .page(let index):
      return entry(
        title: site.outlines[index].title,
        route: route(index),
        isCurrent: index == current,
        status: site.outlines[index].frontMatter.status
      )
    case .link(let title, let url):
      return entry(title: title, url: url)
    case .section(let title, let items):
      if !isWhole && rest == nil {
        return entry(title: title, route: firstPage(items).map(route))
      }
      if let index = site.tree.ownPage(of: items) {
        let isOpen = rest?.first == 0
        return entry(
          title: title,
          route: route(index),
          isCurrent: isOpen,
          isExpanded: rest != nil,
          status: site.outlines[index].frontMatter.status,
          children: values(
            Array(items.dropFirst()),
            path: isOpen ? [] : Self.shifted(rest ?? []),
            isWhole: isWhole
          )
        )
      }
      return entry(
        title: title,
        isExpanded: rest != nil,
        children: values(items, path: rest ?? [], isWhole: isWhole)
      )
    }
  }

  private func firstPage(_ items: [DocsNavigationItem]) -> Int? {
    for item in items {
      switch item {
      case .page(let index): return index
      case .link: continue
      case .section(_, let nested):
        if let index = firstPage(nested) { return index }
      }
    }
    return nil
  }

  /// The path among items without the first one.
  private static func shifted(_ path: ArraySlice<Int>) -> ArraySlice<Int> {
    guard let first = path.first else { return path }
    return ([first - 1] + path.dropFirst())[...]
  }

  private func route(_ index: Int) -> String { site.address(of: index) }

  private func entry(
    title: String,
    route: String? = nil,
    url: String? = nil,
    isCurrent: Bool = false,
    isExpanded: Bool = false,
    status: String? = nil,
    children: TemplateValue = []
  ) -> TemplateValue {
    .object(
      TemplateObject(
        Self.entryShape,
        [
          .string(title), TemplateValue(route), TemplateValue(url), .bool(isCurrent),
          .bool(isExpanded), TemplateValue(status), children,
        ]
      )
    )
  }
}

extension DocsTree {
  /// The index page that a section begins with, which then is the section's own: the title leads to it. One that
  /// the navigation gives a title of its own is an entry like any other.
  func ownPage(of items: [DocsNavigationItem]) -> Int? {
    guard items.count > 1, case .page(let index) = items[0] else { return nil }
    let page = pages[index]
    let isOwn = page.navigationTitle == nil && !page.location.isEmpty && page.isIndex
    return isOwn ? index : nil
  }
}
