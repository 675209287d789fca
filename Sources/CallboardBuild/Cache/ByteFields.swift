// The fixed-width fields of the project's binary files: cache segments, manifests, journals.

extension [UInt8] {
  mutating func appendLittleEndian(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  mutating func append(_ hash: ContentHash) {
    appendLittleEndian(hash.high)
    appendLittleEndian(hash.low)
  }
}

/// Reads fixed-width fields one after another; nil, and the end reached, once bytes are lacking.
struct ByteFieldReader {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  var isAtEnd: Bool { offset >= bytes.count }

  mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) -> Value? {
    let width = MemoryLayout<Value>.size
    guard offset <= bytes.count - width else {
      offset = bytes.count
      return nil
    }
    let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Value.self) }
    offset += width
    return Value(littleEndian: value)
  }

  mutating func hash() -> ContentHash? {
    guard let high = integer(UInt64.self), let low = integer(UInt64.self) else { return nil }
    return ContentHash(high: high, low: low)
  }

  /// The next `count` bytes.
  mutating func slice(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.count - offset else {
      offset = bytes.count
      return nil
    }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }
}
