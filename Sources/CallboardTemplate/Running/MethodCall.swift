/// One call of a built-in method. Positions count UTF-16 units, as in JavaScript.
struct MethodCall {
  let method: BuiltinMethod
  let arguments: [TemplateValue]
  let limits: TemplateLimits

  func argument(_ index: Int) -> TemplateValue {
    index < arguments.count ? arguments[index] : .undefined
  }

  func onText(_ text: String) throws(TemplateFailure) -> TemplateValue {
    switch method {
    case .toString: return .string(text)
    case .toUpperCase: return .string(text.uppercased())
    case .toLowerCase: return .string(text.lowercased())
    case .trim: return .string(String(FilterCall.trimmed(text[...])))
    case .trimStart, .trimEnd: return .string(trimmedSide(of: text))
    case .concat:
      let parts = arguments.map(\.text)
      _ = try bounded(1, times: parts.reduce(text.utf8.count) { $0 + $1.utf8.count })
      return .string(text + parts.joined())
    case .startsWith, .endsWith, .includes: return .bool(try contains(in: Array(text.utf16)))
    case .indexOf, .lastIndexOf: return .integer(index(in: Array(text.utf16)) ?? -1)
    case .search: return .integer(try search(text))
    case .repeat: return .string(try repeated(text))
    case .padStart, .padEnd: return .string(try padded(text))
    case .split: return try split(text)
    case .replace, .replaceAll: return try replace(in: text)
    case .match: return try match(try expression(argument(0)), in: text)
    case .charCodeAt, .codePointAt: return code(in: Array(text.utf16))
    case .at, .charAt, .slice, .substring, .substr: return part(of: Array(text.utf16))
    default: return .undefined
    }
  }

  private func trimmedSide(of text: String) -> String {
    let whole = FilterCall.trimmed(text[...])
    return method == .trimStart
      ? String(text[whole.startIndex...]) : String(text[..<whole.endIndex])
  }

  private func repeated(_ text: String) throws(TemplateFailure) -> String {
    let count = argument(0).number.isNaN ? 0 : argument(0).number.rounded(.towardZero)
    guard count >= 0, count.isFinite else { throw TemplateFailure("'repeat' needs a count") }
    return String(repeating: text, count: try bounded(count, times: text.utf8.count))
  }

  func bounded(_ count: Double, times size: Int) throws(TemplateFailure) -> Int {
    guard count * Double(max(size, 1)) <= Double(limits.outputBytes) else {
      throw TemplateFailure("'\(method.rawValue)' makes too much of it", isLimit: true)
    }
    return count > 0 ? Int(count) : 0
  }

  private func padded(_ text: String) throws(TemplateFailure) -> String {
    let width = argument(0).number.isNaN ? 0 : try bounded(argument(0).number, times: 1)
    let filler = argument(1).isUndefined ? " " : argument(1).text
    let missing = width - text.utf16.count
    guard missing > 0, !filler.isEmpty else { return text }
    let copies = String(repeating: filler, count: missing / filler.utf16.count + 1)
    let padding = String(decoding: copies.utf16.prefix(missing), as: UTF16.self)
    return method == .padStart ? padding + text : text + padding
  }

  /// `at`, `charAt`, `slice`, `substring` and `substr`.
  private func part(of units: [UInt16]) -> TemplateValue {
    if method == .at || method == .charAt {
      var index = argument(0).number.isNaN ? 0 : argument(0).number.rounded(.towardZero)
      if index < 0, method == .at { index += Double(units.count) }
      guard index >= 0, index < Double(units.count) else {
        return method == .at ? .undefined : .string("")
      }
      return .string(String(decoding: CollectionOfOne(units[Int(index)]), as: UTF16.self))
    }
    return .string(String(decoding: units[range(in: units.count)], as: UTF16.self))
  }

