import CCMarkGFM

/// `==mark==`, `^^insert^^` and `~~deleted~~`, which hold other inlines, and `x^2^` and `H~2~O`, which
/// hold one word.
enum InlineMarks {
  static func match(
    _ character: UInt8,
    _ scanner: InlineScanner
  ) -> CMarkNode? {
    // `[^1]` is a footnote.
    if character == UInt8(ascii: "^"), scanner.previous == UInt8(ascii: "[") { return nil }
    if character != UInt8(ascii: "="), let script = script(character, scanner) {
      return script
    }
    var (left, right, before, after) = (CInt(0), CInt(0), CInt(0), CInt(0))
    let count = cmark_inline_parser_scan_delimiters(
      scanner.parser,
      longestRun,
      character,
      &left,
      &right,
      &before,
      &after
    )
    guard count > 0 else { return nil }
    let run = String(repeating: String(UnicodeScalar(character)), count: Int(count))
    guard let node = InlineElement.text(run) else { return nil }
    if count == 2 {
      // `a == b` and `x==y` are no marks; for `~~` the rule of GitHub holds, which knows no words.
      let isFree = character == UInt8(ascii: "~")
      let opens = left != 0 && (isFree || right == 0 || before != 0)
      let closes = right != 0 && (isFree || left == 0 || after != 0)
      if opens || closes {
        cmark_inline_parser_push_delimiter(
          scanner.parser,
          character,
          opens ? 1 : 0,
          closes ? 1 : 0,
          node
        )
      }
    }
    return node
  }

  private static let longestRun: CInt = 100

  /// A word between single carets or tildes, as in `x^2^`; blanks in it are escaped, as in `a^b\ c^`.
  private static func script(
    _ character: UInt8,
    _ scanner: InlineScanner
  ) -> CMarkNode? {
    guard scanner[1] != character, scanner.previous != character else { return nil }
    var content: [UInt8] = []
    var index = 1
    while scanner[index] != character {
      let byte = scanner[index]
      guard byte > UInt8(ascii: " "), index < 256 else { return nil }
      if byte == UInt8(ascii: "\\"), scanner[index + 1] == UInt8(ascii: " ") { index += 1 }
      content.append(scanner[index])
      index += 1
    }
    guard !content.isEmpty, scanner[index + 1] != character else { return nil }
    scanner.advance(by: index + 1)
    let element = character == UInt8(ascii: "^") ? InlineElement.superscript : .`subscript`
    return element.node(containing: [String(decoding: content, as: UTF8.self)])
  }

  /// Makes one node of two delimiters and what stands between them.
  ///
  /// - Returns: The delimiter to go on with.
  static func join(
    _ opener: UnsafeMutablePointer<delimiter>,
    _ closer: UnsafeMutablePointer<delimiter>,
    _ parser: OpaquePointer
  ) -> UnsafeMutablePointer<delimiter>? {
    let next = closer.pointee.next
    guard let node = opener.pointee.inl_text, let end = closer.pointee.inl_text else { return next }
    if opener.pointee.delim_char == UInt8(ascii: "~") {
      cmark_node_set_type(node, CMarkDialect.shared.strikethrough)
      cmark_node_set_syntax_extension(node, CMarkDialect.shared.strikethroughExtension)
    } else {
      cmark_node_set_type(node, CMARK_NODE_EMPH)
      let isMark = opener.pointee.delim_char == UInt8(ascii: "=")
      (isMark ? InlineElement.mark : .insertion).mark(node)
    }
    while let inner = cmark_node_next(node), inner != end { cmark_node_append_child(node, inner) }
    cmark_node_free(end)
    var current: UnsafeMutablePointer<delimiter>? = closer
    while let removed = current, removed != opener {
      current = removed.pointee.previous
      cmark_inline_parser_remove_delimiter(parser, removed)
    }
    cmark_inline_parser_remove_delimiter(parser, opener)
    return next
  }
}
