/// Writes a value as YAML text that reads back as the same value: block style, keys in their order.
package struct YAMLWriter {
  private var text = ""

  /// The text of a value, with a line break at its end.
  ///
  /// Recursion is bounded by the depth of the value, which readers limit.
  package static func text(of value: YAMLValue) -> String {
    var writer = YAMLWriter()
    if let scalar = writer.inline(value, indent: 0) {
      writer.text += scalar
      writer.text += "\n"
    } else {
      writer.block(value, indent: 0)
    }
    return writer.text
  }

  /// Writes a collection that is not empty, from the start of a line.
  private mutating func block(_ value: YAMLValue, indent: Int) {
    switch value {
    case .mapping(let mapping):
      for entry in mapping.entries {
        pad(indent)
        member(entry, indent: indent)
      }
    case .sequence(let items):
      for item in items {
        pad(indent)
        self.item(item.value, indent: indent)
      }
    case .tagged(_, let node): block(node.value, indent: indent)
    default: break
    }
  }

  /// Writes a key and its value behind the indent.
  private mutating func member(_ entry: YAMLMapping.Entry, indent: Int) {
    let key = Self.quoted(entry.key)
    // A reader takes a key without `?` only up to 1,024 characters.
    let isLong = key.utf8.count > 900
    text += isLong ? "? \(key)\n" : key
    if isLong { pad(indent) }
    text += ":"
    if let scalar = inline(entry.value.value, indent: indent) {
      text += scalar.isEmpty ? "\n" : " \(scalar)\n"
    } else {
      text += "\n"
      block(entry.value.value, indent: indent + 2)
    }
  }

  /// Writes a list's item; a mapping in it begins on the same line.
  private mutating func item(_ value: YAMLValue, indent: Int) {
    if case .tagged(_, let node) = value { return item(node.value, indent: indent) }
    if let scalar = inline(value, indent: indent) {
      text += scalar.isEmpty ? "-\n" : "- \(scalar)\n"
    } else if case .mapping(let mapping) = value, let first = mapping.entries.first {
      text += "- "
      member(first, indent: indent + 2)
      for entry in mapping.entries.dropFirst() {
        pad(indent + 2)
        member(entry, indent: indent + 2)
      }
    } else {
      text += "-\n"
      block(value, indent: indent + 2)
    }
  }

  /// The text of what fits behind a key; nil for a collection that is not empty.
  private func inline(_ value: YAMLValue, indent: Int) -> String? {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .float(let number): return Self.float(number)
    case .string(let string): return literal(string, indent: indent) ?? Self.quoted(string)
    case .sequence(let items): return items.isEmpty ? "[]" : nil
    case .mapping(let mapping): return mapping.entries.isEmpty ? "{}" : nil
    case .tagged(_, let node): return inline(node.value, indent: indent)
    }
  }

  /// Several lines as a literal block; nil for a text that a block cannot hold as it is.
  private func literal(_ string: String, indent: Int) -> String? {
    guard string.utf8.contains(UInt8(ascii: "\n")), string.utf8.first != UInt8(ascii: "\n"),
      string.utf8.first != UInt8(ascii: " "), string.unicodeScalars.allSatisfy(Self.isPrintable)
    else { return nil }
    let breaks = string.utf8.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    guard breaks < string.utf8.count else { return nil }
    let padding = String(repeating: " ", count: indent + 2)
    var result = breaks == 0 ? "|-" : breaks == 1 ? "|" : "|+"
    let lines = string.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines.dropLast(breaks == 0 ? 0 : 1) {
      result += "\n"
      if !line.isEmpty { result += padding + (String(line) ?? "") }
    }
    return result
  }

  /// A number as YAML 1.2.2 section 10.2.1.4 spells it; JavaScript has other names for what is not finite.
  private static func float(_ number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
    return YAMLNumber.text(of: number)
  }

  private mutating func pad(_ indent: Int) {
    text += String(repeating: " ", count: indent)
  }

  /// Plain where no reader could take it for anything else, else in double quotes.
  private static func quoted(_ string: String) -> String {
    isPlain(string) ? string : doubleQuoted(string)
  }

  private static func isPlain(_ string: String) -> Bool {
    guard let first = string.utf8.first, string.utf8.last != UInt8(ascii: " "),
      string.utf8.last != UInt8(ascii: ":")
    else { return false }
    let isWordLike =
      (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A || (0x30...0x39).contains(first)
      || first == UInt8(ascii: "/") || first == UInt8(ascii: "_") || first >= 0xC2
    guard isWordLike, string.unicodeScalars.allSatisfy({ isPrintable($0) && $0 != "\n" }) else {
      return false
    }
    var before: UInt8 = 0
    for byte in string.utf8 {
      if before == UInt8(ascii: ":"), byte == UInt8(ascii: " ") { return false }
      if before == UInt8(ascii: " "), byte == UInt8(ascii: "#") { return false }
      before = byte
    }
    var copy = string
    let value = copy.withUTF8 { CoreSchema.value(ofPlain: $0) }
    // Other readers may still follow YAML 1.1, where these are truth values.
    let isOldFlag = ["yes", "no", "on", "off", "y", "n"].contains(string.lowercased())
    guard case .string = value, !isOldFlag else { return false }
    // `2024-01-01` is a date there.
    return !(0x30...0x39).contains(first) || !string.utf8.contains(UInt8(ascii: "-"))
  }

  /// What YAML prints as it is, without tabs and the breaks that readers fold.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static func doubleQuoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where !isPrintable(scalar):
        let hex = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
