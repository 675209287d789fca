/// Cuts a template into tokens, one at a time, because what follows a tag depends on the tag.
struct TemplateLexer {
  let source: [UInt8]
  private(set) var offset = 0
  private var isInCode = false
  /// Set by a delimiter with `-`: the text that follows directly loses its leading whitespace.
  private var trimsNextText = false

  private let variableStart: [UInt8]
  private let variableEnd: [UInt8]
  private let trimBlocks: Bool
  private let lstripBlocks: Bool

  private static let tagStart = Array("{%".utf8)
  private static let tagEnd = Array("%}".utf8)
  private static let commentStart = Array("{#".utf8)
  private static let commentEnd = Array("#}".utf8)

  init(source: [UInt8], options: TemplateOptions) {
    self.source = source
    variableStart = Array(options.variableStart.utf8)
    variableEnd = Array(options.variableEnd.utf8)
    trimBlocks = options.trimBlocks
    lstripBlocks = options.lstripBlocks
  }

  mutating func next() throws(LexicalError) -> Token {
    isInCode ? try nextInCode() : try nextInText()
  }

  /// Lets the text that follows keep its leading whitespace, whatever the delimiter before said.
  mutating func keepNextText() {
    trimsNextText = false
  }

  /// Takes what follows up to the matching `{% endNAME %}`, as it stands.
  ///
  /// Nested pairs of the same name stay in the text. The lexer must stand behind the opening tag.
  mutating func rawText(endTag: String, startTag: String) -> Range<Int>? {
    let start = offset
    var level = 1
    var at = offset
    while at < source.count {
      guard hasPrefix(Self.tagStart, at: at), let tag = bareTag(at: at) else {
        at += 1
        continue
      }
      if tag.name.elementsEqual(startTag.utf8) { level += 1 }
      if tag.name.elementsEqual(endTag.utf8) { level -= 1 }
      if level == 0 {
        offset = tag.end
        // Nunjucks also keeps the '-' of the opening tag until here.
        trimsNextText = trimsNextText || tag.trims
        return start..<at
      }
      at = tag.end
    }
    return nil
  }

  private func bareTag(at start: Int) -> (name: ArraySlice<UInt8>, end: Int, trims: Bool)? {
    var at = start + Self.tagStart.count
    if at < source.count, source[at] == UInt8(ascii: "-") { at += 1 }
    while at < source.count, Self.isSpace(source[at]) { at += 1 }
    let nameStart = at
    while at < source.count, Self.isLetter(source[at]) { at += 1 }
    let name = source[nameStart..<at]
    while at < source.count, Self.isSpace(source[at]) { at += 1 }
    let trims = at < source.count && source[at] == UInt8(ascii: "-")
    if trims { at += 1 }
    guard hasPrefix(Self.tagEnd, at: at) else { return nil }
    return (name, at + Self.tagEnd.count, trims)
  }
}

/// What the lexer cannot read; the parser gives it a line.
struct LexicalError: Error {
  var summary: String
  var help: [String]
  var offset: Int
}

extension TemplateLexer {
  private mutating func nextInText() throws(LexicalError) -> Token {
    let start = offset
    guard start < source.count else { return Token(kind: .endOfFile, range: start..<start) }
    if hasPrefix(Self.tagStart, at: start) { return open(.tagStart, Self.tagStart) }
    if hasPrefix(variableStart, at: start) { return open(.variableStart, variableStart) }
    if hasPrefix(Self.commentStart, at: start) { return try comment() }

    while offset < source.count, !startsTag(at: offset) {
      if hasPrefix(Self.commentEnd, at: offset) {
        throw LexicalError(
          summary: "'#}' ends no comment",
          help: ["Remove it, or write '{#' where the comment begins."],
          offset: offset
        )
      }
      offset += 1
    }
    return Token(kind: .text, range: visibleText(start..<offset))
  }

