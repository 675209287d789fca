/// The alphabets of mathematics: `\mathbb`, `\mathcal` and their like.
///
/// Their letters are characters of their own in Unicode (block Mathematical Alphanumeric Symbols), which
/// MathML Core wants instead of an attribute.
enum MathAlphabet: Sendable {
  case roman, italic, bold, boldItalic, doubleStruck, script, fraktur, sansSerif, monospace

  /// The alphabet that a command switches to for its argument; nil for other commands.
  static func named(_ command: String) -> MathAlphabet? {
    switch command {
    case "mathrm", "rm", "mathup", "mathnormal": .roman
    case "mathit", "it": .italic
    case "mathbf", "bf", "mathbfup": .bold
    case "boldsymbol", "bm", "mathbfit": .boldItalic
    case "mathbb", "Bbb", "mathds": .doubleStruck
    case "mathcal", "mathscr", "cal", "mathbfcal": .script
    case "mathfrak", "frak": .fraktur
    case "mathsf", "sf": .sansSerif
    case "mathtt", "tt": .monospace
    default: nil
    }
  }

  /// A letter or digit in this alphabet; the character itself where the alphabet has none.
  func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = exception(scalar) { return exception }
    let value = scalar.value
    switch scalar {
    case "A"..."Z": return offset(capitals, value - 0x41) ?? scalar
    case "a"..."z": return offset(capitals, value - 0x61 + 26) ?? scalar
    case "0"..."9": return offset(digits, value - 0x30) ?? scalar
    case "\u{391}"..."\u{3A9}": return offset(greek, value - 0x391) ?? scalar
    case "\u{3B1}"..."\u{3C9}": return offset(greek, value - 0x3B1 + 26) ?? scalar
    default: return scalar
    }
  }

  private func offset(_ base: UInt32?, _ distance: UInt32) -> Unicode.Scalar? {
    base.flatMap { Unicode.Scalar($0 + distance) }
  }

  /// Where the alphabet's capital A stands; small letters follow the capitals.
  private var capitals: UInt32? {
    switch self {
    case .roman: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .sansSerif: 0x1D5A0
    case .monospace: 0x1D670
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .monospace: 0x1D7F6
    default: nil
    }
  }

  /// Where the capital Alpha stands; small letters follow 26 places on.
  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  /// Letters that Unicode had before the block was made stand elsewhere.
  private func exception(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch self {
    case .italic: scalar == "h" ? "ℎ" : nil
    case .doubleStruck: Self.doubleStruckExceptions[scalar]
    case .script: Self.scriptExceptions[scalar]
    case .fraktur: Self.frakturExceptions[scalar]
    default: nil
    }
  }

  private static let doubleStruckExceptions: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]
  private static let scriptExceptions: [Unicode.Scalar: Unicode.Scalar] = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
    "g": "ℊ", "o": "ℴ",
  ]
  private static let frakturExceptions: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ",
  ]
}
