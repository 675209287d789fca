import CCMarkGFM

/// Looks ahead in the text of a block while cmark parses its inlines.
struct InlineScanner {
  let parser: OpaquePointer
  /// Where the character stands that cmark asks about.
  private let start: CInt

  init(_ parser: OpaquePointer) {
    self.parser = parser
    start = cmark_inline_parser_get_offset(parser)
  }

  /// A byte counted from the present one. Only to be asked for a place behind bytes that were not 0: cmark ends
  /// the text of a block with one, beyond which it is not known what stands there.
  subscript(offset: Int) -> UInt8 {
    cmark_inline_parser_peek_at(parser, start + CInt(offset))
  }

  /// The byte before; a line end at the beginning of the block.
  var previous: UInt8 {
    start > 0 ? cmark_inline_parser_peek_at(parser, start - 1) : UInt8(ascii: "\n")
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: range.lazy.map { self[$0] }, as: UTF8.self)
  }

  /// The offset of `wanted` at or behind `from`; nil when it is not found within `limit` bytes or
  /// before the text ends.
  func find(_ wanted: StaticString, from: Int, limit: Int) -> Int? {
    let pattern = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    var index = from
    while index < from + limit, self[index] != 0 {
      if starts(with: pattern, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func starts(with pattern: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    for (offset, byte) in pattern.enumerated() where self[index + offset] != byte { return false }
    return true
  }

  func advance(by count: Int) {
    cmark_inline_parser_set_offset(parser, start + CInt(count))
  }
}
