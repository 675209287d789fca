import CallboardDiagnostics
import CallboardHTML

/// Filters that make or take apart markup and URLs.
extension FilterCall {
  static func escaped(_ text: String) -> TemplateValue {
    .html(HTML(escaping: text))
  }

  func escape() -> TemplateValue {
    if case .html = input { return input }
    return Self.escaped(input.displayText)
  }

  func safe() throws(TemplateFailure) -> TemplateValue {
    if case .html = input { return input }
    guard mode == .scaffold else {
      throw TemplateFailure(
        "'safe' got \(input.typeName), which nothing has made safe",
        help: ["Remove 'safe'; only markup that the generator made is written as it is."]
      )
    }
    return .html(HTMLText.trusted(input.displayText))
  }

  func lineBreaks() throws(TemplateFailure) -> TemplateValue {
    if input.isNullish { return .string("") }
    guard var text = input.stringOrMarkup else { throw wrongInput("text") }
    if mode == .theme, case .html(let markup) = escape() {
      text = String(decoding: markup.bytes, as: UTF8.self)
    }
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A {
        if result.last == 0x0D { result.removeLast() }
        result += "<br />".utf8
      }
      result.append(byte)
    }
    let broken = String(decoding: result, as: UTF8.self)
    return mode == .theme ? .html(HTMLText.trusted(broken)) : try marked(broken)
  }

  func urlencode() throws(TemplateFailure) -> TemplateValue {
    switch input {
    case .string, .html: return .string(Self.encodedComponent(try inputText()))
    case .array(let pairs):
      var parts: [String] = []
      for pair in pairs {
        if pair.isNullish { throw wrongInput("text or pairs") }
        parts.append(encodedPair(pair.member(.integer(0)), pair.member(.integer(1))))
      }
      return .string(parts.joined(separator: "&"))
    case .object(let object):
      return .string(
        object.entries.map { encodedPair(.string($0.key), $0.value) }.joined(separator: "&")
      )
    default: return .string("")
    }
  }

  private func encodedPair(_ key: TemplateValue, _ value: TemplateValue) -> String {
    Self.encodedComponent(key.text) + "=" + Self.encodedComponent(value.text)
  }

  private static let componentCharacters = PercentCode.Kept.unreserved.adding("!*'()")

  /// JavaScript's `encodeURIComponent`.
  static func encodedComponent(_ text: String) -> String {
    PercentCode.encoded(text, keeping: componentCharacters)
  }

  func striptags() throws(TemplateFailure) -> TemplateValue {
    // The text of markup is safe to make from it: it is escaped again where it is written.
    let source: String
    if mode == .theme, case .html = input { source = input.text } else { source = try inputText() }
    let text = String(Self.trimmed(Self.withoutTags(source)[...]))
    let result = argument(0).isTruthy ? Self.tidiedLines(text) : Self.collapsedSpace(text)
    return mode == .theme ? .string(result) : try marked(result)
  }

  /// Removes tags and comments as a browser would not, but as Nunjucks does: by pattern.
  private static func withoutTags(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    // Once no `>` or `-->` is left, later `<` need no search: the whole stays linear.
    var hasClose = true
    var hasCommentClose = true
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        if hasClose, isTagStart(bytes, index) {
          if let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
            index = close + 1
            continue
          }
          hasClose = false
        } else if hasCommentClose, bytes[index...].starts(with: "<!--".utf8) {
          if let end = commentEnd(bytes, from: index + 4) {
            index = end
            continue
          }
          hasCommentClose = false
        }
      }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isTagStart(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
    guard index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20) else { return false }
    while index < bytes.count, isWordByte(bytes[index]), bytes[index] != 0x5F { index += 1 }
    return index >= bytes.count || bytes[index] != 0x5F
  }

  private static func commentEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 2 < bytes.count {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
        return index + 3
      }
      index += 1
    }
    return nil
  }

  private static func collapsedSpace(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isInSpace = false
    for scalar in text.unicodeScalars {
      let isSpace = Self.isSpace(scalar)
      if !isSpace { result.append(scalar) } else if !isInSpace { result.append(" ") }
      isInSpace = isSpace
    }
    return String(result)
  }

  /// Squashes spaces within lines and runs of empty lines.
  private static func tidiedLines(_ text: String) -> String {
    var result: [UInt8] = []
    var breaks = 0
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      var line = line[...]
      if line.last == 0x0D, number + 1 < lines.count { line = line.dropLast() }
      let words = line.split(separator: 0x20)
      if number > 0 {
        breaks += 1
        if breaks <= 2 { result.append(0x0A) }
      }
      if words.isEmpty { continue }
      breaks = 0
      result += words.joined(separator: [0x20])
    }
    return String(decoding: result, as: UTF8.self)
  }
}
