import CCMarkGFM
import CallboardHTML

/// The footnotes of a page. cmark moves the definitions that are used to the end of the document, in
/// the order of their first use, and numbers the references.
struct Footnotes {
  /// By number, from 1: the label that the author wrote.
  var labels: [String] = []
  /// By number: how often it has been referred to so far.
  var uses: [Int] = []
  var isSectionOpen = false
  /// The number of the definition being written.
  var current = 0

  init() {}

  init(in root: CMarkNode, source: MarkdownSource) {
    var node = cmark_node_last_child(root)
    while let definition = node, definition.type == CMARK_NODE_FOOTNOTE_DEFINITION {
      labels.append(Self.fragment(of: Self.label(of: definition, source)))
      node = cmark_node_previous(definition)
    }
    labels.reverse()
    var ids = UniqueIDs(numbering: .mkdocs)
    labels = labels.map { ids.claim($0) }
    uses = Array(repeating: 0, count: labels.count)
  }

  /// Read off the source, as cmark does not give it out. Empty if the line is not as expected.
  private static func label(of definition: CMarkNode, _ source: MarkdownSource) -> String {
    guard let line = source.line(Int(cmark_node_get_start_line(definition))) else { return "" }
    // cmark's column is the one behind the marker.
    let marker = source.body[line].prefix(Int(cmark_node_get_start_column(definition)) - 1)
    guard let close = marker.lastIndex(of: UInt8(ascii: "]")),
      let open = marker[..<close].lastIndex(of: UInt8(ascii: "[")), close - open > 2
    else { return "" }
    return String(decoding: marker[(open + 2)..<close], as: UTF8.self)
  }

  /// What of a label may stand in an id.
  private static func fragment(of label: String) -> String {
    String(String.UnicodeScalarView(label.unicodeScalars.map { isPlain($0) ? $0 : "-" }))
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "." || scalar == "-" || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil
  }
}

extension DocumentWriter {
  mutating func footnoteReference(_ node: CMarkNode) {
    let text = String(decoding: node.literal, as: UTF8.self)
    guard let number = Int(text), footnotes.labels.indices.contains(number - 1) else {
      builder.text(text)
      return
    }
    footnotes.uses[number - 1] += 1
    builder.open("sup")
    builder.attribute("id", referenceID(number, use: footnotes.uses[number - 1]))
    builder.open("a")
    builder.attribute("class", "footnote-ref")
    builder.attribute("href", "#fn:" + footnotes.labels[number - 1])
    builder.text(text)
    builder.close()
    builder.close()
  }

  private func referenceID(_ number: Int, use: Int) -> String {
    "fnref\(use > 1 ? String(use) : ""):\(footnotes.labels[number - 1])"
  }

  mutating func openFootnote() {
    if !footnotes.isSectionOpen {
      footnotes.isSectionOpen = true
      builder.open("section")
      builder.attribute("class", "footnotes")
      builder.attribute("aria-label", "Footnotes")
      builder.void("hr")
      builder.open("ol")
      newline()
    }
    footnotes.current += 1
    builder.open("li")
    if footnotes.labels.indices.contains(footnotes.current - 1) {
      builder.attribute("id", "fn:" + footnotes.labels[footnotes.current - 1])
    }
    newline()
  }

  mutating func closeFootnote() {
    closeBlock()
  }

  mutating func closeFootnotes() {
    footnotes.isSectionOpen = false
    builder.close()
    closeBlock()
  }

  /// Writes the way back at the end of a footnote's last paragraph, once for each reference.
  mutating func footnoteReturns(after paragraph: CMarkNode) {
    let number = footnotes.current
    guard cmark_node_next(paragraph) == nil, footnotes.uses.indices.contains(number - 1),
      let parent = cmark_node_parent(paragraph), parent.type == CMARK_NODE_FOOTNOTE_DEFINITION
    else { return }
    for use in 1...max(1, footnotes.uses[number - 1]) {
      builder.text(" ")
      builder.open("a")
      builder.attribute("class", "footnote-backref")
      builder.attribute("href", "#" + referenceID(number, use: use))
      builder.attribute("aria-label", "Back to the text")
      builder.text("↩")
      builder.close()
    }
  }
}
