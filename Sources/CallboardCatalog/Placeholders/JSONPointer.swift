import CallboardYAML

/// Pointers into a document (RFC 6901), as they stand behind the `#` of a reference.
enum JSONPointer {
  /// The pointer in one spelling, so that two spellings of a place are one: what need not be escaped is not.
  static func normalized(_ fragment: some StringProtocol) -> String {
    guard let text = unescapedURL(String(fragment)) else { return String(fragment) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return parts.map { "/" + escaped(unescaped(String($0))) }.joined()
  }

  /// A key as a part of a pointer in a URL.
  static func escaped(_ key: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in key.utf8 {
      switch byte {
      case UInt8(ascii: "~"): bytes += "~0".utf8
      case UInt8(ascii: "/"): bytes += "~1".utf8
      case _ where byte.isLetterOrDigit || "-._!$&'()*+,;=:@".utf8.contains(byte):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The node that a normalized pointer leads to; nil if there is none.
  static func find(_ pointer: String, in root: YAMLNode) -> YAMLNode? {
    var node = root
    for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let key = unescaped(unescapedURL(String(part)) ?? String(part))
      if let items = node.sequence {
        guard let index = Int(key), items.indices.contains(index) else { return nil }
        node = items[index]
      } else {
        guard let next = node[key] else { return nil }
        node = next
      }
    }
    return node
  }

  private static func unescaped(_ part: String) -> String {
    part.replacing("~1", with: "/").replacing("~0", with: "~")
  }

  private static func unescapedURL(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.flatMap { UInt8(exactly: $0) }
  }
}
