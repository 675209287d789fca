package import CallboardHTML

/// A value that a template computes with; it behaves as JavaScript's values do.
///
/// Copies share their storage, so one value may stand in the contexts of thousands of pages.
package enum TemplateValue: Sendable {
  /// What a missing name or member gives in scaffold mode.
  case undefined
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  /// Markup that is written as it is. Text that a filter has escaped counts as markup, too.
  case html(HTML)
  case array([TemplateValue])
  case object(TemplateObject)
  /// A macro or a global function; has a meaning only inside the render that made it.
  case function(TemplateFunction)
  case regex(RegularExpression)
}

/// Something a template can call, as a number that the render which made it understands.
package struct TemplateFunction: Hashable, Sendable {
  enum Kind: UInt8 {
    case range
    case cycler
    case joiner
    /// A separator that is empty on the first call; `index` counts the joiners of the render.
    case joinerInstance
    /// The object that `cycler()` returns; `index` counts the cyclers of the render.
    case cyclerInstance
    /// A macro or the body of a call block, bound to the context it was defined in.
    case macro
    /// The `loop` object of a running `for`; `index` is its depth.
    case loop
  }

  let kind: Kind
  let index: Int32
}

extension TemplateValue {
  /// A whole number; `Int` beyond 2^53 loses precision, as in JavaScript.
  package static func integer(_ value: Int) -> TemplateValue { .number(Double(value)) }

  /// The name of the value's type, for messages.
  var typeName: String {
    switch self {
    case .undefined: "undefined"
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "text"
    case .html: "markup"
    case .array: "a list"
    case .object: "an object"
    case .function: "a function"
    case .regex: "a regular expression"
    }
  }

  /// Whether JavaScript calls this value nullish.
  var isNullish: Bool {
    switch self {
    case .undefined, .null: true
    default: false
    }
  }

  var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }
}
