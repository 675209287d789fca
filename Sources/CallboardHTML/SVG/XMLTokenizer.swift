/// Why a file is no XML that can be read, or no picture that can be shown; a phrase without full stop.
package struct SVGFault: Error, Equatable, Sendable {
  package var reason: String
}

/// Cuts XML into tags and text, strictly: what a lenient reader might take for something else is a fault.
///
/// Knows no declarations, so that no entity can expand to anything but one character.
struct XMLTokenizer {
  enum Token {
    case start(String, [(name: String, value: String)], isEmpty: Bool)
    case end(String)
    /// With references resolved.
    case text([UInt8])
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next token; nil at the end. Comments, processing instructions and a document type without
  /// declarations are passed over.
  mutating func next() throws(SVGFault) -> Token? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return .text(try text()) }
      if skips("<!--", to: "-->") { continue }
      if starts(with: "<![CDATA[") { return .text(try section()) }
      if skips("<?", to: "?>") { continue }
      if starts(with: "<!") {
        try skipDocumentType()
        continue
      }
      return try tag()
    }
    return nil
  }

  private mutating func tag() throws(SVGFault) -> Token {
    index += 1
    if current == UInt8(ascii: "/") {
      index += 1
      let name = try name()
      skipSpace()
      try expect(">")
      return .end(name)
    }
    let name = try name()
    var attributes: [(name: String, value: String)] = []
    var names: Set<String> = []
    while true {
      let hadSpace = skipSpace()
      switch current {
      case UInt8(ascii: ">"):
        index += 1
        return .start(name, attributes, isEmpty: false)
      case UInt8(ascii: "/"):
        index += 1
        try expect(">")
        return .start(name, attributes, isEmpty: true)
      default:
        guard hadSpace else { throw SVGFault(reason: "a malformed tag '<\(name.prefix(30))'") }
        let attribute = try self.name()
        skipSpace()
        try expect("=")
        skipSpace()
        let value = try quoted()
        guard names.insert(attribute).inserted else {
          throw SVGFault(reason: "the attribute '\(attribute.prefix(30))' twice in one tag")
        }
        attributes.append((attribute, value))
      }
    }
  }

  private mutating func quoted() throws(SVGFault) -> String {
    guard let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = bytes[(index + 1)...].firstIndex(of: quote)
    else { throw SVGFault(reason: "an attribute without quotes") }
    let value = bytes[(index + 1)..<end]
    guard !value.contains(UInt8(ascii: "<")) else {
      throw SVGFault(reason: "a '<' in an attribute")
    }
    index = end + 1
    return String(decoding: try Self.resolved(value), as: UTF8.self)
  }

  private mutating func text() throws(SVGFault) -> [UInt8] {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { index = end }
    return try Self.resolved(bytes[index..<end])
  }

  private mutating func section() throws(SVGFault) -> [UInt8] {
    let start = index + 9
    guard skips("<![CDATA[", to: "]]>") else { throw SVGFault(reason: "an open section of text") }
    return Array(bytes[start..<max(start, index - 3)])
  }

  /// The text with the five named references of XML and numbers resolved.
  private static func resolved(_ text: ArraySlice<UInt8>) throws(SVGFault) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var resolved: [UInt8] = []
    var rest = text
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      resolved += rest[..<ampersand]
      let name = rest[(ampersand + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
      guard name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: ";"),
        let character = character(String(decoding: name, as: UTF8.self))
      else { throw SVGFault(reason: "a character reference that XML does not know") }
      resolved += Array(String(Character(character)).utf8)
      rest = rest[(name.endIndex + 1)...]
    }
    return resolved + rest
  }

  private static func character(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20 || value == 9 || value == 10 || value == 13 else { return nil }
    return Unicode.Scalar(value)
  }

  private mutating func skipDocumentType() throws(SVGFault) {
    guard starts(with: "<!DOCTYPE"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
    else { throw SVGFault(reason: "a declaration") }
    guard !bytes[index..<end].contains(UInt8(ascii: "[")) else {
      throw SVGFault(reason: "a document type with declarations")
    }
    index = end + 1
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func starts(with text: StaticString) -> Bool {
    bytes[index...].starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  /// Skips a construct from its first characters to its last ones; false where it does not begin or end.
  private mutating func skips(_ start: StaticString, to end: StaticString) -> Bool {
    guard starts(with: start) else { return false }
    let opening = index
    index += start.utf8CodeUnitCount
    while index < bytes.count, !starts(with: end) { index += 1 }
    guard index < bytes.count else {
      index = opening
      return false
    }
    index += end.utf8CodeUnitCount
    return true
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = index
    while let byte = current, byte <= 0x20 { index += 1 }
    return index > start
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(SVGFault) {
    guard current == UInt8(ascii: character) else {
      throw SVGFault(reason: "a malformed or open tag")
    }
    index += 1
  }

  private mutating func name() throws(SVGFault) -> String {
    let start = index
    while let byte = current {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: ":"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "."):
        index += 1
        continue
      default: break
      }
      break
    }
    guard index > start else { throw SVGFault(reason: "a stray '<' or a malformed tag") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }
}
