/// What a Unicode scalar is to the tokeniser.
enum LetterClass: UInt8 {
  case separator
  /// A letter that has no upper case form below it, or a mark.
  case lower
  case upper
  case digit
  /// `-`, `_` and `.`, which hold a name together between two letters or digits.
  case joiner
  /// `'` and `’`, which vanish inside a word.
  case apostrophe
  /// A letter of a script written without spaces; indexed in pairs.
  case unspaced

  var isWord: Bool { self == .lower || self == .upper || self == .digit }

  /// The class of every ASCII byte.
  static let ascii: [LetterClass] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): .joiner
    case UInt8(ascii: "'"): .apostrophe
    default: .separator
    }
  }

  /// The class of a scalar from U+0080 on.
  init(_ scalar: Unicode.Scalar) {
    if scalar.value == 0x2019 {
      self = .apostrophe
      return
    }
    if Self.isUnspaced(scalar.value) {
      self = .unspaced
      return
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: self = .upper
    case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark:
      self = .lower
    case .decimalNumber, .letterNumber, .otherNumber: self = .digit
    default: self = .separator
    }
  }

  /// Thai, Lao, Myanmar, Khmer, Hiragana, Katakana and Han.
  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0ECD, 0x1000...0x103F, 0x1780...0x17D3,
      0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x323AF:
      true
    default: false
    }
  }
}
