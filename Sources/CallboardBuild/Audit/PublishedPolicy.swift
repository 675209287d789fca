/// The Content Security Policy of a published page.
struct PublishedPolicy: Sendable {
  /// The sources by directive, both in lower case.
  private let directives: [String: [String]]

  init(_ text: String) {
    var directives: [String: [String]] = [:]
    for part in text.split(separator: ";") {
      let words = part.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
      // Of two of one name the first counts.
      if let name = words.first, directives[name] == nil {
        directives[name] = Array(words.dropFirst())
      }
    }
    self.directives = directives
  }

  private func sources(_ directive: String) -> [String]? {
    directives[directive] ?? directives["default-src"]
  }

  /// Whether things of that directive may come from an origin such as `https://img.example`.
  func allows(_ origin: String, for directive: String) -> Bool {
    let host = origin.split(separator: "/").last.map(String.init) ?? ""
    return sources(directive)?.contains { $0 == origin || $0 == host } ?? false
  }

  /// What the policy lets through that a page of Callboard never needs; each completes "The policy …".
  var gaps: [String] {
    var gaps: [String] = []
    for directive in ["script-src", "style-src"] {
      guard let sources = sources(directive) else {
        gaps.append("has neither '\(directive)' nor 'default-src'")
        continue
      }
      let loose = sources.filter { source in
        source == "*" || source.hasPrefix("'unsafe-") || source.hasPrefix("http")
          || source.hasSuffix(":") || source.hasPrefix("'nonce-")
      }
      for source in loose { gaps.append("allows \(source) in '\(directive)'") }
    }
    for directive in ["object-src", "base-uri"] {
      // The base of a page has no default.
      let sources = directive == "base-uri" ? directives[directive] : sources(directive)
      if sources?.allSatisfy({ $0 == "'none'" || $0 == "'self'" }) != true {
        gaps.append("leaves '\(directive)' open")
      }
    }
    if directives["require-trusted-types-for"]?.contains("'script'") != true {
      gaps.append("does not require trusted types")
    }
    return gaps
  }
}