  /// The part of a text that whitespace control leaves.
  private mutating func visibleText(_ whole: Range<Int>) -> Range<Int> {
    var (lower, upper) = (whole.lowerBound, whole.upperBound)
    if lstripBlocks, hasPrefix(Self.tagStart, at: upper) {
      var lineStart = upper
      while lineStart > 0, source[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
      let isIndentation = source[lineStart..<upper].allSatisfy(Self.isSpace)
      if lineStart >= lower, isIndentation { upper = lineStart }
    }
    if trimsNextText {
      while lower < upper, let length = spaceLength(from: lower) { lower += length }
      trimsNextText = false
    }
    if followedByTrimmingDelimiter {
      while lower < upper, let length = spaceLength(upTo: upper) { upper -= length }
    }
    return lower..<upper
  }

  private var followedByTrimmingDelimiter: Bool {
    for delimiter in [Self.tagStart, variableStart, Self.commentStart]
    where hasPrefix(delimiter, at: offset) {
      let after = offset + delimiter.count
      return after < source.count && source[after] == UInt8(ascii: "-")
    }
    return false
  }

  private func startsTag(at offset: Int) -> Bool {
    hasPrefix(Self.tagStart, at: offset) || hasPrefix(variableStart, at: offset)
      || hasPrefix(Self.commentStart, at: offset)
  }

  private mutating func open(_ kind: Token.Kind, _ delimiter: [UInt8]) -> Token {
    let start = offset
    trimsNextText = false
    offset += delimiter.count
    let trims = offset < source.count && source[offset] == UInt8(ascii: "-")
    if trims { offset += 1 }
    isInCode = true
    return Token(kind: kind, range: start..<offset, trims: trims)
  }

  private mutating func comment() throws(LexicalError) -> Token {
    let start = offset
    offset += Self.commentStart.count
    while offset < source.count, !hasPrefix(Self.commentEnd, at: offset) { offset += 1 }
    guard offset < source.count else {
      throw LexicalError(
        summary: "this comment has no end",
        help: ["Write '#}' where the comment ends."],
        offset: start
      )
    }
    trimsNextText = offset > start + 2 && source[offset - 1] == UInt8(ascii: "-")
    offset += Self.commentEnd.count
    return Token(kind: .comment, range: start..<offset)
  }

  private mutating func nextInCode() throws(LexicalError) -> Token {
    skipSpace()
    let start = offset
    guard start < source.count else { return Token(kind: .endOfFile, range: start..<start) }
    let byte = source[start]
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try string(byte) }
    if let end = close(.tagEnd, Self.tagEnd) ?? close(.variableEnd, variableEnd) { return end }
    if byte == UInt8(ascii: "r"), start + 1 < source.count, source[start + 1] == UInt8(ascii: "/") {
      return try regex()
    }
    return Self.isDelimiter(byte) ? punctuation() : word()
  }

  private mutating func close(_ kind: Token.Kind, _ delimiter: [UInt8]) -> Token? {
    let start = offset
    let trims = source[start] == UInt8(ascii: "-")
    guard hasPrefix(delimiter, at: trims ? start + 1 : start) else { return nil }
    offset = start + delimiter.count + (trims ? 1 : 0)
    isInCode = false
    trimsNextText = trims
    if trimBlocks, kind == .tagEnd { skipLineBreak() }
    return Token(kind: kind, range: start..<offset, trims: trims)
  }

  private mutating func skipLineBreak() {
    if hasPrefix([0x0D, 0x0A], at: offset) {
      offset += 2
    } else if hasPrefix([0x0A], at: offset) {
      offset += 1
    }
  }

  private mutating func skipSpace() {
    while offset < source.count {
      if Self.isSpace(source[offset]) {
        offset += 1
      } else if hasPrefix([0xC2, 0xA0], at: offset) {
        offset += 2
      } else {
        return
      }
    }
  }

