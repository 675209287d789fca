import CCMarkGFM

/// Formulas in running text, as an extension of cmark: `$x$`, `$$x$$`, `` $`x`$ `` and `\(x\)`.
///
/// A dollar is mostly money or a variable of a shell. One that opens a formula has no letter or digit
/// before it and no blank behind it; one that closes it has no blank before it, and no letter, digit or
/// brace behind it.
enum MathExtension {
  /// - Parameter hasParentheses: Whether `\(` opens formulas, for texts in which it occurs.
  static func make(hasParentheses: Bool) -> OpaquePointer? {
    let name = hasParentheses ? "callboard-math-parentheses" : "callboard-math"
    guard let made = cmark_syntax_extension_new(name) else { return nil }
    var characters: UnsafeMutablePointer<cmark_llist>?
    for byte in hasParentheses ? Array("$(".utf8) : Array("$".utf8) {
      characters = cmark_llist_append(
        cmark_get_default_mem_allocator(),
        characters,
        UnsafeMutableRawPointer(bitPattern: UInt(byte))
      )
    }
    cmark_syntax_extension_set_special_inline_chars(made, characters)
    cmark_syntax_extension_set_match_inline_func(made) { _, _, parent, character, parser in
      guard let parser else { return nil }
      let scanner = InlineScanner(parser)
      switch character {
      case UInt8(ascii: "$"): return MathExtension.dollars(scanner)
      case UInt8(ascii: "("): return MathExtension.parentheses(scanner, in: parent)
      default: return nil
      }
    }
    return made
  }

  /// Keeps cmark from taking `\(` for an escaped parenthesis, which it would never show to an extension.
  static func admitParentheses(to parser: OpaquePointer) {
    cmark_parser_set_backslash_ispunct_func(parser) { character in
      let byte = UInt8(bitPattern: character)
      guard byte != UInt8(ascii: "(") else { return 0 }
      switch byte {
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return 1
      default: return 0
      }
    }
  }

  private static func dollars(_ scanner: InlineScanner) -> CMarkNode? {
    let dollar = UInt8(ascii: "$")
    guard scanner.previous != dollar, !isLetterOrDigit(scanner.previous) else { return nil }
    let opening = scanner[1]
    guard opening != 0 else { return nil }
    if opening == dollar {
      guard scanner[2] != dollar, let end = end("$$", scanner, from: 2),
        isDisplayed(scanner, 2..<end)
      else { return nil }
      return node(scanner, length: end + 2)
    }
    if opening == UInt8(ascii: "`") {
      guard let end = end("`$", scanner, from: 2) else { return nil }
      return node(scanner, length: end + 2)
    }
    guard !isBlankByte(opening) else { return nil }
    var index = 1
    while scanner[index] != dollar {
      // Code takes precedence over formulas.
      guard scanner[index] != 0, scanner[index] != UInt8(ascii: "`") else { return nil }
      if scanner[index] == UInt8(ascii: "\\"), scanner[index + 1] != 0 { index += 1 }
      index += 1
    }
    let next = scanner[index + 1]
    guard !isBlankByte(scanner[index - 1]), !isLetterOrDigit(next), next != UInt8(ascii: "{"),
      next != dollar, !(next == UInt8(ascii: "(") && opening == next)
    else { return nil }
    return node(scanner, length: index + 1)
  }

  /// Whether what stands between two dollars twice is a formula. In prose about shells and templates a single dollar
  /// is among it, or a name goes on behind it, as in `"$$(X)" and "$$(Y)"`.
  private static func isDisplayed(_ scanner: InlineScanner, _ content: Range<Int>) -> Bool {
    let next = scanner[content.upperBound + 2]
    guard !isLetterOrDigit(next), next != UInt8(ascii: "{"), next != UInt8(ascii: "(") else {
      return false
    }
    var index = content.lowerBound
    while index < content.upperBound, scanner[index] != UInt8(ascii: "$") {
      index += scanner[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index >= content.upperBound
  }

  /// `\(x\)`: cmark has made a text of the backslash, which goes with the formula, and goes without
  /// one as well, because then it escapes the parenthesis.
  private static func parentheses(_ scanner: InlineScanner, in parent: CMarkNode?) -> CMarkNode? {
    guard scanner.backslashesBefore % 2 == 1, let last = parent.flatMap(cmark_node_last_child),
      last.type == CMARK_NODE_TEXT, last.literal.elementsEqual("\\".utf8)
    else { return nil }
    last.setLiteral([])
    var index = 1
    while scanner[index] != 0 {
      if scanner[index] == UInt8(ascii: "\\") {
        switch scanner[index + 1] {
        case 0, UInt8(ascii: "("): return nil
        case UInt8(ascii: ")"):
          guard (1..<index).contains(where: { !isBlankByte(scanner[$0]) }) else { return nil }
          let source = "\\" + scanner.text(0..<(index + 2))
          scanner.advance(by: index + 2)
          return InlineElement.math.node(containing: [source])
        default: index += 1
        }
      }
      index += 1
    }
    return nil
  }

  /// The offset of what closes a formula; nil without it, or when nothing stands before it.
  private static func end(
    _ closing: StaticString,
    _ scanner: InlineScanner,
    from start: Int
  ) -> Int? {
    guard let end = scanner.find(closing, from: start, limit: .max / 2) else { return nil }
    return (start..<end).contains { !isBlankByte(scanner[$0]) } ? end : nil
  }

  private static func node(_ scanner: InlineScanner, length: Int) -> CMarkNode? {
    let source = scanner.text(0..<length)
    scanner.advance(by: length)
    return InlineElement.math.node(containing: [source])
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension InlineScanner {
  /// How many backslashes stand one after the other right before the present byte.
  fileprivate var backslashesBefore: Int {
    var place = cmark_inline_parser_get_offset(parser) - 1
    var count = 0
    while place >= 0, cmark_inline_parser_peek_at(parser, place) == UInt8(ascii: "\\") {
      count += 1
      place -= 1
    }
    return count
  }
}
