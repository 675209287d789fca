/// Makes text from crawled files safe to print on a terminal.
package enum TerminalText {
  /// Replaces control characters, which could move the cursor or change colours, by `\u{1B}`-like
  /// spellings, and the bidirectional controls (U+202A to U+202E, U+2066 to U+2069), which could make
  /// a message read as another. A tab becomes one space so that columns stay countable.
  package static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09:
        result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
