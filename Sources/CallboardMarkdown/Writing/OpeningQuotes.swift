import CCMarkGFM
import CallboardBytes

/// Turns the curly quotes right behind an opening bracket that cmark takes for closing ones.
///
/// In `('@')` punctuation stands on both sides of the first quote, and cmark-gfm 0.29 lets none open then.
enum OpeningQuotes {
  /// - Complexity: linear in the text.
  static func turn(in node: CMarkNode) {
    let text = node.literal
    var turned: [UInt8]?
    var index = 1
    while let start = text.firstIndex(of: 0xE2, in: index..<max(index, text.count)) {
      index = start + 1
      guard isClosingQuote(text, at: start), isBracket(text[start - 1]),
        opensText(text, behind: start, in: node)
      else { continue }
      if turned == nil { turned = Array(text) }
      // U+2019 to U+2018, U+201D to U+201C.
      turned?[start + 2] -= 1
    }
    if let turned { node.setLiteral(turned) }
  }

  private static func opensText(
    _ text: UnsafeBufferPointer<UInt8>,
    behind start: Int,
    in node: CMarkNode
  ) -> Bool {
    let next = start + 3
    guard next < text.count else {
      guard let sibling = cmark_node_next(node) else { return false }
      return sibling.type != CMARK_NODE_SOFTBREAK && sibling.type != CMARK_NODE_LINEBREAK
    }
    guard isPunctuation(text[next]),
      let mate = text.firstIndex(of: 0xE2, in: next..<text.count), isClosingQuote(text, at: mate)
    else { return false }
    return text[mate + 2] == text[start + 2] && mate > next
      && !isBlankByte(text[mate - 1]) && !isBracket(text[mate - 1])
  }

  /// Whether U+2019 or U+201D stands here.
  private static func isClosingQuote(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80
      && (text[index + 2] == 0x99 || text[index + 2] == 0x9D)
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte)
      && (!isWordByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
  }
}
