/// How wide a text is, by a table instead of a font, so that drawings are the same on every machine.
///
/// The widths are those of Helvetica, widened by a tenth: the fonts of the theme's stack stay within them.
enum LabelWidth {
  /// The width in pixels, rounded up.
  ///
  /// - Parameter size: The font's size in pixels.
  static func of(_ text: String, size: Int) -> Int {
    (thousandths(text) * size + 999) / 1000
  }

  /// The text, or its start with an ellipsis where it is wider than `limit` pixels.
  static func fitted(_ text: String, size: Int, limit: Int) -> (text: String, width: Int) {
    let width = of(text, size: size)
    guard width > limit else { return (text, width) }
    let room = limit * 1000 / max(1, size) - ellipsis
    var used = 0
    var end = text.startIndex
    for index in text.indices {
      used += thousandths(text[index].unicodeScalars)
      if used > room { break }
      end = text.index(after: index)
    }
    let start = text[..<end]
    return (start + "…", (thousandths(String(start)) + ellipsis) * size / 1000)
  }

  private static let ellipsis = 1100

  private static func thousandths(_ text: String) -> Int {
    var sum = 0
    for byte in text.utf8 {
      guard byte < 0x80 else { return thousandths(text.unicodeScalars) }
      sum += ascii[Int(byte)]
    }
    return sum
  }

  private static func thousandths(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: ascii[Int(scalar.value)]
    // Marks that stand on the letter before, and joiners.
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    // Scripts whose letters fill a square, and pictures.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F000...0x3FFFF:
      1100
    default: 700
    }
  }

  /// In thousandths of the font's size, by ASCII code.
  private static let ascii: [Int] = {
    let helvetica: [(String, Int)] = [
      ("ijl", 222), ("'", 191), ("|", 260), (" !,./:;[\\]ftI", 278), ("()-`r", 333),
      ("{}", 334), ("\"", 355), ("*", 389), ("^", 469), ("Jcksvxyz", 500),
      ("#$0123456789?_abdeghnopquL", 556), ("+<=>~", 584), ("FTZ", 611), ("&ABEKPSVXY", 667),
      ("CDHNRUw", 722), ("GOQ", 778), ("Mm", 833), ("%", 889), ("W", 944), ("@", 1015),
    ]
    var widths = [Int](repeating: 0, count: 128)
    for (characters, width) in helvetica {
      for byte in characters.utf8 { widths[Int(byte)] = width * 11 / 10 }
    }
    return widths
  }()
}
