import CXXHash

/// The 128-bit XXH3 hash of some bytes.
///
/// Tells contents apart that differ by accident or by work; it is no defence against somebody who
/// builds two contents with the same hash on purpose.
package struct ContentHash: Hashable, Comparable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(of bytes: UnsafeRawBufferPointer) {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    self.init(high: hash.high64, low: hash.low64)
  }

  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ContentHash(of: $0) }
  }

  package init(of bytes: ArraySlice<UInt8>) {
    self = bytes.withUnsafeBytes { ContentHash(of: $0) }
  }

  /// The hash of the text's UTF-8 bytes.
  package init(of text: String) {
    var text = text
    self = text.withUTF8 { ContentHash(of: UnsafeRawBufferPointer($0)) }
  }

  /// The hash of texts one after the other, each with a NUL behind it; none of them has one within.
  package init(ofAll texts: some Sequence<String>) {
    var bytes: [UInt8] = []
    for text in texts {
      bytes += text.utf8
      bytes.append(0)
    }
    self.init(of: bytes)
  }

  /// In the order of the descriptions.
  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.high, lhs.low) < (rhs.high, rhs.low)
  }

  // The bits are uniform already: half of them make a good hash for a table.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(low)
  }
}

extension ContentHash: CustomStringConvertible {
  /// 32 lower-case hexadecimal digits, the most significant first.
  package var description: String {
    Self.hexadecimal(high) + Self.hexadecimal(low)
  }

  /// Reads a hash back from its description; nil for any other text.
  package init?(_ description: String) {
    let digits = Array(description.utf8)
    guard digits.count == 32 else { return nil }
    var halves: [UInt64] = [0, 0]
    for (index, digit) in digits.enumerated() {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      halves[index / 16] = halves[index / 16] << 4 | UInt64(value)
    }
    self.init(high: halves[0], low: halves[1])
  }

  private static func hexadecimal(_ half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
