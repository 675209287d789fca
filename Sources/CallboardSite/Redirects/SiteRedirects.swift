import CallboardCatalog
import CallboardDiagnostics
import CallboardDocs

/// Settles where the operator's redirects stand and lead, once all pages have their places.
struct SiteRedirects {
  /// A redirect that gets a page.
  struct Resolved: Hashable, Sendable {
    /// Where it stands.
    var route: Route
    var target: Target
  }

  enum Target: Hashable, Sendable {
    /// With what follows the page's own address: a query, a fragment, or nothing.
    case page(Route, suffix: String)
    case url(String)
  }

  /// What a written target turned out to be.
  private enum Found {
    case target(Target)
    case missing
    case loop
  }

  private let model: SiteModel
  private let routes: RouteTable
  /// All pages, by their paths in lower case.
  private let pages: [String: Route]
  /// The redirects by where they stand, in lower case.
  private var bySource: [String: SiteRedirect] = [:]

  /// - Returns: By route. Those that cannot be are left out and reported.
  static func resolve(
    _ model: SiteModel,
    _ pages: [(route: Route, page: Page)],
    _ routes: RouteTable
  ) -> Diagnosed<[Resolved]> {
    // Most sites have none, and the table of all pages would cost them something.
    guard !model.settings.redirects.isEmpty else { return Diagnosed([]) }
    var redirects = SiteRedirects(model: model, pages: pages, routes: routes)
    return redirects.resolve()
  }

  private init(model: SiteModel, pages: [(route: Route, page: Page)], routes: RouteTable) {
    self.model = model
    self.routes = routes
    self.pages = Dictionary(
      pages.map { ($0.route.path.lowercased(), $0.route) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private mutating func resolve() -> Diagnosed<[Resolved]> {
    var diagnostics: [Diagnostic] = []
    var standing: [(redirect: SiteRedirect, route: Route)] = []
    for redirect in model.settings.redirects {
      let path = Self.path(of: redirect.source)
      if let reason = Self.fault(inSource: redirect.source, path: path) {
        diagnostics.append(.siteRedirectInvalid(redirect, reason: reason))
      } else if pages[path.lowercased()] != nil || bySource[path.lowercased()] != nil {
        diagnostics.append(.siteRedirectShadowed(redirect))
      } else {
        bySource[path.lowercased()] = redirect
        standing.append((redirect, Route(path: path)))
      }
    }
    var resolved: [Resolved] = []
    for (redirect, route) in standing {
      switch find(redirect) {
      case .target(let target): resolved.append(Resolved(route: route, target: target))
      case .loop: diagnostics.append(.siteRedirectLoop(redirect))
      case .missing: diagnostics.append(.siteRedirectTargetMissing(redirect))
      }
    }
    return Diagnosed(resolved.sorted { $0.route < $1.route }, diagnostics: diagnostics)
  }

  /// Follows redirects to their end, so that a reader is sent on once.
  private func find(_ redirect: SiteRedirect) -> Found {
    var written = redirect.target
    var seen: Set<String> = [Self.path(of: redirect.source).lowercased()]
    while true {
      if written.hasPrefix("https://") || written.hasPrefix("http://") {
        return .target(.url(written))
      }
      if let reference = LinkDestination.entityReference(written) {
        guard let ref = try? EntityRef(reference, in: .init(namespace: "default")),
          let route = routes.route(of: ref)
        else { return .missing }
        return .target(.page(route, suffix: ""))
      }
      let end = written.firstIndex { $0 == "?" || $0 == "#" } ?? written.endIndex
      let path = Self.path(of: String(written[..<end])).lowercased()
      if let route = pages[path] ?? Self.laterPages[path] {
        return .target(.page(route, suffix: String(written[end...])))
      }
      guard let next = bySource[path] else { return .missing }
      guard seen.insert(path).inserted else { return .loop }
      written = next.target
    }
  }

  /// Pages that are planned after all others, since their number depends on what those bring up.
  private static let laterPages = Dictionary(
    uniqueKeysWithValues: [Routes.problems, Routes.problemOwners].map { ($0.path, $0) }
  )

  /// Without slashes at the ends, the name of a folder's own page, and percent signs.
  private static func path(of address: String) -> String {
    let parts = PercentCode.decodedLeniently(address)
      .split(separator: "/", omittingEmptySubsequences: true)
    return (parts.last == "index.html" ? parts.dropLast() : parts).joined(separator: "/")
  }

  /// Names at the root that belong to other files of the site than pages.
  private static let reserved: Set<String> = [
    "404.html", "_headers", "_redirects", "api", "assets", "llms", "llms.txt", "problems",
    "robots.txt", "site.webmanifest", "sitemap.xml", "sitemaps", "sw.js",
  ]

  private static func fault(inSource source: String, path: String) -> String? {
    if source.contains("://") || source.hasPrefix("//") { return "it is no address of the portal" }
    if source.contains("?") || source.contains("#") {
      return "a static host cannot tell addresses apart by what follows '?' or '#'"
    }
    if path.isEmpty { return "the portal's first page stands there" }
    if let fault = OutputFile.fault(inPath: path) { return fault }
    let parts = path.lowercased().split(separator: "/")
    let isReserved = parts.first.map { reserved.contains(String($0)) } ?? false
    if isReserved || path.hasPrefix("search/index/") {
      return "the portal has files of its own there"
    }
    // Docs have files beside their pages, which a page of the same name would hide.
    let kind = RepositoryPath.fileExtension(of: path)
    if parts.first == "docs", !["", "html", "htm"].contains(kind) {
      return "docs have their files there"
    }
    return nil
  }
}
