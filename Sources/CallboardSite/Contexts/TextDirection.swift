import CallboardBytes

/// Which way the text of a page runs, as its letters have it.
enum TextDirection {
  /// `rtl` when more than half of the letters are of scripts that run from right to left, such as Arabic and Hebrew, else
  /// `ltr`.
  ///
  /// Markup and code do not count: a page about an API is still in the language of its sentences.
  ///
  /// - Complexity: Linear in the length of the HTML; a page without any such letter is looked through once.
  static func of(html: [UInt8]) -> String {
    guard hasRightToLeftLead(html) else { return "ltr" }
    var leftToRight = 0
    var rightToLeft = 0
    var index = 0
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: "<") {
        index = endOfMarkup(html, from: index)
        continue
      }
      if isRightToLeftLead(byte) {
        rightToLeft += 1
      } else if isLetter(byte) {
        leftToRight += 1
      }
      index += 1
    }
    return rightToLeft > leftToRight ? "rtl" : "ltr"
  }

  /// Whether any byte is one of ``isRightToLeftLead(_:)``; most pages have hardly any byte beyond ASCII.
  private static func hasRightToLeftLead(_ html: [UInt8]) -> Bool {
    html.withUnsafeBufferPointer { bytes in
      var index = bytes.firstIndex(from: 0) { $0.beyondASCII }
      while index < bytes.count, !isRightToLeftLead(bytes[index]) {
        index = bytes.firstIndex(from: index + 1) { $0.beyondASCII }
      }
      return index < bytes.count
    }
  }

  /// The place behind a tag; behind the whole element when it holds code, a drawing or a formula.
  private static func endOfMarkup(_ html: [UInt8], from start: Int) -> Int {
    let name = html[(start + 1)...].prefix { isLetter($0) }
    let closing: [UInt8]? =
      switch String(decoding: name, as: UTF8.self) {
      case "code": Array("</code>".utf8)
      case "svg": Array("</svg>".utf8)
      case "math": Array("</math>".utf8)
      default: nil
      }
    if let closing { return html[start...].firstRange(ofBytes: closing)?.upperBound ?? html.count }
    return html[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
  }

  /// Whether a byte begins a character of two bytes from Hebrew to NKo (U+0580 to U+07FF), where no other letters are.
  private static func isRightToLeftLead(_ byte: UInt8) -> Bool {
    (0xD6...0xDF).contains(byte)
  }

  /// A letter of ASCII, or the start of any other character.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case 0xC3...0xD5, 0xE0...0xF4: true
    default: false
    }
  }
}
