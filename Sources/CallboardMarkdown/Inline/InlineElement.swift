import CCMarkGFM

/// The elements of the dialect's inline markup.
///
/// In cmark's tree they are emphasis with this as the node's user data: cells of tables take no types of
/// node but those that their extension knows.
enum InlineElement: Int {
  case mark = 1
  case insertion, deletion, superscript, `subscript`
  /// Holds a code for each key.
  case keys
  /// Holds the old and the new text, each as a code.
  case replacement
  case comment
  /// Holds the character that stands for an icon, as a text; has Material's class.
  case icon
  /// Holds a ``PageVariable`` as a text, with its braces.
  case variable
  /// Holds the source of a formula with the signs around it, as a code.
  case math

  /// What an emphasis stands for; nil for emphasis as such.
  static func of(_ emphasis: CMarkNode) -> Self? {
    Self(rawValue: Int(bitPattern: cmark_node_get_user_data(emphasis)))
  }

  /// A new node around texts.
  func node(containing texts: [String]) -> CMarkNode? {
    guard let made = cmark_node_new(CMARK_NODE_EMPH) else { return nil }
    mark(made)
    // cmark would make one text of several.
    let type = texts.count > 1 || self == .keys || self == .math ? CMARK_NODE_CODE : CMARK_NODE_TEXT
    for text in texts {
      guard let child = cmark_node_new(type) else { continue }
      child.setLiteral(text.utf8)
      cmark_node_append_child(made, child)
    }
    return made
  }

  /// Makes an emphasis this element.
  func mark(_ emphasis: CMarkNode) {
    cmark_node_set_user_data(emphasis, UnsafeMutableRawPointer(bitPattern: rawValue))
  }

  /// A new text node.
  static func text(_ content: String) -> CMarkNode? {
    guard let made = cmark_node_new(CMARK_NODE_TEXT) else { return nil }
    made.setLiteral(content.utf8)
    return made
  }
}
