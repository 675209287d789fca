/// Reads a formula token by token, as TeX does in math mode: blanks and comments do not count.
struct MathScanner {
  enum Token: Equatable {
    case end
    case character(Unicode.Scalar)
    /// Without its backslash.
    case command(String)
  }

  private let source: [UInt8]
  /// Of the token that ``next()`` gives.
  private(set) var offset = 0

  init(_ source: some Sequence<UInt8>) {
    self.source = Array(source)
  }

  /// The next token, which stays the next one.
  var peek: Token {
    var copy = self
    return copy.next()
  }

  mutating func next() -> Token {
    skipBlanks()
    guard let first = byte(0) else { return .end }
    if first == UInt8(ascii: "\\") { return command() }
    return .character(scalar())
  }

  /// Takes the next token if it is this character.
  mutating func takes(_ character: Unicode.Scalar) -> Bool {
    guard peek == .character(character) else { return false }
    _ = next()
    return true
  }

  /// Takes digits, with a point before some of them, if a number stands here.
  mutating func number() -> String? {
    skipBlanks()
    let start = offset
    while let byte = byte(0), isDigit(byte) { offset += 1 }
    if byte(0) == UInt8(ascii: "."), let digit = byte(1), isDigit(digit) {
      offset += 1
      while let byte = byte(0), isDigit(byte) { offset += 1 }
    }
    return start == offset ? nil : text(start..<offset)
  }

  /// Takes what stands in braces as it is, with the braces in it; nil where no group begins.
  mutating func rawGroup() throws(MathFault) -> String? {
    guard peek == .character("{") else { return nil }
    skipBlanks()
    let opening = offset
    var depth = 0
    while let byte = byte(0) {
      offset += 1
      switch byte {
      case UInt8(ascii: "\\"): offset = min(source.count, offset + 1)
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return text((opening + 1)..<(offset - 1)) }
      default: break
      }
    }
    throw MathFault(reason: .missing("}"), offset: opening)
  }

  /// Takes what stands in brackets as it is; nil where no bracket opens, or none closes.
  mutating func rawOption() -> String? {
    guard peek == .character("[") else { return nil }
    skipBlanks()
    guard let end = source[offset...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    defer { offset = end + 1 }
    return text((offset + 1)..<end)
  }

  private func byte(_ distance: Int) -> UInt8? {
    offset + distance < source.count ? source[offset + distance] : nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while let byte = byte(0) {
      if byte == UInt8(ascii: "%") {
        while let skipped = self.byte(0), skipped != UInt8(ascii: "\n") { offset += 1 }
      } else if isBlankByte(byte) {
        offset += 1
      } else {
        return
      }
    }
  }

  private mutating func command() -> Token {
    offset += 1
    let start = offset
    while let byte = byte(0), isLetter(byte) { offset += 1 }
    if offset > start { return .command(text(start..<offset)) }
    guard byte(0) != nil else { return .command("") }
    return .command(String(Character(scalar())))
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private mutating func scalar() -> Unicode.Scalar {
    var decoder = UTF8()
    var iterator = source[offset...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      offset += 1
      return "\u{FFFD}"
    }
    offset += UTF8.width(scalar)
    return scalar
  }
}
