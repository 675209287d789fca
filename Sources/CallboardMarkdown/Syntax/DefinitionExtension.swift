import CCMarkGFM

/// Definitions as a block of cmark: a line that begins with `:` under a paragraph, whose lines are the
/// terms, as in Python-Markdown's `def_list`.
///
///     Term
///     :   What it means, with further blocks indented by four.
enum DefinitionExtension {
  static func make() -> OpaquePointer? {
    guard let made = cmark_syntax_extension_new("callboard-definition") else { return nil }
    cmark_syntax_extension_set_open_block_func(made) {
      syntax,
      indented,
      parser,
      parent,
      input,
      count in
      guard indented == 0, let parent else { return nil }
      let line = UnsafeMutableBufferPointer(start: input, count: Int(count))
      return DefinitionExtension.open(syntax, parser: parser, parent: parent, line: line)
    }
    cmark_syntax_extension_set_match_block_func(made) { _, parser, input, _, node in
      DefinitionExtension.continues(node, parser: parser, input: input) ? 1 : 0
    }
    cmark_syntax_extension_set_can_contain_func(made) { _, _, child in
      let isBlock = child.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK)
      return isBlock && child != CMARK_NODE_ITEM ? 1 : 0
    }
    return made
  }

  private static func open(
    _ syntax: OpaquePointer?,
    parser: OpaquePointer?,
    parent: CMarkNode,
    line: UnsafeMutableBufferPointer<UInt8>
  ) -> CMarkNode? {
    let start = Int(cmark_parser_get_first_nonspace(parser))
    guard start + 1 < line.count, line[start] == UInt8(ascii: ":"),
      line[start + 1] == UInt8(ascii: " ") || line[start + 1] == UInt8(ascii: "\t"),
      line[(start + 1)...].contains(where: { !isBlankByte($0) }),
      followsTerm(parent), ContainerExtension.hasRoom(beneath: parent),
      let node = cmark_parser_add_child(
        parser,
        parent,
        CMarkDialect.shared.definition,
        CInt(start + 1)
      )
    else { return nil }
    cmark_node_set_syntax_extension(node, syntax)
    // Blanks behind the colon belong to the marker, up to the column at which further blocks stand.
    let blanks = line[(start + 1)...].prefix { $0 == UInt8(ascii: " ") }.count
    let width = 1 + min(3, max(1, blanks))
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: width))
    line.withMemoryRebound(to: CChar.self) {
      let indent = cmark_parser_get_indent(parser)
      cmark_parser_advance_offset(parser, $0.baseAddress, indent + CInt(width), 1)
    }
    return node
  }

  /// Whether the last block is a paragraph, whose lines become terms, or another definition of them.
  private static func followsTerm(_ parent: CMarkNode) -> Bool {
    if cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH { return true }
    guard let last = cmark_node_last_child(parent) else { return false }
    let type = cmark_node_get_type(last)
    return type == CMARK_NODE_PARAGRAPH || type == CMarkDialect.shared.definition
  }

  private static func continues(
    _ node: CMarkNode?,
    parser: OpaquePointer?,
    input: UnsafeMutablePointer<UInt8>?
  ) -> Bool {
    guard let node, cmark_node_get_type(node) == CMarkDialect.shared.definition else {
      return false
    }
    if cmark_parser_is_blank(parser) != 0 { return true }
    let width = Int(bitPattern: cmark_node_get_user_data(node))
    let indent = Int(cmark_parser_get_indent(parser))
    guard indent >= width else { return false }
    input?.withMemoryRebound(to: CChar.self, capacity: 1) {
      cmark_parser_advance_offset(parser, $0, CInt(min(indent, 4)), 1)
    }
    return true
  }
}
