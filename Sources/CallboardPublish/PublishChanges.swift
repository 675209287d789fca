import CallboardBuild

/// What a publication does to a destination.
package struct PublishChanges: Equatable, Sendable {
  /// Paths in the order in which they arrive.
  package var added: [String] = []
  package var changed: [String] = []
  package var removed: [String] = []
  package var unchangedCount = 0

  /// Whether the destination has the site already.
  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// Of nothing.
  init() {}

  /// What makes the published files those of a site.
  init(from published: PublishedFiles, to site: BuiltSite) {
    var gone = published.files
    for file in site.files {
      switch gone.removeValue(forKey: file.path) {
      case nil: added.append(file.path)
      case .some(file.hash): unchangedCount += 1
      case .some: changed.append(file.path)
      }
    }
    added = PublishOrder.sorted(added)
    changed = PublishOrder.sorted(changed)
    // The other way round: what links to a page goes before the page.
    removed = PublishOrder.sorted(Array(gone.keys)).reversed()
  }

  /// What is sent, part after part; a part may be sent in any order.
  var uploads: [[String]] {
    var parts: [[String]] = []
    for stage in PublishOrder.Stage.allCases {
      let new = added.filter { PublishOrder.Stage($0) == stage }
      let other = changed.filter { PublishOrder.Stage($0) == stage }
      // New pages are there before the pages that now link to them.
      parts += stage == .page ? [new, other] : [new + other]
    }
    return parts.filter { !$0.isEmpty }
  }
}

/// The order in which files arrive, so that a reader meets no link to what is not there yet.
enum PublishOrder {
  /// When a file of the site is sent.
  enum Stage: Int, CaseIterable, Comparable {
    /// What pages load: styles, scripts, pictures, data.
    case resource
    case page
    /// What leads to pages and data: the home page, lists of pages, the beginning of search.
    case entrance

    /// By the path alone.
    init(_ path: String) {
      let isEntrance =
        path == "index.html" || path == "sw.js" || path == "api/v1/index.json"
        || path.hasPrefix("sitemap") || path.hasSuffix(".xml") || path.hasSuffix(".atom")
        || path.hasSuffix("llms.txt")
        || path == "search/index/entry.json" || path == "_redirects" || path == "_headers"
      self = isEntrance ? .entrance : path.hasSuffix(".html") ? .page : .resource
    }

    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// By stage, and within one by path.
  static func sorted(_ paths: [String]) -> [String] {
    paths.map { (Stage($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }
}
