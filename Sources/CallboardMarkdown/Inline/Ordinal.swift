/// Ordinal numbers of English, whose letters stand raised: `1st`, `22nd`, as in
/// pymdownx.smartsymbols.
enum Ordinal {
  /// The length of the letters that follow a number ending at `index`; nil if they do not belong to it.
  static func suffixLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index > 0, isDigit(text[index - 1]), index + 1 < text.count,
      index + 2 == text.count || !isWordByte(text[index + 2])
    else { return nil }
    var start = index
    while start > 0, isDigit(text[start - 1]) { start -= 1 }
    guard start == 0 || !isWordByte(text[start - 1]) && text[start - 1] != UInt8(ascii: ".") else {
      return nil
    }
    let isTeen = index - start > 1 && text[index - 2] == UInt8(ascii: "1")
    let letters: StaticString =
      switch text[index - 1] {
      case UInt8(ascii: "1") where !isTeen: "st"
      case UInt8(ascii: "2") where !isTeen: "nd"
      case UInt8(ascii: "3") where !isTeen: "rd"
      default: "th"
      }
    return text[index] == letters.utf8Start[0] && text[index + 1] == letters.utf8Start[1] ? 2 : nil
  }
}
