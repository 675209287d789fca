/// An XML document as it is written, from the front to the back.
struct XMLText {
  /// UTF-8.
  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

  /// Markup that is as it should be.
  mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// An element that holds text, and a line end.
  mutating func element(_ name: String, _ text: String) {
    markup("<\(name)>")
    self.text(text)
    markup("</\(name)>\n")
  }

  /// Text for content and attributes alike. Characters that XML 1.0 (section 2.2) cannot hold become
  /// U+FFFD.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup("&amp;")
      case "<": markup("&lt;")
      case ">": markup("&gt;")
      case "\"": markup("&quot;")
      case "\t", "\n", "\r": bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": markup("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }
}

/// The parts of an Atom feed (RFC 4287) that all feeds of a site have.
extension XMLText {
  /// Opens the feed.
  ///
  /// - Parameters:
  ///   - page: The address of the page that shows the same; also the feed's id.
  ///   - address: The feed's own.
  ///   - updated: Of the latest entry, by RFC 3339.
  mutating func openFeed(
    _ title: String,
    of settings: SiteSettings,
    page: String,
    address: String,
    updated: String
  ) {
    markup("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    text(settings.language)
    markup("\">\n")
    element("title", title)
    element("id", page)
    link("alternate", to: page, type: "text/html")
    link("self", to: address, type: "application/atom+xml")
    element("updated", updated)
    markup("<author>")
    element("name", settings.title)
    markup("</author>\n")
    markup("<generator>Callboard</generator>\n")
  }

  mutating func link(_ relation: String, to address: String, type: String) {
    markup("<link rel=\"\(relation)\" type=\"\(type)\" href=\"")
    text(address)
    markup("\"/>\n")
  }
}
