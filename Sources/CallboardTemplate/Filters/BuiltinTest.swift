/// The tests of the language, which follow `is`.
enum BuiltinTest: String, CaseIterable, Sendable {
  case callable, defined, divisibleby, escaped, equalto, even, falsy, ge, greaterthan, iterable
  case le, lessthan, lower, mapping, ne, null, number, odd, string, truthy, undefined, upper

  init?(name: String) {
    switch name {
    case "none": self = .null
    case "eq", "sameas": self = .equalto
    case "gt": self = .greaterthan
    case "lt": self = .lessthan
    default: self.init(rawValue: name)
    }
  }

  /// For near misses.
  static let names = allCases.map(\.rawValue) + ["none", "eq", "sameas", "gt", "lt"]

  /// Whether a value passes the test; no test takes more than one argument.
  func holds(
    for value: TemplateValue,
    _ other: TemplateValue
  ) throws(TemplateFailure) -> Bool {
    switch self {
    case .callable: if case .function = value { return true } else { return false }
    case .defined: return !value.isUndefined
    case .undefined: return value.isUndefined
    case .null: if case .null = value { return true } else { return false }
    case .escaped: if case .html = value { return true } else { return false }
    case .number: if case .number = value { return true } else { return false }
    case .string: if case .string = value { return true } else { return false }
    case .truthy: return value.isTruthy
    case .falsy: return !value.isTruthy
    case .equalto: return value.isStrictlyEqual(to: other)
    case .ne: return !value.isStrictlyEqual(to: other)
    case .lessthan: return value.isLess(than: other) == true
    case .greaterthan: return other.isLess(than: value) == true
    case .le: return other.isLess(than: value) == false
    case .ge: return value.isLess(than: other) == false
    case .even: return value.number.truncatingRemainder(dividingBy: 2) == 0
    case .odd: return value.number.truncatingRemainder(dividingBy: 2) == 1
    case .divisibleby: return value.number.truncatingRemainder(dividingBy: other.number) == 0
    case .lower: return try text(of: value).lowercased() == text(of: value)
    case .upper: return try text(of: value).uppercased() == text(of: value)
    case .iterable:
      if value.isNullish { throw TemplateFailure("'iterable' cannot test \(value.typeName)") }
      switch value {
      case .string, .html, .array: return true
      default: return false
      }
    case .mapping:
      switch value {
      case .object, .html, .regex: return true
      default: return false
      }
    }
  }

  private func text(of value: TemplateValue) throws(TemplateFailure) -> String {
    guard case .string(let text) = value else {
      throw TemplateFailure("'\(rawValue)' tests text, not \(value.typeName)")
    }
    return text
  }
}
