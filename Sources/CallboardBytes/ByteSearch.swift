import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in a part of the buffer, found many bytes at a time; nil if there is none.
  public func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard let baseAddress, !range.isEmpty, indices.contains(range.lowerBound),
      range.upperBound <= count
    else { return nil }
    let found = memchr(baseAddress + range.lowerBound, Int32(byte), range.count)
    return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(baseAddress) }
  }

  /// How often a byte stands in a part of the buffer.
  public func count(of byte: UInt8, in range: Range<Int>) -> Int {
    var count = 0
    var start = range.lowerBound
    while let found = firstIndex(of: byte, in: start..<range.upperBound) {
      count += 1
      start = found + 1
    }
    return count
  }

  /// Whether the bytes of a text stand anywhere, one after the other; always true of an empty one.
  ///
  /// - Complexity: Linear for text that people write, whose signs are few; for any bytes the product of both lengths.
  public func contains(_ wanted: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    guard !wanted.isEmpty, wanted.count <= count else { return wanted.isEmpty }
    // A sign is rarer than the letters and blanks beside it, which stand everywhere.
    let anchor = wanted.firstIndex(where: Self.isSign) ?? 0
    let end = count - (wanted.count - 1 - anchor)
    var start = anchor
    while let found = firstIndex(of: wanted[anchor], in: start..<end) {
      if self[(found - anchor)...].starts(with: wanted) { return true }
      start = found + 1
    }
    return false
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8(ascii: " "), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
      false
    default: true
    }
  }
}
