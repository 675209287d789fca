import CallboardDiagnostics

/// One file of a site that is audited.
struct AuditedFile: Sendable {
  /// Below the output folder.
  let path: String
  /// As findings name it.
  let source: SourcePath
  let bytes: [UInt8]
}

/// What the audit of one page needs to know of the others.
struct AuditedSite: Sendable {
  /// All paths of files.
  let paths: Set<String>
  /// `https://portal.example`; nil when no page tells.
  let origin: String?
  /// The path of the site's root on its host, between slashes; `/` when no page tells.
  let root: String

  /// - Parameter home: The bytes of the first page, whose canonical address tells where the site is.
  init(paths: Set<String>, home: [UInt8]) {
    self.paths = paths
    var reader = PublishedTagReader(home)
    var canonical: PublishedAddress?
    while canonical == nil, let tag = reader.next() {
      if tag.name == "link", tag["rel"] == "canonical" { canonical = tag["href"].map { .init($0) } }
    }
    origin = canonical?.origin
    root = canonical.map { $0.path.hasSuffix("/") ? $0.path : $0.path + "/" } ?? "/"
  }

  /// The file that a host would send for an address; nil when there is none.
  ///
  /// - Parameters:
  ///   - address: The path of an address, percent-encoded; empty for the page itself.
  ///   - page: The path of the file with the link.
  func file(at address: String, from page: String) -> String? {
    if address.isEmpty { return page }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    var rest = Substring(address)
    if rest.hasPrefix("/") {
      guard rest.hasPrefix(root) else { return nil }
      parts = []
      rest = rest.dropFirst(root.count)
    }
    for part in rest.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(PercentCode.decodedLeniently(String(part)))
      }
    }
    let path = parts.joined(separator: "/")
    let isFolder = rest.isEmpty || rest.hasSuffix("/") || rest.hasSuffix(".")
    let index = path.isEmpty ? "index.html" : path + "/index.html"
    if isFolder { return paths.contains(index) ? index : nil }
    if paths.contains(path) { return path }
    // A host leads on to the folder.
    return paths.contains(index) ? index : nil
  }
}
