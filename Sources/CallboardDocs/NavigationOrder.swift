import CallboardDiagnostics

/// Puts pages into the order in which the navigation reads, while it is followed.
struct NavigationOrder {
  private let repository: String
  private let folder: String
  /// Paths of the pages below the docs folder, sorted.
  private let paths: [String]
  /// The index into ``pages`` of a path that the navigation has met.
  private var indexes: [String: Int] = [:]
  private let known: Set<String>
  private var pages: [DocsPage] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(paths: [String], repository: String, folder: String) {
    self.paths = paths
    self.repository = repository
    self.folder = folder
    known = Set(paths)
  }

  /// Resolves `nav`: paths to pages, everything else to links.
  mutating func follow(_ entries: [MkDocsConfiguration.NavigationEntry]) -> [DocsNavigationItem] {
    entries.compactMap { entry in
      switch entry {
      case .section(let title, let entries):
        return .section(title: title, items: follow(entries))
      case .target(let title, let path, let span):
        return item(title: title, path: path, span: span)
      }
    }
  }

  /// The navigation of docs without `nav`: all files in their order.
  mutating func followFiles() -> [DocsNavigationItem] {
    let items = AutomaticNavigation.items(for: paths)
    return items.map { number($0) }
  }

  /// All pages: the listed ones in reading order, then the others by path.
  mutating func finish() -> [DocsPage] {
    for path in paths where indexes[path] == nil {
      add(path, title: nil, isListed: false)
    }
    return pages
  }

  private mutating func item(title: String?, path: String, span: SourceSpan) -> DocsNavigationItem?
  {
    let cleaned = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    if known.contains(cleaned) { return .page(add(cleaned, title: title, isListed: true)) }
    if case .external = LinkDestination(path) { return .link(title: title ?? path, url: path) }
    let nearest = NearestName.of(cleaned, in: paths)
    diagnostics.append(.navigationTargetMissing(path, nearest: nearest, at: span))
    return nil
  }

  private mutating func number(_ item: DocsNavigationItem) -> DocsNavigationItem {
    switch item {
    case .page(let index): .page(add(paths[index], title: nil, isListed: true))
    case .section(let title, let items): .section(title: title, items: items.map { number($0) })
    case .link: item
    }
  }

  /// A page listed twice is one page; its first title wins (MkDocs).
  @discardableResult
  private mutating func add(_ path: String, title: String?, isListed: Bool) -> Int {
    if let index = indexes[path] { return index }
    let file = folder.isEmpty ? path : folder + "/" + path
    pages.append(
      DocsPage(
        source: SourcePath(repository: repository, path: file),
        location: DocsPage.location(ofFile: path),
        navigationTitle: title,
        isListed: isListed
      )
    )
    indexes[path] = pages.count - 1
    return pages.count - 1
  }
}
