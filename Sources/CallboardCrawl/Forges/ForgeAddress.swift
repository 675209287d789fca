import CallboardDiagnostics

/// An address of a forge's web pages, cut into its parts.
struct ForgeAddress {
  /// In lower case, with the port if there is one.
  let host: String
  /// The components of the path, without percent escapes.
  let components: [String]
  private let query: [String: String]

  /// Whether anything stands behind the `?`.
  var hasQuery: Bool { !query.isEmpty }

  /// Fails for what is no `http` or `https` address, or has an escape that is none.
  init?(_ url: String) {
    let scheme = url.prefix(8).lowercased()
    let start = scheme == "https://" ? 8 : scheme.hasPrefix("http://") ? 7 : 0
    guard start > 0 else { return nil }
    let address = url.dropFirst(start).prefix { $0 != "#" }
    // In a pattern `?` stands for one character, so a query begins at the last one that has a `=` behind it.
    let parts = Self.cutQuery(address)
    let place = parts.place.split(separator: "/", omittingEmptySubsequences: true)
    guard let authority = place.first else { return nil }
    host = authority.split(separator: "@").last.map { $0.lowercased() } ?? ""
    var components: [String] = []
    for component in place.dropFirst() {
      guard let text = PercentCode.decoded(component) else { return nil }
      components.append(text)
    }
    self.components = components
    var query: [String: String] = [:]
    for pair in parts.query.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let value = PercentCode.decoded(sides[1]) else { continue }
      query[String(sides[0])] = value
    }
    self.query = query
  }

  /// The path of a file or folder, if the address names one of the references; empty for the root.
  ///
  /// - Parameters:
  ///   - rest: The components behind those of the repository's own address.
  ///   - isRawHost: Whether the host serves bare files, whose addresses begin with the reference.
  ///   - references: What may stand for the revision that was read.
  func path(
    in rest: [String],
    kind: Forge.Kind,
    isRawHost: Bool,
    references: Set<String>
  ) -> String? {
    switch kind {
    case .github:
      if isRawHost { return Self.path(after: references, in: rest[...]) }
      guard let page = rest.first, ["blob", "tree", "raw", "edit", "blame"].contains(page) else {
        return nil
      }
      return Self.path(after: references, in: rest.dropFirst())
    case .gitlab:
      let rest = rest.first == "-" ? rest.dropFirst() : rest[...]
      guard let page = rest.first, ["blob", "tree", "raw", "edit", "blame"].contains(page) else {
        return nil
      }
      return Self.path(after: references, in: rest.dropFirst())
    case .gitea:
      guard let page = rest.first, ["src", "raw", "_edit"].contains(page) else { return nil }
      let isKind = rest.count > 1 && ["branch", "tag", "commit"].contains(rest[1])
      return Self.path(after: references, in: rest.dropFirst(isKind ? 2 : 1))
    case .bitbucketCloud:
      guard let page = rest.first, ["src", "raw"].contains(page) else { return nil }
      return Self.path(after: references, in: rest.dropFirst())
    case .bitbucketServer:
      guard let page = rest.first, ["browse", "raw"].contains(page) else { return nil }
      guard query["at"].map(references.contains) ?? true else { return nil }
      return Self.joined(rest.dropFirst())
    case .azure:
      guard let path = query["path"] ?? (query["version"] == nil ? nil : "") else { return nil }
      // `GB` is a branch, `GT` a tag, `GC` a commit.
      let version = query["version"].map { $0.count > 2 ? String($0.dropFirst(2)) : $0 }
      guard version.map(references.contains) ?? true else { return nil }
      return Self.joined(path.split(separator: "/").map(String.init)[...])
    case .plain:
      return nil
    }
  }

  /// The path behind the longest reference that the components begin with; a branch may hold slashes.
  private static func path(after references: Set<String>, in rest: ArraySlice<String>) -> String? {
    for count in (1...max(1, min(rest.count, 8))).reversed() {
      let name = rest.prefix(count).joined(separator: "/")
      if references.contains(name) { return joined(rest.dropFirst(count)) }
    }
    return nil
  }

  private static func joined(_ components: ArraySlice<String>) -> String? {
    let isSound = !components.contains { $0 == "." || $0 == ".." || $0.utf8.contains(0) }
    return isSound ? components.joined(separator: "/") : nil
  }

  private static func cutQuery(_ text: Substring) -> (place: Substring, query: Substring) {
    guard let equals = text.firstIndex(of: "="),
      let mark = text[..<equals].lastIndex(of: "?")
    else { return (text, "") }
    return (text[..<mark], text[text.index(after: mark)...])
  }
}
