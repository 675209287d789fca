import CallboardBytes

/// Reads what ``ByteWriter`` wrote, and nothing else: bytes that it cannot have written throw.
///
/// Fit for bytes of any origin: never reads past the end, and reserves no memory on the word of a
/// count.
package struct ByteReader {
  /// The bytes are not what they should be. Says no more: a damaged entry is only ever a miss.
  package struct Damage: Error {
    /// For readers that find what they read to be no good.
    package init() {}
  }

  private let bytes: [UInt8]
  private var offset = 0

  /// Begins at the first of the bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether all bytes have been read.
  package var isAtEnd: Bool { offset == bytes.count }

  /// Reads one byte.
  package mutating func byte() throws(Damage) -> UInt8 {
    guard offset < bytes.count else { throw Damage() }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// Reads what ``ByteWriter/number(_:)`` wrote.
  package mutating func number() throws(Damage) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let part = try byte()
      // The ninth byte ends at bit 62, so the number fits an Int.
      guard shift < 63 else { throw Damage() }
      value |= UInt64(part & 0x7F) << shift
      shift += 7
      guard part & 0x80 != 0 else { break }
    }
    // A shorter spelling must exist only once, or equal values would have unequal bytes.
    if shift > 7, bytes[offset - 1] == 0 { throw Damage() }
    return Int(value)
  }

  /// Reads what ``ByteWriter/flag(_:)`` wrote; any other byte is damage.
  package mutating func flag() throws(Damage) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw Damage()
    }
  }

  /// Reads what ``ByteWriter/text(_:)`` wrote; what is no UTF-8 is damage.
  package mutating func text() throws(Damage) -> String {
    let slice = try slice()
    // Validating is slow for a short text whose bytes are ASCII, as nearly all are.
    let plain = slice.withUnsafeBufferPointer { bytes in
      bytes.firstIndex(from: 0) { $0.beyondASCII } == bytes.count
        ? String(decoding: bytes, as: UTF8.self) : nil
    }
    if let plain { return plain }
    guard let text = String(validating: slice, as: UTF8.self) else { throw Damage() }
    return text
  }

  /// Reads what ``ByteWriter/blob(_:)`` wrote.
  package mutating func blob() throws(Damage) -> [UInt8] {
    Array(try slice())
  }

  /// Reads what ``ByteWriter/optional(_:_:)`` wrote.
  package mutating func optional<Value>(
    _ read: (inout Self) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try flag() ? try read(&self) : nil
  }

  /// Reads what ``ByteWriter/list(_:_:)`` wrote.
  package mutating func list<Value>(
    _ read: (inout Self) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = try number()
    // Each value takes at least one byte.
    guard count <= bytes.count - offset else { throw Damage() }
    var values: [Value] = []
    // Not for whatever number damaged bytes may hold.
    values.reserveCapacity(min(count, 256))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  private mutating func slice() throws(Damage) -> ArraySlice<UInt8> {
    let count = try number()
    guard count <= bytes.count - offset else { throw Damage() }
    defer { offset += count }
    return bytes[offset..<(offset + count)]
  }
}
