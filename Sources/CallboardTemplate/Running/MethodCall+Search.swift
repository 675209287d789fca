/// Methods that look for something in a text.
extension MethodCall {
  /// A position argument within a text of so many units.
  private func position(_ value: TemplateValue, in count: Int, default fallback: Int) -> Int {
    if value.isUndefined { return fallback }
    let number = value.number.isNaN ? 0 : value.number
    return Int(max(0, min(number, Double(count))))
  }

  /// `startsWith`, `endsWith` and `includes`.
  func contains(in units: [UInt16]) throws(TemplateFailure) -> Bool {
    if case .regex = argument(0) {
      throw TemplateFailure("'\(method.rawValue)' looks for text, not for a regular expression")
    }
    let wanted = Array(argument(0).text.utf16)
    switch method {
    case .startsWith:
      return units[position(argument(1), in: units.count, default: 0)...].starts(with: wanted)
    case .endsWith:
      let end = position(argument(1), in: units.count, default: units.count)
      return end >= wanted.count && units[(end - wanted.count)..<end].elementsEqual(wanted)
    default:
      return index(in: units) != nil
    }
  }

  /// Where the first argument is found: from the second on, or for `lastIndexOf` up to it.
  func index(in units: [UInt16]) -> Int? {
    let wanted = Array(argument(0).text.utf16)
    if method == .lastIndexOf {
      let isOpen = argument(1).number.isNaN
      let end = isOpen ? units.count : position(argument(1), in: units.count, default: 0)
      if wanted.isEmpty { return end }
      return RunSearch(wanted).places(in: units, overlapping: true).last { $0 <= end }
    }
    let start = position(argument(1), in: units.count, default: 0)
    if wanted.isEmpty { return start }
    return RunSearch(wanted).places(in: units, overlapping: true).first { $0 >= start }
  }

  /// The number of the character, or of its half, at a position.
  func code(in units: [UInt16]) -> TemplateValue {
    let number = argument(0).number.isNaN ? 0 : argument(0).number.rounded(.towardZero)
    guard number >= 0, number < Double(units.count) else {
      return method == .charCodeAt ? .number(.nan) : .undefined
    }
    let rest = units[Int(number)...]
    if method == .codePointAt, UTF16.isLeadSurrogate(units[Int(number)]),
      let scalar = String(decoding: rest.prefix(2), as: UTF16.self).unicodeScalars.first
    {
      return .integer(Int(scalar.value))
    }
    return .integer(Int(units[Int(number)]))
  }

  /// The regular expression that a value stands for.
  func expression(_ value: TemplateValue) throws(TemplateFailure) -> RegularExpression {
    if case .regex(let regex) = value { return regex }
    return try RegularExpression(value.isUndefined ? "" : value.text)
  }

  func search(_ text: String) throws(TemplateFailure) -> Int {
    let scalars = Array(text.unicodeScalars)
    guard let match = try expression(argument(0)).matches(in: scalars).first, let whole = match[0]
    else { return -1 }
    return scalars[..<whole.lowerBound].reduce(0) { $0 + UTF16.width($1) }
  }

  func match(
    _ regex: RegularExpression,
    in text: String,
    listsAll: Bool = true
  ) throws(TemplateFailure) -> TemplateValue {
    let scalars = Array(text.unicodeScalars)
    let matches = try regex.matches(in: scalars)
    guard let first = matches.first else { return .null }
    if regex.isGlobal, listsAll {
      return .array(matches.compactMap { $0[0].map { Self.part($0, of: scalars) } })
    }
    return .array(first.map { $0.map { Self.part($0, of: scalars) } ?? .undefined })
  }

  func onRegex(_ regex: RegularExpression) throws(TemplateFailure) -> TemplateValue {
    let result = try match(regex, in: argument(0).text, listsAll: false)
    return method == .exec ? result : .bool(!result.isNullish)
  }

  static func part(_ range: Range<Int>, of scalars: [Unicode.Scalar]) -> TemplateValue {
    .string(String(String.UnicodeScalarView(scalars[range])))
  }
}
