/// Percent-encoding, as addresses and workflow commands use it.
enum PercentCode {
  /// `%0A` for a line feed.
  static func of(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// A relative path as a URI reference (RFC 3986): everything but unreserved characters and slashes is
  /// encoded, the colon too, which in a first segment would end a scheme.
  static func path(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes += of(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
