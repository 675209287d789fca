/// Percent-encoding (RFC 3986, section 2.1), the only place that knows it.
package enum PercentCode {
  /// Characters of ASCII that stay as they are; all others are encoded.
  package struct Kept: Sendable {
    /// A bit for each character, those below 64 first.
    private var bits: (UInt64, UInt64) = (0, 0)

    /// Letters, digits and `-._~` (section 2.3).
    package static let unreserved = Kept(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )

    /// Bytes beyond ASCII are never kept.
    package init(_ characters: String) {
      for byte in characters.utf8 where byte < 128 {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        if byte < 64 { bits.0 |= bit } else { bits.1 |= bit }
      }
    }

    /// These characters and more.
    package func adding(_ characters: String) -> Kept {
      var kept = Kept(characters)
      kept.bits.0 |= bits.0
      kept.bits.1 |= bits.1
      return kept
    }

    func contains(_ byte: UInt8) -> Bool {
      let half = byte < 64 ? bits.0 : byte < 128 ? bits.1 : 0
      return half & (1 << UInt64(byte & 63)) != 0
    }
  }

  private static let pathCharacters = Kept.unreserved.adding("/")

  /// Encodes all that is not unreserved (section 2.3): a text becomes one component of an address, or one value of
  /// its query.
  package static func component(_ text: some StringProtocol) -> String {
    encoded(String(text), keeping: .unreserved)
  }

  /// As ``component(_:)``, but leaves slashes: a relative path becomes that of an address. A colon is encoded, so
  /// that no first segment is taken for a scheme.
  package static func path(_ path: some StringProtocol) -> String {
    encoded(String(path), keeping: pathCharacters)
  }

  /// Encodes the characters that a rule does not keep. A text without any comes back as it is.
  package static func encoded(_ text: String, keeping kept: Kept) -> String {
    var text = text
    let encoded = text.withUTF8 { source -> String? in
      guard let first = source.firstIndex(where: { !kept.contains($0) }) else { return nil }
      var bytes = Array(source[..<first])
      bytes.reserveCapacity(source.count + 16)
      for byte in source[first...] {
        if kept.contains(byte) { bytes.append(byte) } else { append(byte, to: &bytes) }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    return encoded ?? text
  }

  /// Appends one byte encoded: `%0A` for a line feed.
  package static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "%"))
    bytes.append(digit(byte >> 4))
    bytes.append(digit(byte & 15))
  }

  /// The text that was encoded; nil when a `%` has no two hexadecimal digits behind it, and when what comes out
  /// is no UTF-8.
  package static func decoded(_ text: some StringProtocol) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    guard let bytes = bytes(of: text, keepsStray: false) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// As ``decoded(_:)``, but leaves a `%` that encodes nothing, as browsers do, and mends what is no UTF-8.
  package static func decodedLeniently(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return String(decoding: bytes(of: text, keepsStray: true) ?? [], as: UTF8.self)
  }

  /// Whether a byte is a letter or digit of ASCII or one of `-._~`.
  package static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func bytes(of text: some StringProtocol, keepsStray: Bool) -> [UInt8]? {
    var decoded: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        let digits = rest.prefix(2).compactMap(value)
        if digits.count == 2 {
          decoded.append(digits[0] << 4 | digits[1])
          rest = rest.dropFirst(2)
          continue
        }
        guard keepsStray else { return nil }
      }
      decoded.append(byte)
    }
    return decoded
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}
