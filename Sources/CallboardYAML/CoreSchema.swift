/// The types that the YAML 1.2 core schema gives to scalars.
enum CoreSchema {
  /// The value of a scalar without quotes and without a tag.
  static func value(ofPlain text: UnsafeBufferPointer<UInt8>) -> YAMLValue {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"):
      if text.count == 1 { return .null }
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      if text.count == 4, ["null", "Null", "NULL"].contains(string(text)) { return .null }
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      if text.count == 4, ["true", "True", "TRUE"].contains(string(text)) { return .bool(true) }
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      if text.count == 5, ["false", "False", "FALSE"].contains(string(text)) {
        return .bool(false)
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      if let number = YAMLNumber.read(text) { return number }
    default: break
    }
    return .string(string(text))
  }

  /// The value of a scalar under a tag of the core schema.
  ///
  /// - Returns: nil if the text does not fit the tag, as in `!!int x`.
  static func value(of text: UnsafeBufferPointer<UInt8>, as tag: CoreTag) -> YAMLValue? {
    switch (tag, tag == .string ? .null : value(ofPlain: text)) {
    case (.string, _): return .string(string(text))
    case (.null, .null): return .null
    case (.bool, .bool(let flag)): return .bool(flag)
    case (.int, .int(let number)): return .int(number)
    // A whole number above 2^53 has no exact value, so the schema itself reads it as a float.
    case (.int, .float(let number)) where text.allSatisfy({ $0 != UInt8(ascii: ".") }):
      return .float(number)
    case (.float, .int(let number)): return .float(Double(number))
    case (.float, .float(let number)): return .float(number)
    default: return nil
    }
  }

  /// The text as a string; libyaml has made sure that it is UTF-8.
  static func string(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: text, as: UTF8.self)
  }
}

/// The tags of the core schema; any other is foreign.
enum CoreTag: String {
  case string = "tag:yaml.org,2002:str"
  case null = "tag:yaml.org,2002:null"
  case bool = "tag:yaml.org,2002:bool"
  case int = "tag:yaml.org,2002:int"
  case float = "tag:yaml.org,2002:float"
  case sequence = "tag:yaml.org,2002:seq"
  case mapping = "tag:yaml.org,2002:map"

  /// Reads a tag as libyaml resolves it; `!` alone says "do not guess" and thus string.
  init?(resolved tag: String) {
    if tag == "!" { self = .string } else { self.init(rawValue: tag) }
  }
}
