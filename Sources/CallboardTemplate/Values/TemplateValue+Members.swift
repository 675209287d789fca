/// Member access and the operators that make new values.
extension TemplateValue {
  /// Names that lead out of a value's own data in JavaScript; they never name anything here.
  static func isReserved(_ name: String) -> Bool {
    switch name.utf8.count {
    case 9: name == "__proto__" || name == "prototype"
    case 11: name == "constructor"
    default: false
    }
  }

  /// `value[key]` for any key; undefined when there is none. Methods are the renderer's.
  func member(_ key: TemplateValue) -> TemplateValue {
    switch (self, key) {
    case (.array(let values), .number(let number)):
      guard let index = Int(exactly: number), values.indices.contains(index) else {
        return .undefined
      }
      return values[index]
    case (.string, .number(let number)), (.html, .number(let number)):
      let units = text.utf16
      guard let index = Int(exactly: number), index >= 0,
        let position = units.index(units.startIndex, offsetBy: index, limitedBy: units.endIndex),
        position < units.endIndex
      else { return .undefined }
      return .string(String(decoding: CollectionOfOne(units[position]), as: UTF16.self))
    default:
      return member(TemplateKey(key.text))
    }
  }

  func member(_ key: TemplateKey) -> TemplateValue {
    if key.isReserved { return .undefined }
    switch self {
    case .object(let object):
      return object.value(for: key) ?? .undefined
    case .array(let values):
      if key.name == "length" { return .integer(values.count) }
    case .string(let text):
      if key.name == "length" { return .integer(text.utf16.count) }
    case .html:
      if key.name == "length" { return .integer(text.utf16.count) }
    case .regex(let regex):
      return switch key.name {
      case "source": .string(regex.pattern)
      case "flags": .string(regex.flags)
      default: .undefined
      }
    default:
      return .undefined
    }
    guard let index = UInt32(key.name), String(index) == key.name else { return .undefined }
    return member(.number(Double(index)))
  }

  /// Follows a dotted path (or a number) through own members.
  ///
  /// A member that is missing ends the path as undefined; one that is there but has no value is an
  /// error, as `null` has no members to look for.
  func ownMember(path: TemplateValue) throws(TemplateFailure) -> TemplateValue {
    guard path.isTruthy else { return self }
    var value = self
    for part in path.text.split(separator: ".", omittingEmptySubsequences: false) {
      if value.isNullish {
        throw TemplateFailure("\(value.typeName) has no member '\(part)'")
      }
      let key = TemplateKey(String(part))
      if case .object(let object) = value {
        guard object.value(for: key) != nil else { return .undefined }
        value = value.member(key)
      } else {
        value = value.member(key)
        if value.isUndefined { return .undefined }
      }
    }
    return value
  }

  /// `+`: joins as text if either side is textual, else adds numbers.
  func adding(_ other: TemplateValue) -> TemplateValue {
    isTextual || other.isTextual
      ? .string(text + other.text) : .number(number + other.number)
  }
}
