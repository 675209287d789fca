import CallboardHTML

/// JavaScript's conversions and comparisons (ECMA-262, 7.1 and 7.2).
extension TemplateValue {
  /// Whether the value counts as true in a condition: `[]` and `{}` do, `""` and `0` do not.
  package var isTruthy: Bool {
    switch self {
    case .undefined, .null: false
    case .bool(let value): value
    case .number(let value): !(value == 0 || value.isNaN)
    case .string(let value): !value.isEmpty
    case .html, .array, .object, .function, .regex: true
    }
  }

  /// What the value prints as: nothing for `undefined` and `null`.
  package var displayText: String {
    isNullish ? "" : text
  }

  /// JavaScript's `String(value)`: `undefined`, `1,2`, `[object Object]`.
  var text: String {
    switch self {
    case .undefined: "undefined"
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): JavaScriptNumber.text(value)
    case .string(let value): value
    case .html(let value): String(decoding: value.bytes, as: UTF8.self)
    case .array(let values): values.lazy.map(\.displayText).joined(separator: ",")
    case .object: "[object Object]"
    case .function(let function):
      function.kind == .loop || function.kind == .cyclerInstance ? "[object Object]" : "function"
    case .regex(let value): value.description
    }
  }

  /// JavaScript's `Number(value)`.
  var number: Double {
    switch self {
    case .undefined, .object, .function, .regex: .nan
    case .null: 0
    case .bool(let value): value ? 1 : 0
    case .number(let value): value
    case .string(let value): JavaScriptNumber.value(of: value)
    case .html, .array: JavaScriptNumber.value(of: text)
    }
  }

  /// Whether an operator sees the value as text once objects are made primitive.
  var isTextual: Bool {
    switch self {
    case .undefined, .null, .bool, .number: false
    default: true
    }
  }

  /// The text when the value is a plain string or markup, else nil.
  var stringOrMarkup: String? {
    switch self {
    case .string(let value): value
    case .html: text
    default: nil
    }
  }

  /// `===`: lists and objects are equal only to themselves.
  func isStrictlyEqual(to other: TemplateValue) -> Bool {
    switch (self, other) {
    case (.undefined, .undefined), (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)):
      left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
    case (.html(let left), .html(let right)): Self.isSameBuffer(left.bytes, right.bytes)
    case (.array(let left), .array(let right)): Self.isSameBuffer(left, right)
    case (.object(let left), .object(let right)): left.isSame(as: right)
    case (.function(let left), .function(let right)): left == right
    case (.regex(let left), .regex(let right)): left === right
    default: false
    }
  }

  /// `==`: numbers, strings and booleans are compared as numbers when their types differ.
  func isLooselyEqual(to other: TemplateValue) -> Bool {
    if isNullish || other.isNullish { return isNullish && other.isNullish }
    switch (self, other) {
    case (.bool, .bool), (.number, .number), (.string, .string),
      (.html, .html), (.array, .array), (.object, .object),
      (.function, .function), (.regex, .regex):
      return isStrictlyEqual(to: other)
    case (.bool, _), (_, .bool), (.number, _), (_, .number):
      return number == other.number
    case (.string(let left), _):
      return left == other.text
    case (_, .string(let right)):
      return text == right
    default:
      return false
    }
  }

  /// `<`; nil when the two cannot be ordered because one is no number.
  func isLess(than other: TemplateValue) -> Bool? {
    if isTextual, other.isTextual {
      return text.utf16.lexicographicallyPrecedes(other.text.utf16)
    }
    let (left, right) = (number, other.number)
    return left.isNaN || right.isNaN ? nil : left < right
  }

  /// Lists are values here; the same buffer is the nearest thing to the same object.
  private static func isSameBuffer<Element>(_ left: [Element], _ right: [Element]) -> Bool {
    left.count == right.count
      && left.withUnsafeBufferPointer { first in
        right.withUnsafeBufferPointer { $0.baseAddress == first.baseAddress }
      }
  }
}
