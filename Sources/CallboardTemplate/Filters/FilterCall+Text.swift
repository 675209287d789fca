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

  func center() throws(TemplateFailure) -> TemplateValue {
    let text = try inputText()
    let width = try boundedCount(argument(0), default: 80)
    let length = text.utf16.count
    guard length < width else { return try marked(text) }
    let spaces = width - length
    let before = (spaces - 2 * (spaces % 2) + 1) / 2
    let after = (spaces + 1) / 2
    return try marked(
      String(repeating: " ", count: max(before, 0)) + text + String(repeating: " ", count: after)
    )
  }

  func indent() throws(TemplateFailure) -> TemplateValue {
    let text = try inputText()
    if text.isEmpty { return .string("") }
    let width = try boundedCount(argument(0), default: 4)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let (total, overflow) = lines.count.multipliedReportingOverflow(by: width)
    guard !overflow, total <= limits.outputBytes else { throw tooLarge() }
    let padding = String(repeating: " ", count: width)
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
    let text = try inputText()
    let length = try boundedCount(argument(0), default: 255)
    let units = Array(text.utf16)
    guard units.count > length else { return try marked(text) }
    var end = length
    if !argument(1).isTruthy,
      let space = units[...length].lastIndex(of: 0x20)
    {
      end = space
    }
    let ending = argument(2).isNullish ? "..." : argument(2).text
    return try marked(String(decoding: units[..<end], as: UTF16.self) + ending)
  }

  func wordcount() throws(TemplateFailure) -> TemplateValue {
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
    if maximum == 0 { return input }
    return try replaceAll(old, with: new, in: text, maximum: maximum)
  }

  private func replaceAll(
    _ old: String,
    with new: String,
    in text: String,
    maximum: Double
  ) throws(TemplateFailure) -> TemplateValue {
    let (source, pattern) = (Array(text.utf8), Array(old.utf8))
    let places = ByteSearch(pattern).places(in: source)
    let count =
      maximum < 0 || maximum.isNaN ? places.count : min(places.count, Int(min(maximum, 1e9)))
    guard count > 0 else { return input }
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

/// Finds a run of bytes in linear time (Knuth, Morris, Pratt).
struct ByteSearch {
  private let pattern: [UInt8]
  /// For each prefix of the pattern, the length of its longest border.
  private let borders: [Int]

  init(_ pattern: [UInt8]) {
    self.pattern = pattern
    var borders = [0]
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = borders[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      borders.append(length)
    }
    self.borders = borders
  }

  /// The offsets of all occurrences that do not overlap, from the left. None for an empty pattern.
  func places(in source: [UInt8]) -> [Int] {
    guard !pattern.isEmpty else { return [] }
    var places: [Int] = []
    var matched = 0
    for (index, byte) in source.enumerated() {
      while matched > 0, byte != pattern[matched] { matched = borders[matched - 1] }
      if byte == pattern[matched] { matched += 1 }
      if matched == pattern.count {
        places.append(index + 1 - matched)
        matched = 0
      }
    }
    return places
  }
}
