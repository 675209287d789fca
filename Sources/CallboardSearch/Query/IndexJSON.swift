/// A value of the index's JSON files.
indirect enum IndexJSON {
  case null
  case bool(Bool)
  case number(Double)
  /// UTF-8.
  case string([UInt8])
  case array([IndexJSON])
  case object([String: IndexJSON])

  /// `nil` when `bytes` are no JSON, or nest deeper than the index ever does.
  init?(_ bytes: [UInt8]) {
    var parser = Parser(bytes: bytes)
    guard let value = parser.value(depth: 0), parser.isAtEnd() else { return nil }
    self = value
  }

  subscript(member: String) -> IndexJSON? {
    guard case .object(let members) = self else { return nil }
    return members[member]
  }

  /// The UTF-8 of a string; empty for anything else.
  var utf8: [UInt8] {
    guard case .string(let bytes) = self else { return [] }
    return bytes
  }

  var text: String { String(decoding: utf8, as: UTF8.self) }

  /// A whole number from 0 on; 0 for anything else.
  var count: Int {
    guard case .number(let value) = self, value >= 0, value < 1e15 else { return 0 }
    return Int(value)
  }

  var elements: [IndexJSON] {
    guard case .array(let values) = self else { return [] }
    return values
  }
}

extension IndexJSON {
  private struct Parser {
    private static let maximumDepth = 8

    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func isAtEnd() -> Bool {
      skipBlanks()
      return index == bytes.count
    }

    mutating func value(depth: Int) -> IndexJSON? {
      skipBlanks()
      guard depth < Self.maximumDepth, index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "{"): return object(depth: depth)
      case UInt8(ascii: "["): return array(depth: depth)
      case UInt8(ascii: "\""): return string().map { .string($0) }
      case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
      case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
      case UInt8(ascii: "n"): return take("null") ? .null : nil
      default: return number()
      }
    }

    private mutating func object(depth: Int) -> IndexJSON? {
      index += 1
      var members: [String: IndexJSON] = [:]
      if take("}") { return .object(members) }
      repeat {
        skipBlanks()
        guard let key = string(), take(":"), let value = value(depth: depth + 1) else { return nil }
        members[String(decoding: key, as: UTF8.self)] = value
      } while take(",")
      return take("}") ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> IndexJSON? {
      index += 1
      var values: [IndexJSON] = []
      if take("]") { return .array(values) }
      repeat {
        guard let value = value(depth: depth + 1) else { return nil }
        values.append(value)
      } while take(",")
      return take("]") ? .array(values) : nil
    }

    private mutating func number() -> IndexJSON? {
      let start = index
      while index < bytes.count, "+-.0123456789eE".utf8.contains(bytes[index]) { index += 1 }
      return Double(String(decoding: bytes[start..<index], as: UTF8.self)).map { .number($0) }
    }

    private mutating func string() -> [UInt8]? {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
      index += 1
      var result: [UInt8] = []
      while index < bytes.count {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
          bytes[index] != UInt8(ascii: "\\")
        {
          index += 1
        }
        result.append(contentsOf: bytes[start..<index])
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "\"") {
          index += 1
          return result
        }
        index += 1
        guard appendEscape(to: &result) else { return nil }
      }
      return nil
    }

    private mutating func appendEscape(to result: inout [UInt8]) -> Bool {
      guard index < bytes.count else { return false }
      let letter = bytes[index]
      index += 1
      switch letter {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
      case UInt8(ascii: "u"):
        // The builder escapes single code points only; a surrogate is not one.
        guard let scalar = hexScalar() else { return false }
        result.append(contentsOf: String(scalar).utf8)
      default: return false
      }
      return true
    }

    private mutating func hexScalar() -> Unicode.Scalar? {
      guard index + 4 <= bytes.count else { return nil }
      let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
      index += 4
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }

    private mutating func take(_ text: String) -> Bool {
      skipBlanks()
      guard bytes[index...].starts(with: text.utf8) else { return false }
      index += text.utf8.count
      return true
    }

    private mutating func skipBlanks() {
      while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }
  }
}
