/// Filters on text. Lengths and positions count UTF-16 units, as in JavaScript.
extension FilterCall {
  static func capitalized(_ text: String) -> String {
    let lower = text.lowercased()
    guard let first = lower.unicodeScalars.first else { return "" }
    return String(first).uppercased() + String(lower.unicodeScalars.dropFirst())
  }

  func title() throws(TemplateFailure) -> TemplateValue {
    let words = try inputText().split(separator: " ", omittingEmptySubsequences: false)
    return try marked(words.lazy.map { Self.capitalized(String($0)) }.joined(separator: " "))
  }

  /// Takes what has a text and a length; a length that is no number makes no spaces.
  func center() throws(TemplateFailure) -> TemplateValue {
    let value = Self.orEmpty(input)
    let width = argument(0).isTruthy ? argument(0).number : 80
    let length = value.member("length").number
    if length >= width { return value }
    let spaces = width - length
    let before = spaces / 2 - spaces.truncatingRemainder(dividingBy: 2)
    return try marked(try padding(before) + value.text + padding(spaces / 2))
  }

  /// So many spaces; a part of one counts as one.
  private func padding(_ count: Double) throws(TemplateFailure) -> String {
    guard count > 0 else { return "" }
    guard count <= Double(limits.outputBytes) else { throw tooLarge() }
    return String(repeating: " ", count: Int(count.rounded(.up)))
  }

  private static func orEmpty(_ value: TemplateValue) -> TemplateValue {
    switch value {
    case .undefined, .null, .bool(false): ""
    default: value
    }
  }

  func indent() throws(TemplateFailure) -> TemplateValue {
    let text = try inputText()
    if text.isEmpty { return .string("") }
    let padding = try padding(argument(0).isTruthy ? argument(0).number : 4)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let (total, overflow) = lines.count.multipliedReportingOverflow(by: padding.utf8.count)
    guard !overflow, total <= limits.outputBytes else { throw tooLarge() }
    let indentsFirst = argument(1).isTruthy
    var result = ""
    for (index, line) in lines.enumerated() {
      if index > 0 { result += "\n" }
      if index > 0 || indentsFirst { result += padding }
      result += Substring(line)
    }
    return try marked(result)
  }

  func trim() throws(TemplateFailure) -> TemplateValue {
    guard input.stringOrMarkup != nil else { throw wrongInput("text") }
    return try marked(String(Self.trimmed(try inputText()[...])))
  }

  static func trimmed(_ text: Substring) -> Substring {
    var scalars = text.unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return Substring(scalars)
  }

  /// JavaScript's `\s`.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }

  func truncate() throws(TemplateFailure) -> TemplateValue {
    let length = argument(0).isTruthy ? argument(0).number : 255
    if case .array(let values) = input, Double(values.count) <= length { return input }
    let text = try inputText()
    let units = Array(text.utf16)
    if Double(units.count) <= length { return try marked(text) }
    // Where the text is cut when no space is found; at its start for what is no number.
    let limit = length > 0 ? Int(length) : 0
    var end = limit
    if !argument(1).isTruthy {
      let searched = length.isNaN ? units[...] : units.prefix(limit + 1)
      end = searched.lastIndex(of: 0x20) ?? limit
    }
    let ending = argument(2).isNullish ? "..." : argument(2).text
    return try marked(String(decoding: units[..<end], as: UTF16.self) + ending)
  }

  func wordcount() throws(TemplateFailure) -> TemplateValue {
    // Nunjucks asks for words only where the value is true.
    if case .number(0) = input { return .null }
    var count = 0
    var isInWord = false
    for byte in try inputText().utf8 {
      let isWord = Self.isWordByte(byte)
      if isWord, !isInWord { count += 1 }
      isInWord = isWord
    }
    return count == 0 ? .null : .integer(count)
  }

  /// JavaScript's `\w`.
  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
  }

  func replace() throws(TemplateFailure) -> TemplateValue {
    if case .regex(let regex) = argument(0) {
      guard let text = input.stringOrMarkup else { throw wrongInput("text") }
      return .string(
        try regex.replacing(in: text, with: argument(1).text, limit: limits.outputBytes)
      )
    }
    let old: String
    switch argument(0) {
    case .string(let text): old = text
    case .number(let number): old = JavaScriptNumber.text(number)
    default: return input
    }
    let text: String
    switch input {
    case .number(let number): text = JavaScriptNumber.text(number)
    case .string, .html: text = try inputText()
    default: return input
    }
    let maximum = argument(2).isUndefined ? -1 : argument(2).number
    let new = argument(1).text
    if old.isEmpty {
      try checkReplacements(text.utf16.count + 1, of: new, in: text)
      let parts = text.unicodeScalars.map { String($0) }
      return try marked(new + parts.joined(separator: new) + new)
    }
    return try replaceAll(old, with: new, in: text, maximum: maximum)
  }

  private func replaceAll(
    _ old: String,
    with new: String,
    in text: String,
    maximum: Double
  ) throws(TemplateFailure) -> TemplateValue {
    let (source, pattern) = (Array(text.utf8), Array(old.utf8))
    let places = RunSearch(pattern).places(in: source)
    let count =
      maximum < 0 || maximum.isNaN ? places.count : min(places.count, Int(min(maximum, 1e9)))
    guard count > 0 else {
      if case .number = input { return .string(text) }
      return input
    }
    try checkReplacements(count, of: new, in: text)
    var result: [UInt8] = []
    var position = 0
    for place in places.prefix(count) {
      result += source[position..<place]
      result += new.utf8
      position = place + pattern.count
    }
    result += source[position...]
    return try marked(String(decoding: result, as: UTF8.self))
  }

  private func checkReplacements(
    _ count: Int,
    of new: String,
    in text: String
  ) throws(TemplateFailure) {
    let (added, overflow) = count.multipliedReportingOverflow(by: new.utf8.count)
    guard !overflow, added <= limits.outputBytes - min(text.utf8.count, limits.outputBytes) else {
      throw tooLarge()
    }
  }
}
