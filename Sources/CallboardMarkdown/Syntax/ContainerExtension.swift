import CCMarkGFM

/// The containers of the dialect as blocks of cmark: `!!!`, `???`, `===` and `///`.
///
/// cmark itself matches quotes, lists and fences around and inside them, so a container nests in any
/// of these and its lines and columns are those of the text.
enum ContainerExtension {
  /// Containers inside one another above which a line opens none, whatever the options say: each
  /// line costs a step for every container that is open.
  static let deepestNesting = 100

  static func make() -> OpaquePointer? {
    guard let made = cmark_syntax_extension_new("callboard-container") else { return nil }
    cmark_syntax_extension_set_open_block_func(made) {
      syntax,
      indented,
      parser,
      parent,
      input,
      count in
      ContainerExtension.openBlock(
        syntax,
        isIndented: indented != 0,
        parser: parser,
        parent: parent,
        line: UnsafeMutableBufferPointer(start: input, count: Int(count))
      )
    }
    cmark_syntax_extension_set_match_block_func(made) { _, parser, input, count, node in
      let line = UnsafeMutableBufferPointer(start: input, count: Int(count))
      return ContainerExtension.continues(node, parser: parser, line: line) ? 1 : 0
    }
    cmark_syntax_extension_set_can_contain_func(made) { _, node, child in
      ContainerExtension.canContain(node, child: child) ? 1 : 0
    }
    cmark_syntax_extension_set_contains_inlines_func(made) { _, node in
      cmark_node_get_type(node) == CMarkDialect.shared.containerTitle ? 1 : 0
    }
    return made
  }

