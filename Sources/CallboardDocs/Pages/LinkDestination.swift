import CallboardDiagnostics

/// What an author wrote as the target of a link or image, taken apart.
///
/// The parts follow RFC 3986; the path is percent-decoded so that it can be compared with file names.
package enum LinkDestination: Hashable, Sendable {
  /// Has a scheme or names another host: `https://…`, `mailto:…`, `//host/…`.
  case external
  /// Only a fragment, or nothing at all: a place in the page itself.
  case samePage(fragment: String?)
  /// Relative to the folder of the page's source file.
  case relative(path: String, fragment: String?)
  /// Begins with a slash. MkDocs leaves such links alone; we read them from the docs folder first.
  case absolute(path: String, fragment: String?)
  /// `entity:component:default/payments`, our own form of a link to an entity's page.
  case entity(String)

  package init(_ destination: String) {
    if destination.hasPrefix("//") {
      self = .external
      return
    }
    if let scheme = Self.scheme(of: destination) {
      self =
        scheme == "entity"
        ? .entity(String(destination.dropFirst("entity:".count))) : .external
      return
    }
    let (beforeFragment, fragment) = Self.cut(destination, at: UInt8(ascii: "#"))
    let (path, _) = Self.cut(beforeFragment, at: UInt8(ascii: "?"))
    let decodedFragment = fragment.map { PercentCode.decodedLeniently(String($0)) }
    let decoded = PercentCode.decodedLeniently(String(path))
    if decoded.isEmpty {
      self = .samePage(fragment: decodedFragment)
    } else if decoded.hasPrefix("/") {
      self = .absolute(path: String(decoded.dropFirst()), fragment: decodedFragment)
    } else {
      self = .relative(path: decoded, fragment: decodedFragment)
    }
  }

  /// The reference in `entity:component:default/payments`; nil for any other destination.
  package static func entityReference(_ destination: String) -> String? {
    guard case .entity(let reference) = LinkDestination(destination) else { return nil }
    return reference
  }

  /// What stands between `?` and the fragment, for the scripts of the page that the link leads to; nil when there is
  /// nothing, or a byte that RFC 3986 does not allow there.
  package static func query(of destination: String) -> String? {
    let (beforeFragment, _) = cut(destination, at: UInt8(ascii: "#"))
    guard let query = cut(beforeFragment, at: UInt8(ascii: "?")).1, !query.isEmpty else {
      return nil
    }
    let isPlain = query.utf8.allSatisfy { byte in
      isASCIILetter(byte) || (0x30...0x39).contains(byte)
        || "-._~!$&'()*+,;=:@/?%".utf8.contains(byte)
    }
    return isPlain ? query : nil
  }

  /// A link to another site as it may stand in a page: with a scheme that runs no code and, on the web, with a host
  /// that nothing hides; nil for anything else. `//host` is taken for `https://host`.
  static func publicURL(_ text: String) -> String? {
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
      return nil
    }
    let url = text.hasPrefix("//") ? "https:" + text : text
    guard let scheme = scheme(of: url) else { return nil }
    switch scheme {
    case "mailto", "tel": return url
    case "http", "https":
      let rest = url.dropFirst(scheme.utf8.count + 1)
      let host = rest.dropFirst(2).prefix { !"/?#".contains($0) }
      return rest.hasPrefix("//") && !host.isEmpty && !host.contains("@") ? url : nil
    default: return nil
    }
  }

  /// The scheme in lower case, when the text begins with one (RFC 3986, section 3.1).
  private static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.utf8.startIndex
    else { return nil }
    let candidate = text.utf8[..<colon]
    guard let first = candidate.first, Self.isASCIILetter(first) else { return nil }
    let isScheme = candidate.allSatisfy { byte in
      Self.isASCIILetter(byte) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return isScheme ? String(text[..<colon]).lowercased() : nil
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Separators are bytes, whatever marks follow them.
  private static func cut(_ text: String, at separator: UInt8) -> (String, String?) {
    guard let index = text.utf8.firstIndex(of: separator) else { return (text, nil) }
    return (String(text[..<index]), String(text[text.utf8.index(after: index)...]))
  }
}
