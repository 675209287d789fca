import CCMarkGFM
import CallboardHTML

extension DocumentWriter {
  /// More headings than this are no help to a reader.
  private static let contentsLimit = 2_000

  /// A page of nothing but `[TOC]` would otherwise grow with the square of its length.
  private static let contentsPerPage = 4

  /// Whether a paragraph holds `[TOC]` and nothing else.
  func isTableOfContents(_ paragraph: CMarkNode) -> Bool {
    guard let text = cmark_node_first_child(paragraph), cmark_node_next(text) == nil,
      text.type == CMARK_NODE_TEXT
    else { return false }
    return options.dialect == .techDocs && contentsCount < Self.contentsPerPage
      && text.literal.elementsEqual("[TOC]".utf8)
  }

  /// Whether a paragraph holds `[TAGS]` and nothing else.
  func isTagListing(_ paragraph: CMarkNode) -> Bool {
    guard let text = cmark_node_first_child(paragraph), cmark_node_next(text) == nil,
      text.type == CMARK_NODE_TEXT
    else { return false }
    return options.dialect == .techDocs && text.literal.elementsEqual("[TAGS]".utf8)
  }

  /// Writes what the link stage replaces with the tags of the docs, see ``TagListing``.
  mutating func tagListing() {
    builder.open("div")
    builder.attribute("class", "tag-listing")
    Array("[TAGS]".utf8).withUnsafeBufferPointer { builder.text($0, slot: TagListing.slot) }
    builder.close()
    newline()
  }

  /// Writes the page's headings as nested lists.
  ///
  /// A heading that skips levels stands right beneath the last one above it.
  mutating func tableOfContents() {
    contentsCount += 1
    builder.open("div")
    builder.attribute("class", "inline-toc")
    builder.attribute("role", "navigation")
    builder.attribute("aria-label", "Table of contents")
    var open: [Int] = []
    let levels = options.style.contentsLevels
    for heading in outline.headings.prefix(Self.contentsLimit) where levels.contains(heading.level)
    {
      if let last = open.last, heading.level <= last {
        while open.count > 1, open[open.count - 2] >= heading.level {
          closeContents(&open)
        }
        builder.close()
        open[open.count - 1] = heading.level
      } else {
        builder.open("ul")
        open.append(heading.level)
      }
      builder.open("li")
      builder.open("a")
      builder.attribute("href", "#" + heading.id)
      builder.text(heading.text)
      builder.close()
    }
    while !open.isEmpty { closeContents(&open) }
    builder.close()
    newline()
  }

  private mutating func closeContents(_ open: inout [Int]) {
    builder.close()
    builder.close()
    open.removeLast()
  }
}
