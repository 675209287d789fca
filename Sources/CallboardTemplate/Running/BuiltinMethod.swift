/// The methods of JavaScript's text, lists and numbers that templates are seen to use.
///
/// Methods that change their receiver are left out: values here never change.
enum BuiltinMethod: String, Sendable {
  case at, charAt, charCodeAt, codePointAt, concat, endsWith, exec, flat, includes, indexOf, join
  case lastIndexOf, match, padEnd, padStart, `repeat`, replace, replaceAll, search, slice, split
  case startsWith, substr, substring, test, toFixed, toLowerCase, toString, toUpperCase
  case trim, trimEnd, trimStart
  /// Of a cycler.
  case next, reset
  /// Python's, for Jinja compatibility.
  case count, find, get, has_key, index, items, iteritems, iterkeys, itervalues, keys, values

  /// Whether a value of this type has the method.
  func applies(to receiver: TemplateValue, jinja: Bool) -> Bool {
    switch receiver {
    case .string, .html:
      switch self {
      case .at, .charAt, .charCodeAt, .codePointAt, .concat, .endsWith, .includes, .indexOf,
        .lastIndexOf, .match, .padEnd, .padStart, .repeat, .replace, .replaceAll, .search, .slice,
        .split, .startsWith, .substr, .substring, .toLowerCase, .toString, .toUpperCase, .trim,
        .trimEnd, .trimStart:
        true
      default: false
      }
    case .array:
      switch self {
      case .at, .concat, .flat, .includes, .indexOf, .join, .lastIndexOf, .slice, .toString: true
      case .count, .find, .index: jinja
      default: false
      }
    case .object:
      switch self {
      case .get, .has_key, .items, .iteritems, .iterkeys, .itervalues, .keys, .values: jinja
      default: false
      }
    case .number: self == .toFixed || self == .toString
    case .bool: self == .toString
    case .regex: self == .test || self == .exec
    case .function(let function):
      function.kind == .cyclerInstance && (self == .next || self == .reset)
    case .undefined, .null: false
    }
  }
}

extension Renderer {
  mutating func method(_ name: Symbol, of receiver: TemplateValue) -> BuiltinMethod? {
    let key = environment.symbols.key(of: name)
    if case .object(let object) = receiver, object.value(for: key) != nil { return nil }
    guard let method = BuiltinMethod(rawValue: key.name),
      method.applies(to: receiver, jinja: environment.options.jinjaCompatibility)
    else { return nil }
    return method
  }

  mutating func invoke(
    _ method: BuiltinMethod,
    on receiver: TemplateValue,
    _ arguments: [TemplateValue]
  ) throws(TemplateFailure) -> TemplateValue {
    let call = MethodCall(method: method, arguments: arguments, limits: limits)
    switch receiver {
    case .string, .html:
      if mode == .theme, case .html = receiver {
        throw TemplateFailure("'\(method.rawValue)' works on text, not on markup")
      }
      return try call.onText(receiver.text)
    case .array(let values): return try call.onList(values)
    case .object(let object): return call.onObject(object)
    case .number(let number): return try call.onNumber(number)
    case .regex(let regex):
      return try call.onRegex(regex)
    case .function(let function):
      return cycle(Int(function.index), resets: method == .reset)
    case .bool, .undefined, .null: return .string(receiver.text)
    }
  }

  private mutating func cycle(_ index: Int, resets: Bool) -> TemplateValue {
    guard !resets, !cyclers[index].items.isEmpty else {
      cyclers[index].index = -1
      return .undefined
    }
    let next = cyclers[index].index + 1
    cyclers[index].index = next >= cyclers[index].items.count ? 0 : next
    return cyclers[index].items[cyclers[index].index]
  }

  /// Python's `value[start:stop:step]`.
  mutating func slice(
    _ target: ExpressionID,
    _ parts: ArgumentList,
    _ id: ExpressionID,
    _ program: Program
  ) throws(TemplateError) -> TemplateValue {
    let value = try evaluate(target, program)
    let bounds = try evaluate(parts, program).positional
    let elements: [TemplateValue]
    switch value {
    case .array(let values): elements = values
    case .string, .html: elements = value.text.unicodeScalars.map { .string(String($0)) }
    default: elements = []
    }
    let count = Double(elements.count)
    let step = bounds[2].isNullish ? 1 : bounds[2].number
    guard step.isFinite, step.rounded() == step, step != 0 else {
      throw program.error(TemplateFailure("the step of a slice is a whole number, not 0"), at: id)
    }
    func bound(_ value: TemplateValue, default fallback: Double) -> Double {
      guard !value.isNullish, !value.number.isNaN else { return fallback }
      return value.number < 0 ? value.number + count : value.number
    }
    var index = bound(bounds[0], default: step < 0 ? count - 1 : 0)
    let stop = bound(bounds[1], default: step < 0 ? -1 : count)
    var result: [TemplateValue] = []
    while index >= 0, index < count, step > 0 ? index < stop : index > stop {
      if let position = Int(exactly: index) { result.append(elements[position]) }
      index += step
    }
    return .array(result)
  }
}