  private static func openBlock(
    _ syntax: OpaquePointer?,
    isIndented: Bool,
    parser: OpaquePointer?,
    parent: CMarkNode?,
    line: UnsafeMutableBufferPointer<UInt8>
  ) -> CMarkNode? {
    guard let parent else { return nil }
    let start = Int(cmark_parser_get_first_nonspace(parser))
    if !isIndented, start < line.count {
      switch line[start] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "/"):
        if consumesClosingFence(parser: parser, parent: parent, line: line) { return nil }
        if let opener = ContainerOpener.parse(UnsafeBufferPointer(line), at: start),
          hasRoom(beneath: parent)
        {
          return open(opener, syntax, parser: parser, parent: parent, line: line)
        }
      default: break
      }
    }
    return endsIndentedContainer(parser: parser, parent: parent)
      ? cmark_parser_add_child(parser, parent, CMARK_NODE_PARAGRAPH, CInt(start + 1))
      : nil
  }

  /// Whether the line is text right after a container that it is not indented enough for.
  ///
  /// CommonMark would add it to the container's last paragraph ("lazy continuation"). A container is
  /// left by leaving its indentation, so the text has to open a paragraph of its own.
  private static func endsIndentedContainer(
    parser: OpaquePointer?,
    parent: CMarkNode
  ) -> Bool {
    guard cmark_parser_is_blank(parser) == 0, let last = cmark_node_last_child(parent) else {
      return false
    }
    return cmark_node_get_type(last) == CMarkDialect.shared.indentedContainer
  }

  private static func open(
    _ opener: ContainerOpener,
    _ syntax: OpaquePointer?,
    parser: OpaquePointer?,
    parent: CMarkNode,
    line: UnsafeMutableBufferPointer<UInt8>
  ) -> CMarkNode? {
    let dialect = CMarkDialect.shared
    let start = Int(cmark_parser_get_first_nonspace(parser))
    let type = opener.fenceLength > 0 ? dialect.fencedContainer : dialect.indentedContainer
    let node = cmark_parser_add_child(parser, parent, type, CInt(start + 1))
    guard let node else { return nil }
    cmark_node_set_syntax_extension(node, syntax)
    ContainerState(
      opener: opener,
      indent: Int(cmark_parser_get_indent(parser)),
      line: Int(cmark_parser_get_line_number(parser))
    ).store(in: node)

    if let title = opener.title, !title.isEmpty,
      let child = cmark_parser_add_child(
        parser,
        node,
        dialect.containerTitle,
        CInt(title.lowerBound + 1)
      )
    {
      cmark_node_set_syntax_extension(child, syntax)
      var text = line[title].map { CChar(bitPattern: $0) }
      text.append(0)
      cmark_node_set_string_content(child, text)
    }
    consumeLine(parser, line)
    return node
  }

  /// Whether a container is still open on the present line; moves past the indentation that is its own.
  private static func continues(
    _ node: CMarkNode?,
    parser: OpaquePointer?,
    line: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    guard let node else { return false }
    let dialect = CMarkDialect.shared
    let type = cmark_node_get_type(node)
    if type == dialect.indentedContainer { return continuesIndented(node, parser, line) }
    return type == dialect.fencedContainer && continuesFenced(node, parser, line)
  }

  private static func continuesIndented(
    _ node: CMarkNode,
    _ parser: OpaquePointer?,
    _ line: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    if cmark_parser_is_blank(parser) != 0 { return true }
    let indent = Int(cmark_parser_get_indent(parser))
    guard indent >= 4 else { return false }
    // An opener that is itself indented, as under a list item with a wide step, moves its body.
    let own = min(indent, 4 + ContainerState(of: node).indent)
    line.withMemoryRebound(to: CChar.self) {
      cmark_parser_advance_offset(parser, $0.baseAddress, CInt(own), 1)
    }
    return true
  }

  private static func continuesFenced(
    _ node: CMarkNode,
    _ parser: OpaquePointer?,
    _ line: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    var state = ContainerState(of: node)
    guard !state.isClosed else { return false }
    let number = Int(cmark_parser_get_line_number(parser))
    let start = Int(cmark_parser_get_first_nonspace(parser))
    if state.lastHeaderLine == number - 1, cmark_parser_get_indent(parser) >= 4,
      BlockOption.parse(UnsafeBufferPointer(line), at: start) != nil
    {
      state.lastHeaderLine = number
      state.store(in: node)
      consumeLine(parser, line)
      return true
    }
    if cmark_parser_get_indent(parser) < 4,
      closingFenceLength(UnsafeBufferPointer(line), at: start) == state.fenceLength,
      !isHeldOpen(node, fenceLength: state.fenceLength)
    {
      state.closedLine = number
      state.store(in: node)
      return false
    }
    return true
  }

  /// Whether a line of slashes belongs to something inside `node`: a block of the same length that is
  /// still open, or a code block.
  private static func isHeldOpen(
    _ node: CMarkNode,
    fenceLength: Int
  ) -> Bool {
    guard let last = cmark_node_last_child(node) else { return false }
    let type = cmark_node_get_type(last)
    if type == CMARK_NODE_CODE_BLOCK {
      // cmark moves the text of a code block out of the node when the block ends.
      var (length, offset, character) = (CInt(0), CInt(0), CChar(0))
      guard cmark_node_get_fenced(last, &length, &offset, &character) != 0 else { return false }
      return cmark_node_get_string_content(last).map { $0.pointee != 0 } ?? false
    }
    guard type == CMarkDialect.shared.fencedContainer else { return false }
    let inner = ContainerState(of: last)
    guard !inner.isClosed else { return false }
    return inner.fenceLength == fenceLength || isHeldOpen(last, fenceLength: fenceLength)
  }

  /// Swallows the line of slashes that has just ended the last child of `parent`.
  private static func consumesClosingFence(
    parser: OpaquePointer?,
    parent: CMarkNode,
    line: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    guard let last = cmark_node_last_child(parent),
      cmark_node_get_type(last) == CMarkDialect.shared.fencedContainer,
      ContainerState(of: last).closedLine == Int(cmark_parser_get_line_number(parser))
    else { return false }
    consumeLine(parser, line)
    return true
  }

  /// The number of slashes if the line holds three or more and nothing else, otherwise nil.
  private static func closingFenceLength(
    _ line: UnsafeBufferPointer<UInt8>,
    at start: Int
  ) -> Int? {
    var scanner = LineScanner(line, at: start)
    while scanner.skip(UInt8(ascii: "/")) {}
    let length = scanner.offset - start
    return scanner.isAtEnd && length >= 3 ? length : nil
  }

  private static func consumeLine(
    _ parser: OpaquePointer?,
    _ line: UnsafeMutableBufferPointer<UInt8>
  ) {
    var end = line.count
    while end > 0, line[end - 1] == UInt8(ascii: "\n") || line[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    let rest = CInt(end) - cmark_parser_get_offset(parser)
    guard rest > 0 else { return }
    line.withMemoryRebound(to: CChar.self) {
      cmark_parser_advance_offset(parser, $0.baseAddress, rest, 0)
    }
  }

  /// Whether a block may open here without going beyond ``deepestNesting``.
  static func hasRoom(beneath parent: CMarkNode) -> Bool {
    var depth = 0
    var node: CMarkNode? = parent
    while let current = node {
      depth += 1
      if depth > deepestNesting { return false }
      node = cmark_node_parent(current)
    }
    return true
  }

  private static func canContain(
    _ node: CMarkNode?,
    child: cmark_node_type
  ) -> Bool {
    let mask = UInt32(CMARK_NODE_TYPE_MASK)
    let isBlock = child.rawValue & mask == UInt32(CMARK_NODE_TYPE_BLOCK)
    if cmark_node_get_type(node) == CMarkDialect.shared.containerTitle { return !isBlock }
    return isBlock && child != CMARK_NODE_ITEM
  }
}
