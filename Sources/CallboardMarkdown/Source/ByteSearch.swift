import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in a part of the buffer, found many bytes at a time; nil if there is none.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard let baseAddress, !range.isEmpty, indices.contains(range.lowerBound),
      range.upperBound <= count
    else { return nil }
    let found = memchr(baseAddress + range.lowerBound, Int32(byte), range.count)
    return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(baseAddress) }
  }

  /// How often a byte stands in a part of the buffer.
  func count(of byte: UInt8, in range: Range<Int>) -> Int {
    var count = 0
    var start = range.lowerBound
    while let found = firstIndex(of: byte, in: start..<range.upperBound) {
      count += 1
      start = found + 1
    }
    return count
  }
}