  private mutating func string(_ quote: UInt8) throws(LexicalError) -> Token {
    let start = offset
    offset += 1
    while offset < source.count, source[offset] != quote {
      offset += source[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard offset < source.count else {
      throw LexicalError(
        summary: "this text has no closing quote",
        help: ["Write \(quote == UInt8(ascii: "'") ? "'" : "\"") where the text ends."],
        offset: start
      )
    }
    offset += 1
    return Token(kind: .string, range: start..<offset)
  }

  private mutating func regex() throws(LexicalError) -> Token {
    let start = offset
    offset += 2
    while offset < source.count {
      if source[offset] == UInt8(ascii: "/"), source[offset - 1] != UInt8(ascii: "\\") { break }
      offset += 1
    }
    guard offset < source.count else {
      throw LexicalError(
        summary: "this regular expression has no end",
        help: ["Write '/' where the expression ends."],
        offset: start
      )
    }
    offset += 1
    while offset < source.count, "gimy".utf8.contains(source[offset]) { offset += 1 }
    return Token(kind: .regex, range: start..<offset)
  }

  private mutating func word() -> Token {
    let start = offset
    while offset < source.count, !Self.isSpace(source[offset]), !Self.isDelimiter(source[offset]),
      !hasPrefix([0xC2, 0xA0], at: offset)
    {
      offset += 1
    }
    guard source[start..<offset].allSatisfy(Self.isDigit) else {
      return Token(kind: .name, range: start..<offset)
    }
    guard offset < source.count, source[offset] == UInt8(ascii: ".") else {
      return Token(kind: .integer, range: start..<offset)
    }
    offset += 1
    while offset < source.count, Self.isDigit(source[offset]) { offset += 1 }
    return Token(kind: .float, range: start..<offset)
  }
}

extension TemplateLexer {
  private static let longOperators: [(text: [UInt8], kind: Token.Kind)] = [
    (Array("===".utf8), .binary(.strictlyEqual)),
    (Array("!==".utf8), .binary(.strictlyNotEqual)),
    (Array("==".utf8), .binary(.equal)),
    (Array("!=".utf8), .binary(.notEqual)),
    (Array("<=".utf8), .binary(.lessOrEqual)),
    (Array(">=".utf8), .binary(.greaterOrEqual)),
    (Array("//".utf8), .binary(.floorDivide)),
    (Array("**".utf8), .binary(.power)),
  ]

  private mutating func punctuation() -> Token {
    let start = offset
    for (text, kind) in Self.longOperators where hasPrefix(text, at: start) {
      offset += text.count
      return Token(kind: kind, range: start..<offset)
    }
    offset += 1
    let kind: Token.Kind =
      switch source[start] {
      case UInt8(ascii: "("): .leftParenthesis
      case UInt8(ascii: ")"): .rightParenthesis
      case UInt8(ascii: "["): .leftBracket
      case UInt8(ascii: "]"): .rightBracket
      case UInt8(ascii: "{"): .leftBrace
      case UInt8(ascii: "}"): .rightBrace
      case UInt8(ascii: ","): .comma
      case UInt8(ascii: ":"): .colon
      case UInt8(ascii: "|"): .pipe
      case UInt8(ascii: "."): .dot
      case UInt8(ascii: "="): .assign
      case UInt8(ascii: "+"): .binary(.add)
      case UInt8(ascii: "-"): .binary(.subtract)
      case UInt8(ascii: "*"): .binary(.multiply)
      case UInt8(ascii: "/"): .binary(.divide)
      case UInt8(ascii: "%"): .binary(.remainder)
      case UInt8(ascii: "~"): .binary(.concatenate)
      case UInt8(ascii: "<"): .binary(.less)
      case UInt8(ascii: ">"): .binary(.greater)
      default: .stray
      }
    return Token(kind: kind, range: start..<offset)
  }

  private func hasPrefix(_ prefix: [UInt8], at offset: Int) -> Bool {
    guard offset + prefix.count <= source.count else { return false }
    for index in prefix.indices where source[offset + index] != prefix[index] { return false }
    return true
  }

  /// JavaScript's spaces outside of ASCII, as UTF-8; none is the end of another character.
  private static let longSpaces =
    ([0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF]
    + Array(0x2000...0x200A))
    .compactMap(Unicode.Scalar.init)
    .map { Array(String($0).utf8) }

  /// The length of the space that begins here, or nil if it is something else.
  private func spaceLength(from start: Int) -> Int? {
    guard source[start] >= 0x80 else { return Self.isSpace(source[start]) ? 1 : nil }
    return Self.longSpaces.first { hasPrefix($0, at: start) }?.count
  }

  /// The length of the space that ends here, or nil if it is something else.
  private func spaceLength(upTo end: Int) -> Int? {
    guard source[end - 1] >= 0x80 else { return Self.isSpace(source[end - 1]) ? 1 : nil }
    return Self.longSpaces.first { $0.count <= end && hasPrefix($0, at: end - $0.count) }?.count
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    "()[]{}%*-+~/#,:|.<>=!".utf8.contains(byte)
  }
}
