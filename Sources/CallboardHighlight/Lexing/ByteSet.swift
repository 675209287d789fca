/// A set of bytes, as 256 bits.
struct ByteSet: Sendable, Equatable {
  private var words: SIMD4<UInt64> = .zero

  init() {}

  init(_ text: String) {
    for byte in text.utf8 { insert(byte) }
  }

  init(_ ranges: ClosedRange<UInt8>...) {
    for range in ranges {
      for byte in range { insert(byte) }
    }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    (words[Int(byte >> 6)] &>> UInt64(byte & 63)) & 1 != 0
  }

  mutating func insert(_ byte: UInt8) {
    words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  func union(_ other: ByteSet) -> ByteSet {
    var result = self
    result.words |= other.words
    return result
  }

  func union(_ text: String) -> ByteSet { union(ByteSet(text)) }

  func subtracting(_ other: ByteSet) -> ByteSet {
    var result = self
    result.words &= ~other.words
    return result
  }
}

extension ByteSet {
  static let digits = ByteSet(0x30...0x39)
  static let letters = ByteSet(0x41...0x5A, 0x61...0x7A)
  /// What a name may begin with in most languages; bytes beyond ASCII count as letters.
  static let nameStart = ByteSet(0x41...0x5A, 0x61...0x7A, 0x5F...0x5F, 0x80...0xFF)
  static let name = nameStart.union(digits)
  static let blanks = ByteSet(" \t")
  /// All but blanks and line breaks.
  static let visible = ByteSet(0x21...0xFF)
}
