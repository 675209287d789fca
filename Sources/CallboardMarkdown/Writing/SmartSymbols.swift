import CallboardBytes

/// Symbols that authors spell in ASCII, as pymdownx.smartsymbols reads them: `(c)`, `-->`, `1/2`.
enum SmartSymbols {
  /// The text with its symbols put in, or nil when it has none.
  static func replace(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    var index = nextStart(in: text, from: 0)
    while index < text.count {
      guard let (symbol, length) = symbol(text, at: index) else {
        index = nextStart(in: text, from: index + 1)
        continue
      }
      output += text[copied..<index]
      output += symbol.utf8
      copied = index + length
      index = nextStart(in: text, from: copied)
    }
    guard copied > 0 else { return nil }
    return output + text[copied...]
  }

  /// The next place from `start` on where a spelling may begin; the end without one.
  private static func nextStart(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      // Of every text, nearly all bytes begin none. `+`, `-` and `/` are found together, and `)` with them.
      let found = text.firstIndex(from: index) { lanes in
        lanes.equal(to: UInt8(ascii: "/"), ignoring: 6)
          | lanes.equal(to: UInt8(ascii: "="), ignoring: 1) | lanes.equal(to: UInt8(ascii: "("))
      }
      guard found < text.count else { break }
      switch text[found] {
      case UInt8(ascii: ")"): break
      case UInt8(ascii: "/"):
        // `c/o`, `1/2`: no letter or digit begins anything else.
        if found > start, isBeforeSlash(text[found - 1]) { return found - 1 }
      default: return found
      }
      index = found + 1
    }
    return text.count
  }

  private static func isBeforeSlash(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "c"), UInt8(ascii: "1")...UInt8(ascii: "7"): true
    default: false
    }
  }

  private static func symbol(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (String, length: Int)? {
    let rest = text[index...].prefix(4)
    for (spelling, symbol) in plain where rest.starts(with: spelling.utf8) {
      // `--->` is a line drawn by hand, not an arrow.
      let isDash = spelling == "-->" && byte(text, index - 1) == UInt8(ascii: "-")
      let goesOn = spelling == "<--" && byte(text, index + 3) == UInt8(ascii: "-")
      return isDash || goesOn ? nil : (symbol, spelling.utf8.count)
    }
    guard !isWordByte(byte(text, index - 1)), !isWordByte(byte(text, index + 3)),
      byte(text, index - 1) != UInt8(ascii: "/"), byte(text, index + 3) != UInt8(ascii: "/")
    else { return nil }
    // `1/2/2024` is a date, `v1.1/2` is none of these either.
    guard byte(text, index - 1) != UInt8(ascii: ".") else { return nil }
    return words.first { rest.starts(with: $0.0.utf8) }.map { ($0.1, $0.0.utf8.count) }
  }

  /// A blank beyond the ends.
  private static func byte(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    text.indices.contains(index) ? text[index] : UInt8(ascii: " ")
  }

  /// A spelling that begins another comes after it.
  private static let plain: [(String, String)] = [
    ("<-->", "\u{2194}"), ("-->", "\u{2192}"), ("<--", "\u{2190}"), ("=/=", "\u{2260}"),
    ("+/-", "\u{00B1}"), ("(tm)", "\u{2122}"), ("(c)", "\u{00A9}"), ("(r)", "\u{00AE}"),
  ]

  /// Three bytes each, and only between other characters than letters and digits.
  private static let words: [(String, String)] = [
    ("c/o", "\u{2105}"),
    ("1/4", "\u{00BC}"), ("1/2", "\u{00BD}"), ("3/4", "\u{00BE}"),
    ("1/3", "\u{2153}"), ("2/3", "\u{2154}"),
    ("1/5", "\u{2155}"), ("2/5", "\u{2156}"), ("3/5", "\u{2157}"), ("4/5", "\u{2158}"),
    ("1/6", "\u{2159}"), ("5/6", "\u{215A}"),
    ("1/8", "\u{215B}"), ("3/8", "\u{215C}"), ("5/8", "\u{215D}"), ("7/8", "\u{215E}"),
  ]
}