  /// The elements that `slice`, `substring` or `substr` select of so many.
  private func range(in count: Int) -> Range<Int> {
    func position(_ value: TemplateValue, default fallback: Int) -> Int {
      if value.isUndefined { return fallback }
      let number = value.number.isNaN ? 0 : value.number.rounded(.towardZero)
      if number < 0 { return method == .substring ? 0 : Int(max(0, number + Double(count))) }
      return Int(min(number, Double(count)))
    }
    var start = position(argument(0), default: 0)
    var end: Int
    if method == .substr {
      let length = argument(1).isUndefined ? Double(count) : argument(1).number
      end = start + (length > 0 ? Int(min(length, Double(count - start))) : 0)
    } else {
      end = position(argument(1), default: count)
    }
    if method == .substring, start > end { swap(&start, &end) }
    return start..<max(start, end)
  }

  func onList(_ values: [TemplateValue]) throws(TemplateFailure) -> TemplateValue {
    let wanted = argument(0)
    switch method {
    case .at:
      var index = wanted.number.isNaN ? 0 : wanted.number.rounded(.towardZero)
      if index < 0 { index += Double(values.count) }
      return TemplateValue.array(values).member(.number(index))
    case .slice: return .array(Array(values[range(in: values.count)]))
    case .toString: return .string(TemplateValue.array(values).text)
    case .includes:
      let isNaN = if case .number(let number) = wanted { number.isNaN } else { false }
      return .bool(
        isNaN
          ? values.contains { if case .number(let number) = $0 { number.isNaN } else { false } }
          : values.contains { $0.isStrictlyEqual(to: wanted) }
      )
    case .indexOf:
      let from = argument(1).number.isNaN ? 0 : argument(1).number.rounded(.towardZero)
      let counted = from < 0 ? from + Double(values.count) : from
      let start = Int(max(0, min(counted, Double(values.count))))
      return .integer(values[start...].firstIndex { $0.isStrictlyEqual(to: wanted) } ?? -1)
    case .find:
      return .integer(values.firstIndex { $0.isStrictlyEqual(to: wanted) } ?? -1)
    case .lastIndexOf:
      return .integer(values.lastIndex { $0.isStrictlyEqual(to: wanted) } ?? -1)
    case .flat:
      let depth = wanted.isUndefined ? 1 : wanted.number
      return .array(flattened(values, depth: min(depth, Double(limits.depth))))
    case .index:
      guard let index = values.firstIndex(where: { $0.isStrictlyEqual(to: wanted) }) else {
        throw TemplateFailure("'index' finds no such element")
      }
      return .integer(index)
    case .count: return .integer(values.count { $0.isStrictlyEqual(to: wanted) })
    case .concat:
      return .array(
        arguments.reduce(into: values) { all, next in
          if case .array(let more) = next { all += more } else { all.append(next) }
        }
      )
    case .join:
      let call = FilterCall(
        filter: .join,
        input: .array(values),
        arguments: [wanted.isUndefined ? "," : .string(wanted.text)],
        named: nil,
        mode: .scaffold,
        limits: limits
      )
      return try call.join()
    default: return .undefined
    }
  }

  private func flattened(_ values: [TemplateValue], depth: Double) -> [TemplateValue] {
    values.flatMap { value in
      if case .array(let inner) = value, depth >= 1 {
        return flattened(inner, depth: depth - 1)
      }
      return [value]
    }
  }

  func onObject(_ object: TemplateObject) -> TemplateValue {
    switch method {
    case .keys, .iterkeys: .array(object.keys.map { .string($0) })
    case .values, .itervalues: .array(object.entries.map(\.value))
    case .items, .iteritems: .array(object.entries.map { .array([.string($0.key), $0.value]) })
    case .has_key: .bool(object[argument(0).text] != nil)
    case .get: object[argument(0).text] ?? argument(1)
    default: .undefined
    }
  }

  func onNumber(_ number: Double) throws(TemplateFailure) -> TemplateValue {
    guard method == .toFixed else {
      let radix = argument(0).isUndefined ? 10 : argument(0).number
      guard (2...36).contains(radix) else { throw TemplateFailure("'toString' takes 2 to 36") }
      return .string(JavaScriptNumber.text(number, radix: Int(radix)))
    }
    let digits = argument(0).number.isNaN ? 0 : argument(0).number
    guard (0...100).contains(digits) else { throw TemplateFailure("'toFixed' takes 0 to 100") }
    return .string(JavaScriptNumber.fixed(number, digits: Int(digits)))
  }
}
