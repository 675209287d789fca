extension LexerRun {
  /// How far patterns that may fail look ahead, in bytes. The lexer is linear because of it.
  private static let lookahead = 256

  /// The end of the rule's match at the current position; nil if there is none.
  ///
  /// - Parameters:
  ///   - rule: An index into the lexer's rules, one that the byte at the position may begin.
  ///   - token: The rule's class; replaced where the text decides.
  /// - Returns: An offset behind the position.
  mutating func match(_ rule: Int, _ token: inout TokenClass?) -> Int? {
    switch lexer.rules[rule].pattern.kind {
    case .name: return name(rule, &token)
    case .number: return number(at: position)
    case .run: return endOfRun(of: lexer.rules[rule].pattern.set, from: position)
    case .scalar: return scalar(rule, &token)
    case .assigned: return assigned(lexer.rules[rule].pattern.set)
    case .lineKey: return lineKey(rule)
    case .indentedText: return indentedText()
    case .regex: return regex()
    case .character: return character()
    case .prompt: return prompt()
    case .counted: return counted(rule)
    default: break
    }
    guard let opened = literal(lexer.rules[rule].pattern.open, at: position, rule) else {
      return nil
    }
    switch lexer.rules[rule].pattern.kind {
    case .prefixed:
      let end = endOfRun(of: lexer.rules[rule].pattern.set, from: opened)
      return end > opened ? end : nil
    case .linkText:
      return linkText(lexer.rules[rule].pattern.set, from: opened)
    case .escaped:
      let isLast = opened == source.count || source[opened] == UInt8(ascii: "\n")
      return isLast ? opened : opened + 1
    case .line:
      return endOfLine(from: opened)
    case .enclosed:
      return enclosed(rule, from: opened)
    case .quotedKey:
      return quotedKey(from: opened)
    case .keyword:
      return opened < source.count && ByteSet.name.contains(source[opened]) ? nil : opened
    case .marker:
      return opened == source.count || isSpace(source[opened]) ? opened : nil
    case .heredoc:
      return heredoc(from: opened)
    case .fencedCode:
      return fencedCode(from: opened)
    default:
      return opened
    }
  }

  // MARK: Text and runs

  /// The end of a text that stands at an offset.
  private func literal(_ text: [UInt8], at start: Int, _ rule: Int) -> Int? {
    guard start + text.count <= source.count else { return nil }
    let ignoresCase = lexer.rules[rule].pattern.kind == .keyword
    for index in text.indices {
      let byte = source[start + index]
      let isCapital = ignoresCase && byte >= 0x41 && byte <= 0x5A
      guard text[index] == (isCapital ? byte | 0x20 : byte) else { return nil }
    }
    return start + text.count
  }

  private func hasText(_ text: [UInt8], at start: Int) -> Bool {
    guard start + text.count <= source.count else { return false }
    for index in text.indices where source[start + index] != text[index] { return false }
    return true
  }

  func endOfRun(of set: ByteSet, from start: Int) -> Int {
    var end = start
    while end < source.count, set.contains(source[end]) { end += 1 }
    return end
  }

  func endOfLine(from start: Int) -> Int {
    var end = start
    while end < source.count, source[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    ByteSet.blanks.contains(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The end of a link's text, before its bracket; nil if no link follows.
  private func linkText(_ followers: ByteSet, from start: Int) -> Int? {
    let limit = min(source.count, start + Self.lookahead)
    var end = start
    while end < limit, Self.linkTextBytes.contains(source[end]) { end += 1 }
    guard end > start, end + 1 < limit, source[end] == UInt8(ascii: "]"),
      followers.contains(source[end + 1])
    else { return nil }
    return end
  }

  private static let linkTextBytes = ByteSet.visible.union(" ").subtracting(ByteSet("[]`"))

  // MARK: Strings

  private func enclosed(_ rule: Int, from start: Int) -> Int {
    let escape = lexer.rules[rule].pattern.special
    let spansLines = lexer.rules[rule].pattern.flag
    let close = lexer.rules[rule].pattern.close
    guard let first = close.first else { return start }
    var end = start
    while end < source.count {
      let byte = source[end]
      if byte == first, hasText(close, at: end) { return end + close.count }
      if byte == UInt8(ascii: "\n"), !spansLines { return end }
      end += byte == escape && escape != 0 && end + 1 < source.count ? 2 : 1
    }
    return source.count
  }

  private func quotedKey(from start: Int) -> Int? {
    let limit = min(source.count, start + Self.lookahead)
    let quote = source[start - 1]
    var end = start
    while end < limit, source[end] != quote {
      if source[end] == UInt8(ascii: "\n") { return nil }
      end += source[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < limit else { return nil }
    let colon = endOfRun(of: .blanks, from: end + 1)
    return colon < source.count && source[colon] == UInt8(ascii: ":") ? end + 1 : nil
  }

  private func counted(_ rule: Int) -> Int? {
    let pattern = lexer.rules[rule].pattern
    guard hasText(pattern.open, at: position) else { return nil }
    let fillStart = position + pattern.open.count
    var tail = fillStart
    while tail < source.count, tail - fillStart < Self.lookahead, source[tail] == pattern.special {
      tail += 1
    }
    guard hasText(pattern.tail, at: tail) else { return nil }
    let fill = Array(repeating: pattern.special, count: tail - fillStart)
    let close = pattern.close + fill + pattern.closeTail
    guard let first = close.first else { return nil }
    var end = tail + pattern.tail.count
    while end < source.count {
      if source[end] == first, hasText(close, at: end) { return end + close.count }
      end += 1
    }
    return source.count
  }

  /// A slash that begins a regular expression has a partner on its line, outside brackets.
  private func regex() -> Int? {
    let limit = min(source.count, position + Self.lookahead)
    var end = position + 1
    guard end < limit, source[end] != UInt8(ascii: "/"), source[end] != UInt8(ascii: "*") else {
      return nil
    }
    var isInBrackets = false
    while end < limit, source[end] != UInt8(ascii: "\n") {
      switch source[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case UInt8(ascii: "/") where !isInBrackets: return endOfRun(of: .letters, from: end + 1)
      default: break
      }
      end += 1
    }
    return nil
  }

  private func character() -> Int? {
    let limit = min(source.count, position + 14)
    var end = position + 1
    guard end < limit, source[end] != UInt8(ascii: "'") else { return nil }
    let isEscaped = source[end] == UInt8(ascii: "\\")
    end += isEscaped ? 2 : 1
    while end < limit, source[end] != UInt8(ascii: "'") {
      // Without a backslash only the further bytes of one character may follow.
      guard isEscaped ? source[end] != UInt8(ascii: "\n") : source[end] & 0xC0 == 0x80 else {
        return nil
      }
      end += 1
    }
    return end < limit ? end + 1 : nil
  }

  /// `<<NAME`, `<<-"NAME"`, `<<~NAME`; its text begins on the next line.
  private mutating func heredoc(from start: Int) -> Int? {
    var nameStart = start
    while nameStart < source.count, nameStart - start < 3,
      source[nameStart] == UInt8(ascii: "-") || source[nameStart] == UInt8(ascii: "~")
        || source[nameStart] == UInt8(ascii: " ")
    {
      nameStart += 1
    }
    var quote: UInt8?
    if nameStart < source.count,
      source[nameStart] == UInt8(ascii: "'") || source[nameStart] == UInt8(ascii: "\"")
    {
      quote = source[nameStart]
      nameStart += 1
    }
    let end = endOfRun(of: .name, from: nameStart)
    guard end > nameStart, !ByteSet.digits.contains(source[nameStart]) else { return nil }
    if heredocName == nil { heredocName = nameStart..<end }
    return quote != nil && end < source.count && source[end] == quote ? end + 1 : end
  }

  // MARK: Lines

  private func lineKey(_ rule: Int) -> Int? {
    let limit = min(source.count, position + Self.lookahead)
    var end = position
    while end < limit, source[end] != UInt8(ascii: "\n") {
      if lexer.rules[rule].pattern.set.contains(source[end]) {
        let isSpaced = end + 1 >= source.count || isSpace(source[end + 1])
        guard isSpaced || !lexer.rules[rule].pattern.flag else {
          end += 1
          continue
        }
        if end + 1 < source.count, source[end + 1] == UInt8(ascii: "=") { return nil }
        while end > position, ByteSet.blanks.contains(source[end - 1]) { end -= 1 }
        return end > position ? end : nil
      }
      if lexer.rules[rule].pattern.barred.contains(source[end]) { return nil }
      if source[end] == UInt8(ascii: "#"), end == position || isSpace(source[end - 1]) {
        return nil
      }
      end += 1
    }
    return nil
  }

  /// The header of a block scalar and its lines, which are blank or deeper than their key.
  private func indentedText() -> Int? {
    let headerEnd = endOfRun(of: Self.blockHeader, from: position)
    guard headerEnd == source.count || source[headerEnd] == UInt8(ascii: "\n") else { return nil }
    var end = headerEnd
    while end < source.count {
      let contentStart = endOfRun(of: .blanks, from: end + 1)
      let isBlank = contentStart >= source.count || isSpace(source[contentStart])
      guard isBlank || contentStart - end - 1 > contentColumn else { break }
      end = endOfLine(from: min(contentStart, source.count))
    }
    return end
  }

  private static let blockHeader = ByteSet("|>+-0123456789 \t\r")

  /// The prompt of a shell session, at the start of a line.
  private func prompt() -> Int? {
    let limit = min(source.count, position + 80)
    var end = position
    while end + 1 < limit, source[end] != UInt8(ascii: "\n") {
      let isLast = Self.promptEnds.contains(source[end]) && source[end + 1] == UInt8(ascii: " ")
      if isLast { return end == position || hasUser(position..<end) ? end + 1 : nil }
      end += 1
    }
    return nil
  }

  private static let promptEnds = ByteSet("$%#>")
  private static let userMarks = ByteSet("@~/)]:")

  /// Whether a prompt's text looks like `user@host:~`, `(venv)`, `~/src` or `PS C:\`.
  private func hasUser(_ range: Range<Int>) -> Bool {
    let text = source[range]
    let isWindows = text.starts(with: "PS ".utf8)
    guard isWindows || !text.dropLast().contains(UInt8(ascii: " ")) else { return false }
    return isWindows || text.contains { Self.userMarks.contains($0) }
  }
}
