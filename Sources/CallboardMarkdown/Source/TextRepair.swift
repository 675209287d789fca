import CallboardBytes

/// Makes valid UTF-8 of any bytes.
enum TextRepair {
  /// The text with U+FFFD for every part that is not UTF-8 and for NUL, and the line of the first,
  /// from 1; nil when there is nothing to repair.
  ///
  /// One replacement stands for one maximal subpart, as in the Unicode Standard, section 3.9, and in
  /// browsers.
  ///
  /// - Complexity: linear in the bytes.
  static func repair(_ bytes: [UInt8]) -> (text: [UInt8], firstLine: Int)? {
    var text: [UInt8] = []
    var copied = 0
    var index = 0
    var firstLine: Int?
    while true {
      index = firstUnplain(bytes, from: index)
      guard index < bytes.count else { break }
      let (length, isValid) = bytes[index] == 0 ? (1, false) : sequence(bytes, at: index)
      if !isValid {
        text += bytes[copied..<index]
        text += [0xEF, 0xBF, 0xBD]
        copied = index + length
        firstLine = firstLine ?? bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
      }
      index += length
    }
    guard let firstLine else { return nil }
    text += bytes[copied...]
    return (text, firstLine)
  }

  /// The place of the next byte that is NUL or not ASCII, or the end.
  private static func firstUnplain(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.firstIndex(from: start) { $0.beyondASCII | $0.equal(to: 0) }
    }
  }

  /// The length of the sequence that begins with a byte from 0x80 on, and whether it is well formed;
  /// of one that is not, the length of what stood the rules (table 3-7 of the Unicode Standard).
  private static func sequence(_ bytes: [UInt8], at start: Int) -> (length: Int, isValid: Bool) {
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[start] {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: return (1, false)
    }
    for offset in 1..<count {
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard start + offset < bytes.count, allowed.contains(bytes[start + offset]) else {
        return (offset, false)
      }
    }
    return (count, true)
  }
}
