import CallboardCrawl
import CallboardDiagnostics

/// Puts pages into the order in which the navigation reads, while it is followed.
struct NavigationOrder {
  private let repository: String
  /// By path, sorted.
  private let files: [DocsFile]
  private let positions: [String: Int]
  private let automatic: AutomaticNavigation
  private let validation: DocsValidation
  /// The index into ``pages`` of a path that the navigation has met.
  private var indexes: [String: Int] = [:]
  private var pages: [DocsPage] = []
  /// What a pattern must leave, because another entry names it.
  private var named: Set<String> = []
  private var missingCount = 0
  private var expansionCount = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// Looking for the nearest name goes over all pages, so only the first missing entries get a proposal.
  private static let proposalLimit = 20
  /// Each pattern is held against all pages.
  private static let expansionLimit = 500

  init(
    _ files: [DocsFile],
    repository: String,
    validation: DocsValidation = DocsValidation(),
    settings: [String: PagesFile] = [:]
  ) {
    self.files = files.sorted { $0.path < $1.path }
    self.repository = repository
    self.validation = validation
    positions = Dictionary(
      self.files.enumerated().map { ($1.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    automatic = AutomaticNavigation(
      folders: FolderIndex(self.files.lazy.map(\.path)),
      settings: settings
    )
    // Those of all docs stay in memory: no room for more than there will be.
    pages.reserveCapacity(files.count)
  }

  /// Resolves `nav`: paths to pages, folders and patterns to what they hold, everything else to links.
  mutating func follow(_ entries: [MkDocsConfiguration.NavigationEntry]) -> [DocsNavigationItem] {
    note(entries)
    return items(entries)
  }

  /// The navigation of docs without `nav`: all files in their order.
  mutating func followFiles() -> [DocsNavigationItem] {
    number(automatic.entries(of: "") { _ in true })
  }

  /// The index of a page that was met or is yet to be; nil when there is none.
  func page(at path: String) -> Int? { indexes[path] }

  /// All pages: the listed ones in reading order, then the others by path.
  mutating func finish() -> [DocsPage] {
    for file in files where indexes[file.path] == nil {
      add(file.path, title: nil, isListed: false)
    }
    return pages
  }

  /// The path that an author most likely meant.
  func nearest(to path: String) -> String? {
    NearestName.of(path, in: files.lazy.map(\.path))
  }

  private mutating func note(_ entries: [MkDocsConfiguration.NavigationEntry]) {
    for entry in entries {
      switch entry {
      case .section(_, let nested): note(nested)
      case .target(_, let path, _): named.insert(Self.cleaned(path))
      case .include: continue
      }
    }
  }

  private mutating func items(
    _ entries: [MkDocsConfiguration.NavigationEntry]
  ) -> [DocsNavigationItem] {
    entries.flatMap { entry -> [DocsNavigationItem] in
      switch entry {
      case .section(let title, let nested): [.section(title: title, items: items(nested))]
      case .target(let title, let path, let span): items(title: title, path: path, span: span)
      case .include: []
      }
    }
  }

  private mutating func items(
    title: String?,
    path: String,
    span: SourceSpan
  ) -> [DocsNavigationItem] {
    let cleaned = Self.cleaned(path)
    if positions[cleaned] != nil {
      return [.page(add(cleaned, title: title, isListed: true))]
    }
    if let url = LinkDestination.publicURL(path) { return [.link(title: title ?? url, url: url)] }
    if let found = expansion(title: title, cleaned) { return found }
    if path.hasPrefix("/") { return [.link(title: title ?? path, url: path)] }
    missingCount += 1
    let proposal = missingCount <= Self.proposalLimit ? nearest(to: cleaned) : nil
    let finding = Diagnostic.navigationTargetMissing(path, nearest: proposal, at: span)
    if let judged = validation.judge(finding, as: .missingEntry) { diagnostics.append(judged) }
    return []
  }

  /// What an entry stands for that names several pages; nil for any other.
  private mutating func expansion(title: String?, _ path: String) -> [DocsNavigationItem]? {
    guard expansionCount < Self.expansionLimit else { return nil }
    let found = rest(path) ?? folder(title: title, path) ?? pattern(title: title, path)
    if found != nil { expansionCount += 1 }
    return found
  }

  /// `...`: all pages that no other entry names.
  private mutating func rest(_ path: String) -> [DocsNavigationItem]? {
    guard path == "..." || path.hasPrefix("... |") else { return nil }
    return number(
      automatic.entries(of: "") { [indexes, named] in indexes[$0] == nil && !named.contains($0) }
    )
  }

  /// `guides/`: a folder with all that is in it; nil when there is none of that name.
  private mutating func folder(title: String?, _ path: String) -> [DocsNavigationItem]? {
    let path = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard !path.isEmpty, automatic.folders.hasFolder(path) else { return nil }
    let section = automatic.section(path, title: title) { [indexes, named] in
      indexes[$0] == nil && !named.contains($0)
    }
    return section.map { number([$0]) } ?? []
  }

  /// `guides/*`: the pages and folders that match and that no other entry names; nil for what is no pattern.
  private mutating func pattern(title: String?, _ path: String) -> [DocsNavigationItem]? {
    guard Glob.isPattern(path), let glob = try? Glob(path) else { return nil }
    let fixed = path.prefix { !"*?[{\\".contains($0) }
    let folder = RepositoryPath.folder(of: String(fixed))
    let matching = automatic.entries(of: folder) { [indexes, named] page in
      indexes[page] == nil && !named.contains(page) && Self.isMatched(page, by: glob)
    }
    let items = number(matching)
    guard let title, !items.isEmpty else { return items }
    return [.section(title: title, items: items)]
  }

  /// Whether a pattern matches a page or a folder above it.
  private static func isMatched(_ page: String, by glob: Glob) -> Bool {
    var path = page
    while !path.isEmpty {
      if glob.matches(path) { return true }
      path = RepositoryPath.folder(of: path)
    }
    return false
  }

  private static func cleaned(_ path: String) -> String {
    let relative = path.hasPrefix("./") ? path.dropFirst(2) : path[...]
    return String(relative.hasPrefix("/") ? relative.dropFirst() : relative)
  }

  private mutating func number(_ entries: [AutomaticNavigation.Entry]) -> [DocsNavigationItem] {
    entries.map { entry in
      switch entry {
      case .page(let path, let title): .page(add(path, title: title, isListed: true))
      case .section(let title, let nested): .section(title: title, items: number(nested))
      case .link(let title, let url): .link(title: title, url: url)
      }
    }
  }

  /// A page listed twice is one page; its first title wins (MkDocs).
  @discardableResult
  private mutating func add(_ path: String, title: String?, isListed: Bool) -> Int {
    if let index = indexes[path] { return index }
    let file = positions[path].map { files[$0] }
    pages.append(
      DocsPage(
        source: SourcePath(repository: repository, path: file?.source ?? path),
        path: path,
        location: DocsPage.location(ofFile: path),
        navigationTitle: title,
        isListed: isListed,
        isOmissionMeant: file?.isOmissionMeant ?? false
      )
    )
    indexes[path] = pages.count - 1
    return pages.count - 1
  }
}
