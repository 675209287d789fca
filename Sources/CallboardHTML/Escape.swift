/// Writes text as UTF-8 into HTML, escaped for the place where it will stand.
///
/// One function serves element content and quoted attribute values: it escapes `& < > " '`, which is
/// enough for both (HTML Standard, 13.1.2.3 and 13.1.4). Unquoted attribute values are never written.
package enum Escape {
  package static func text(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { self.text($0, into: &bytes) }
  }

  /// Runs without special characters are copied whole, so the cost is close to that of a copy.
  package static func text(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var runStart = 0
    for index in source.indices {
      let entity: StaticString
      switch source[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case UInt8(ascii: "'"): entity = "&#39;"
      default: continue
      }
      bytes.append(contentsOf: source[runStart..<index])
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount)
      )
      runStart = index + 1
    }
    bytes.append(contentsOf: source[runStart...])
  }
}
