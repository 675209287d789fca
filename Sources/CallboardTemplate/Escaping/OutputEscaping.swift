import CallboardHTML

/// How the value of one `{{ … }}` is written, decided when the template is compiled.
enum OutputEscaping: UInt8, Sendable {
  /// As it is: scaffold mode.
  case none
  /// Between tags: text is escaped, markup is written as it is.
  case text
  /// Where tags are not read (`title`, `textarea`) or in a quoted attribute: markup is refused.
  case attribute
  /// At the beginning of a URL: only known schemes and relative references pass.
  case urlStart
  /// After a part of a URL that may still turn out to be a scheme: no colon before the path.
  case urlPart

  /// Appends a text, made safe for its place.
  func write(_ text: String, to output: inout [UInt8]) {
    var text = text
    switch self {
    case .none:
      output += text.utf8
      return
    case .text, .attribute:
      break
    case .urlStart:
      if !text.withUTF8({ URLScheme.isAllowed($0) }) { text = URLScheme.replacement }
    case .urlPart:
      if text.withUTF8({ URLScheme.endsScheme($0) }) { text = URLScheme.replacement }
    }
    text.withUTF8 { Escape.text($0, into: &output) }
  }
}

/// Which URLs a page may link to.
enum URLScheme {
  /// What replaces a URL with any other scheme.
  static let replacement = "#unsafe-url"

  private static let allowed = ["http", "https", "mailto", "tel"]

  /// Whether a text that begins a URL has an allowed scheme or none.
  static func isAllowed(_ url: some Collection<UInt8>) -> Bool {
    guard let scheme = scheme(of: url) else { return true }
    return allowed.contains { name in
      name.utf8.count == scheme.count && zip(name.utf8, scheme).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  /// Whether a text in the middle of a URL could end a scheme that began before it.
  static func endsScheme(_ part: some Collection<UInt8>) -> Bool {
    scheme(of: part) != nil
  }

  /// What stands before a colon, if nothing before it (`/`, `?`, `#`) makes the URL relative.
  static func scheme<Bytes: Collection<UInt8>>(of url: Bytes) -> Bytes.SubSequence? {
    guard
      let end = url.firstIndex(where: {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?")
          || $0 == UInt8(ascii: "#")
      }), url[end] == UInt8(ascii: ":")
    else { return nil }
    return url[..<end]
  }
}
