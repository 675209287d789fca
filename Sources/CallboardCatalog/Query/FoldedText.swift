/// A text that compares without regard to case, as all of Backstage's queries do.
///
/// Both sides are brought to lower case without regard to the locale; nothing else is made equal, so
/// that `é` in one and in two code points stay different.
struct FoldedText: Hashable, Sendable {
  /// UTF-8 in lower case.
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.lowercased().utf8)
  }

  /// Whether another text is the same.
  func equals(_ text: String) -> Bool { length(in: text, from: 0) == bytes.count }

  /// Whether another text begins with this one.
  func isPrefix(of text: String) -> Bool {
    var other = text.utf8.makeIterator()
    for byte in bytes {
      guard let next = other.next() else { return false }
      guard next < 0x80 else { return text.lowercased().utf8.starts(with: bytes) }
      guard Self.folded(next) == byte else { return false }
    }
    return true
  }

  /// Whether `text` stands at an offset of this one.
  ///
  /// - Returns: How many bytes of this text it takes; nil when something else stands there.
  func length(in text: String, from offset: Int) -> Int? {
    var index = offset
    for next in text.utf8 {
      guard next < 0x80 else { return slowLength(text, from: offset) }
      guard index < bytes.count, Self.folded(next) == bytes[index] else { return nil }
      index += 1
    }
    return index - offset
  }

  /// Letters outside of ASCII may change their length with their case.
  private func slowLength(_ text: String, from offset: Int) -> Int? {
    let other = Array(text.lowercased().utf8)
    return bytes[offset...].starts(with: other) ? other.count : nil
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
