import CallboardCatalog
import CallboardDocs

/// All entities and docs pages that search finds, by title, for readers without scripts.
struct TitleIndex: Sendable {
  /// One page in the list.
  struct Entry: Sendable {
    var title: String
    /// An entity, a page of docs or the list of their pages.
    var page: Page
    var route: Route
    /// The heading under which it stands.
    var initial: Initial
  }

  /// By initial, then by title without regard to case, then by route.
  private(set) var entries: [Entry] = []

  init() {}

  /// - Complexity: O(*n* log *n*) in the number of pages.
  init(_ pages: [(route: Route, page: Page)], of model: SiteModel) {
    let keyed = pages.compactMap { route, page -> (key: String, entry: Entry)? in
      let title: String
      switch page {
      case .entity(let id): title = model.catalog[id].displayName
      case .docs(let site, let page):
        // Of several versions the default one stands for all.
        guard model.docs[site].tree.version?.isDefault ?? true else { return nil }
        // The list stands in for search, which leaves these out.
        let outline = model.docs[site].outlines[page]
        if outline.frontMatter.isExcludedFromSearch { return nil }
        title = outline.title
      case .docsContents(let site):
        guard model.docs[site].tree.version?.isDefault ?? true else { return nil }
        title = model.docsTitle(site)
      default: return nil
      }
      let initial = Initial(of: title)
      let entry = Entry(title: title, page: page, route: route, initial: initial)
      return (title.lowercased(), entry)
    }
    entries =
      keyed.sorted { left, right in
        let (one, other) = (left.entry, right.entry)
        if one.initial != other.initial { return one.initial < other.initial }
        return left.key != right.key ? left.key < right.key : one.route < other.route
      }
      .map(\.entry)
  }
}
