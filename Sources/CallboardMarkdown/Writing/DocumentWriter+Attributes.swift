import CCMarkGFM
import CallboardHTML

extension DocumentWriter {
  /// Classes of the theme that attribute lists may name.
  private static let openClasses: Set<String> = [
    "md-button", "md-button--primary", "grid", "cards", "card", "annotate", "center", "middle",
    "lg", "no-print",
  ]

  /// Writes what the attribute list on a block's last line says.
  ///
  /// - Parameter own: The classes that the generator gives the element.
  mutating func writeAttributes(of block: CMarkNode, own: [String] = []) {
    guard let list = outline.attributes[block] else {
      if !own.isEmpty { builder.attribute("class", own.joined(separator: " ")) }
      return
    }
    write(list, own: own)
  }

  /// Writes the list right behind an inline, as in `[Go](x.md){ .md-button }`, and takes it away.
  mutating func writeAttributes(behind inline: CMarkNode) {
    if let list = takeAttributes(behind: inline) { write(list) }
  }

  /// Writes the list at the end of a table's cell, and takes it away.
  mutating func writeAttributes(atEndOf cell: CMarkNode, own: [String]) {
    guard options.dialect == .techDocs,
      let last = cmark_node_last_child(cell), last.type == CMARK_NODE_TEXT,
      let (list, length) = AttributeList.trailing(last.literal)
    else {
      if !own.isEmpty { builder.attribute("class", own.joined(separator: " ")) }
      return
    }
    last.setLiteral(Array(last.literal)[..<length])
    write(list, own: own)
  }

  /// The list right behind an inline, cut off the text; nil when there is none.
  func takeAttributes(behind node: CMarkNode) -> AttributeList? {
    guard options.dialect == .techDocs,
      let next = cmark_node_next(node), next.type == CMARK_NODE_TEXT,
      next.literal.first == UInt8(ascii: "{")
    else { return nil }
    let text = Array(next.literal)
    guard let close = text.firstIndex(of: UInt8(ascii: "}")),
      let list = AttributeList.parse(text[1..<close])
    else { return nil }
    next.setLiteral(text[(close + 1)...])
    return list
  }

  /// Writes id, classes and title; everything else that a list may say is the theme's to decide.
  ///
  /// - Parameters:
  ///   - own: The classes that the generator gives the element.
  ///   - title: A title of the element's own, which comes before one in the list.
  mutating func write(_ list: AttributeList, own: [String] = [], title: String? = nil) {
    if let id = list.id, ElementID.isAllowed(id), ids.insert(id).inserted {
      builder.attribute("id", id)
    }
    let classes = own + list.classes.filter { Self.openClasses.contains($0) && !own.contains($0) }
    if !classes.isEmpty { builder.attribute("class", classes.joined(separator: " ")) }
    let listed = list.pairs.first { $0.key == "title" && $0.value != "title" }?.value
    if let title = title ?? listed { builder.attribute("title", title) }
  }

  /// Writes the size of an image, which may also stand in a `style`.
  mutating func writeSize(_ list: AttributeList) {
    let style = Self.declarations(list["style"] ?? "")
    if let width = list["width"] ?? style["width"], let length = Self.length(width) {
      builder.attribute("width", length)
    }
    if let height = list["height"] ?? style["height"], let length = Self.length(height) {
      builder.attribute("height", length)
    }
    if let align = list["align"], ["left", "right", "center"].contains(align) {
      builder.attribute("align", align)
    }
  }

  /// `width: 50%; height: 2px` by property.
  private static func declarations(_ style: String) -> [String: String] {
    var declarations: [String: String] = [:]
    for declaration in style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let (name, value) = (parts[0].filter { $0 != " " }, parts[1].filter { $0 != " " })
      declarations[name] = value
    }
    return declarations
  }

  /// A number of pixels or a percentage as HTML writes it; nil for anything else.
  private static func length(_ text: String) -> String? {
    var digits = text.utf8[...]
    let isPercentage = digits.last == UInt8(ascii: "%")
    if isPercentage { digits = digits.dropLast() }
    if text.hasSuffix("px") { digits = digits.dropLast(2) }
    guard (1...5).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    return String(decoding: digits, as: UTF8.self) + (isPercentage ? "%" : "")
  }
}
