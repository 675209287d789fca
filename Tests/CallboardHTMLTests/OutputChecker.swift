/// A second opinion on the sanitiser's output: reads it byte by byte against lists of its own.
///
/// Accepts only what the sanitiser may write, spelt exactly as it writes it, so that whatever slips
/// through in any other form is a fault.
struct OutputChecker {
  private static let elements: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "div", "span", "blockquote", "pre", "code",
    "kbd", "samp", "var", "tt", "b", "strong", "i", "em", "u", "s", "del", "ins", "mark", "small",
    "sub", "sup", "q", "cite", "dfn", "abbr", "time", "bdi", "bdo", "wbr", "ul", "ol", "li", "dl",
    "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
    "a", "img", "figure", "figcaption", "details", "summary", "ruby", "rt", "rp", "video",
  ]
  private static let attributes: Set<String> = [
    "id", "class", "title", "lang", "dir", "align", "aria-label", "aria-hidden", "role", "href",
    "rel", "src", "alt", "width", "height", "loading", "colspan", "rowspan", "scope", "headers",
    "start", "reversed", "type", "value", "datetime", "open", "cite", "span", "controls", "preload",
    "muted", "loop",
  ]
  private static let voids: Set<String> = ["br", "hr", "img", "wbr", "col"]
  private static let blocks: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "hr", "div", "blockquote", "pre", "ul", "ol", "li",
    "dl", "dt", "dd", "table", "figure", "figcaption", "details", "summary",
  ]
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "dt": ["dl", "div"], "dd": ["dl", "div"], "tr": tableParents,
    "td": ["tr"], "th": ["tr"], "thead": ["table"], "tbody": ["table"], "tfoot": ["table"],
    "caption": ["table"], "colgroup": ["table"], "col": ["colgroup"],
  ]
  private static let tableParents: Set<String> = ["table", "thead", "tbody", "tfoot"]
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "slack"]

  private let bytes: [UInt8]
  private var position = 0
  private var open: [String] = []
  private var ids: Set<String> = []
  private var fault: String?

  private init(_ html: String) {
    bytes = Array(html.utf8)
  }

  /// nil when the output is as it should be.
  static func fault(in html: String) -> String? {
    var checker = OutputChecker(html)
    return checker.check()
  }

  private mutating func check() -> String? {
    while position < bytes.count, fault == nil {
      switch bytes[position] {
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        fault = "raw \(Character(Unicode.Scalar(bytes[position]))) in text"
      case let byte:
        if let parent = open.last, Self.tableParents.contains(parent) || parent == "tr",
          byte > 0x20
        {
          fault = "text in \(parent)"
        }
        position += 1
      }
    }
    if fault == nil, !open.isEmpty { fault = "not closed: \(open)" }
    return fault.map { "\($0) at \(position)" }
  }

  private mutating func readTag() {
    position += 1
    let isEnd = take("/")
    let name = takeWhile { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
    guard Self.elements.contains(name) else {
      fault = "element '\(name)'"
      return
    }
    if isEnd {
      if open.popLast() != name { fault = "end tag of \(name) does not match" }
      if !take(">") { fault = "end tag" }
      return
    }
    checkPlace(of: name)
    var seen: Set<String> = []
    while fault == nil, take(" ") {
      let attribute = takeWhile { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D }
      if !Self.attributes.contains(attribute) { fault = "attribute '\(attribute)'" }
      if !seen.insert(attribute).inserted { fault = "two attributes '\(attribute)'" }
      if take("=") { checkValue(of: attribute, on: name) }
    }
    if fault == nil, !take(">") { fault = "start tag of \(name)" }
    if !Self.voids.contains(name) { open.append(name) }
  }

  private mutating func checkPlace(of name: String) {
    if let parents = Self.parents[name], !parents.contains(open.last ?? "") {
      fault = "\(name) in \(open.last ?? "nothing")"
    }
    if Self.parents[name] == nil, let parent = open.last,
      Self.tableParents.contains(parent) || parent == "tr" || parent == "colgroup"
    {
      fault = "\(name) in \(parent)"
    }
    if name == "a", open.contains("a") { fault = "nested links" }
    if Self.blocks.contains(name) {
      let scope = open.lastIndex { ["td", "th", "caption"].contains($0) } ?? 0
      if open[scope...].contains("p") { fault = "\(name) in p" }
    }
    if name.count == 2, name.first == "h", name != "hr", let parent = open.last, parent.count == 2,
      parent.first == "h"
    {
      fault = "heading in heading"
    }
  }

  private mutating func checkValue(of attribute: String, on element: String) {
    guard take("\"") else {
      fault = "value without quotes"
      return
    }
    let value = takeWhile { $0 != 0x22 }
    if value.contains("<") || value.contains(">") || value.contains("'") { fault = "raw value" }
    if !take("\"") { fault = "value does not end" }
    switch attribute {
    case "id":
      if value.isEmpty || value.lowercased().hasPrefix("cb:") { fault = "id '\(value)'" }
      if !ids.insert(value).inserted { fault = "id '\(value)' twice" }
    case "href", "cite", "src":
      checkURL(value, attribute: attribute)
    default:
      break
    }
  }

  /// Takes for a scheme what a browser would, at the least.
  private mutating func checkURL(_ value: String, attribute: String) {
    if value.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F }) { fault = "raw byte in URL" }
    if value.contains("\\") || value.hasPrefix("//") { fault = "URL '\(value)'" }
    guard
      let end = value.firstIndex(where: { !$0.isLetter && !$0.isNumber && !"+-.".contains($0) }),
      value[end] == ":", value.first?.isLetter == true
    else { return }
    let scheme = value[..<end].lowercased()
    if attribute == "src" {
      let isListed = value.hasPrefix("https://img.example/")
      let isData = ["png", "gif", "jpeg", "webp"].contains {
        value.lowercased().hasPrefix("data:image/\($0);base64,")
      }
      if !isListed, !isData { fault = "image '\(value.prefix(60))'" }
    } else if !Self.schemes.contains(scheme) {
      fault = "scheme '\(scheme)'"
    } else if scheme.hasPrefix("http"),
      value.dropFirst(8).prefix(while: { $0 != "/" }).contains("@")
    {
      fault = "user info"
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func takeWhile(_ isPart: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
