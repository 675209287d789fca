import CallboardDocs
import CallboardTemplate

/// The navigation beside a docs page as templates show it.
struct DocsTreeContext {
  let site: DocsSite
  /// The index of the page that is open.
  let current: Int

  /// All entries of small docs. Of docs with more pages than ``PageSize/navigation``, the sections that do not
  /// lead to the open page are closed and stand for their first page, and of a long list the neighbourhood of the
  /// open page is shown, so that no page grows with its docs.
  var value: TemplateValue {
    values(site.tree.navigation, isWhole: site.tree.pages.count <= PageSize.navigation)
  }

  private func values(_ items: [DocsNavigationItem], isWhole: Bool) -> TemplateValue {
    guard !isWhole, items.count > PageSize.navigation else {
      return .array(items.map { value($0, isWhole: isWhole) })
    }
    let center = items.firstIndex { holds($0) } ?? 0
    let half = PageSize.navigation / 2
    let start = max(0, min(center - half, items.count - PageSize.navigation))
    return .array(
      items[start..<(start + PageSize.navigation)].map { value($0, isWhole: isWhole) }
    )
  }

  private func value(_ item: DocsNavigationItem, isWhole: Bool) -> TemplateValue {
    switch item {
    case .page(let index):
      return entry(
        title: site.outlines[index].title,
        route: route(index),
        isCurrent: index == current
      )
    case .link(let title, let url):
      return entry(title: title, url: url)
    case .section(let title, let items):
      let holdsCurrent = items.contains { holds($0) }
      if !isWhole && !holdsCurrent {
        return entry(title: title, route: firstPage(items).map(route))
      }
      return entry(
        title: title,
        isExpanded: holdsCurrent,
        children: values(items, isWhole: isWhole)
      )
    }
  }

  private func holds(_ item: DocsNavigationItem) -> Bool {
    switch item {
    case .page(let index): index == current
    case .link: false
    case .section(_, let items): items.contains { holds($0) }
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

  private func route(_ index: Int) -> String {
    Routes.docs(site.tree, location: site.tree.pages[index].location).urlPath
  }

  private func entry(
    title: String,
    route: String? = nil,
    url: String? = nil,
    isCurrent: Bool = false,
    isExpanded: Bool = false,
    children: TemplateValue = []
  ) -> TemplateValue {
    [
      "title": .string(title),
      "route": TemplateValue(route),
      "url": TemplateValue(url),
      "current": .bool(isCurrent),
      "expanded": .bool(isExpanded),
      "children": children,
    ]
  }
}
