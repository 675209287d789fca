/// Some of the ASCII characters, to pass over the rest of a text at one test a byte.
struct ASCIISet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The characters of a text; those that are not ASCII are left out.
  init(_ characters: StaticString) {
    for offset in 0..<characters.utf8CodeUnitCount {
      let byte = characters.utf8Start[offset]
      if byte < 0x40 { low |= 1 &<< UInt64(byte) }
      if (0x40..<0x80).contains(byte) { high |= 1 &<< UInt64(byte & 0x3F) }
    }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let half = byte < 0x40 ? low : high
    return byte < 0x80 && (half &>> UInt64(byte & 0x3F)) & 1 != 0
  }
}
