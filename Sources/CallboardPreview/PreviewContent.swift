import CallboardBuild
import CallboardDiagnostics

/// What the server shows at one moment: the site of the newest build that came to an end, and what was found since.
struct PreviewContent: Sendable {
  /// None until a first build came to an end.
  var files = MemorySite([])
  /// Has the files of the search index, which are none of ``files``; nil for a site without.
  var search: DeferredSearch?
  /// Where the site's root is, with slashes at both ends.
  var basePath = "/"
  /// The worst first.
  var findings: [PreviewFinding] = []
  /// Counts the sites, from 0 for none.
  var build = 0
}

extension PreviewContent {
  /// Answers a request for a path of the site.
  ///
  /// - Parameter portal: The published portal that has what this site does not; nil for none.
  func response(to target: RequestTarget, portal: PreviewPortal? = nil) -> Response {
    guard let path = path(below: target.path) else {
      // The site stands at a path of its own, and whoever opens the server means the site.
      if target.path == "/" { return .redirect(to: basePath) }
      return missing(status: 404)
    }
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    if let bytes = files[file] { return served(bytes, as: file) }
    if search != nil, DeferredSearch.covers(file) { return .searchFile(file) }
    if files["\(path)/index.html"] != nil { return .redirect(to: address(of: path + "/")) }
    switch portal?.look(up: path) {
    case .file(let bytes, let name): return served(bytes, as: name)
    case .folder: return .redirect(to: address(of: path + "/"))
    case .elsewhere(let address): return .redirect(to: address)
    case nil: return missing(status: 404)
    }
  }

  /// Answers with a file of the search index.
  ///
  /// - Complexity: see ``DeferredSearch``.
  func response(withSearchFile file: String) -> Response {
    search?[file].map { served($0, as: file) } ?? missing(status: 404)
  }

  /// The file of the page at a path of the server; nil when the site has no such page.
  func page(at path: String) -> String? {
    guard let path = self.path(below: path) else { return nil }
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    return files[file] == nil ? nil : file
  }

  private func path(below path: String) -> String? {
    guard path.hasPrefix(basePath) else { return path + "/" == basePath ? "" : nil }
    return String(path.dropFirst(basePath.count))
  }

  private func address(of path: String) -> String { PercentCode.path(basePath + path) }

  private func served(_ bytes: [UInt8], as file: String) -> Response {
    let type = MediaType.of(file)
    let isPage = file.hasSuffix(".html")
    return .file(
      status: 200,
      type: type,
      bytes: isPage ? PreviewPage.adding(build: build, to: bytes) : bytes
    )
  }

  private func missing(status: Int) -> Response {
    let page = files["404.html"] ?? (build == 0 ? PreviewPage.waiting : PreviewPage.missing)
    return .file(
      status: build == 0 ? 503 : status,
      type: MediaType.of("404.html"),
      bytes: PreviewPage.adding(build: build, to: page)
    )
  }
}
