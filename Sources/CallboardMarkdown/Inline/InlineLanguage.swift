/// The language that inline code names, as in pymdownx.inlinehilite: `` `#!python x = 1` `` or
/// `` `:::python x = 1` ``.
enum InlineLanguage {
  private static let longestName = 32

  /// The name in lower case and where the code begins; nil when the code names no language, or is
  /// nothing but the name, as in `` `#!bash` ``.
  static func find(in code: UnsafeBufferPointer<UInt8>) -> (name: String, codeStart: Int)? {
    let markerLength: Int
    if code.starts(with: "#!".utf8) {
      markerLength = 2
    } else if code.starts(with: ":::".utf8) {
      markerLength = 3
    } else {
      return nil
    }
    let name = code[markerLength...].prefix {
      isWordByte($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
    }
    let end = name.endIndex
    guard (1...longestName).contains(name.count), end + 1 < code.count, isBlankByte(code[end])
    else { return nil }
    return (String(decoding: name.map(lowercased), as: UTF8.self), end + 1)
  }
}
