import CCMarkGFM
import CallboardHTML

extension DocumentWriter {
  /// Whether the lines of a paragraph are terms: a definition follows.
  func isTerm(_ paragraph: CMarkNode) -> Bool {
    cmark_node_next(paragraph).map { $0.type == dialect.definition } ?? false
  }

  /// Opens the list, if the term begins one, and its first line.
  mutating func openTerm(_ paragraph: CMarkNode) {
    if cmark_node_previous(paragraph).map({ $0.type == dialect.definition }) != true {
      builder.open("dl")
      newline()
    }
    builder.open("dt")
    writeAttributes(atEndOf: paragraph, own: [])
  }

  mutating func closeTerm() {
    closeBlock()
  }

  /// Begins the next term of a paragraph of several.
  mutating func breakTerm() {
    closeBlock()
    builder.open("dt")
  }

  mutating func openDefinition(_ node: CMarkNode) {
    let previous = cmark_node_previous(node)
    let follows = previous.map { $0.type == dialect.definition || $0.type == CMARK_NODE_PARAGRAPH }
    // Without a term: its paragraph was all references.
    if follows != true {
      builder.open("dl")
      newline()
    }
    builder.open("dd")
    writeAttributes(of: node)
  }

  /// Closes a definition, and the list unless it goes on.
  mutating func closeDefinition(_ node: CMarkNode) {
    closeBlock()
    guard let next = cmark_node_next(node) else {
      closeBlock()
      return
    }
    if next.type == dialect.definition { return }
    if next.type == CMARK_NODE_PARAGRAPH, isTerm(next) { return }
    closeBlock()
  }
}
