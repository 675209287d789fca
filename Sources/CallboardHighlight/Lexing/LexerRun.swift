/// One pass of a lexer over a piece of code.
struct LexerRun {
  /// Modes opened beyond this are not entered; no honest code nests as deep.
  private static let modeLimit = 256

  let source: UnsafeBufferPointer<UInt8>
  let lexer: Lexer
  private var found: [Highlighter.Span] = []
  private(set) var position = 0

  /// The modes entered, innermost last; never empty.
  private var stack: [Int] = [0]
  private(set) var lineStart = 0
  /// Whether the line holds anything yet but blanks and markers.
  private(set) var lineHasText = false
  /// Whether an operand may come next, rather than an operator.
  private(set) var expectsOperand = true
  /// The class of the next name, when a keyword has announced it.
  var announced: TokenClass?
  /// The name that ends the text which begins on the next line.
  var heredocName: Range<Int>?
  /// The column of the line's last key or marker, from 0.
  private(set) var contentColumn = 0

  /// Whether the code stands in other code, where no further language begins.
  let isEmbedded: Bool

  init(_ source: UnsafeBufferPointer<UInt8>, _ lexer: Lexer, isEmbedded: Bool = false) {
    self.source = source
    self.lexer = lexer
    self.isEmbedded = isEmbedded
  }

  mutating func spans() -> [Highlighter.Span] {
    found.reserveCapacity(source.count / 8)
    while position < source.count {
      if source[position] == UInt8(ascii: "\n") {
        endLine()
      } else if !applyRule() {
        passPlainText()
      }
    }
    return found
  }

  var mode: Int { stack.last ?? 0 }

  private mutating func applyRule() -> Bool {
    let slot = mode << 8 | Int(source[position])
    var index = lexer.starts[slot]
    let last = lexer.starts[slot + 1]
    while index < last {
      let rule = Int(lexer.order[Int(index)])
      index += 1
      guard holds(lexer.rules[rule].place) else { continue }
      var token = lexer.rules[rule].token
      guard let end = match(rule, &token), end > position else { continue }
      take(to: end, as: token, by: rule)
      go(lexer.rules[rule].action, to: lexer.rules[rule].target)
      return true
    }
    return false
  }

  /// Passes over bytes at which no rule of the mode can begin, at least one.
  private mutating func passPlainText() {
    let start = position
    let base = mode << 8
    repeat {
      let byte = source[position]
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        lineHasText = true
        expectsOperand = !Self.operandEnds.contains(byte)
        announced = nil
      }
      position += 1
    } while position < source.count && source[position] != UInt8(ascii: "\n")
      && lexer.starts[base | Int(source[position])]
        == lexer.starts[(base | Int(source[position])) + 1]
    if let token = lexer.modes[mode].text { add(start..<position, token) }
  }

  private static let operandEnds = ByteSet.name.union(")]}\"'`")

  /// Marks the text up to `end` and draws the conclusions from it.
  private mutating func take(to end: Int, as token: TokenClass?, by rule: Int) {
    // Read in place: a copy of the rule would retain its lists for every token.
    let pattern = lexer.rules[rule].pattern.kind
    if let token { add(min(position + lexer.rules[rule].plainBytes, end)..<end, token) }
    if pattern != .name, token != .comment { announced = nil }
    switch pattern {
    case .marker:
      contentColumn = position - lineStart
      expectsOperand = true
    case .lineKey, .quotedKey:
      contentColumn = position - lineStart
      lineHasText = true
      expectsOperand = true
    default:
      // A tab that begins a recipe is no text yet.
      if token != nil || !ByteSet.blanks.contains(source[position]) { lineHasText = true }
      switch token {
      case .operator?, .keyword?: expectsOperand = true
      case .comment?: break
      case .some: expectsOperand = false
      case nil: expectsOperand = !Self.operandEnds.contains(source[end - 1])
      }
    }
    // An indented text or an enclosed one may have taken line breaks.
    if pattern == .enclosed || pattern == .indentedText || pattern == .counted
      || pattern == .fencedCode
    {
      if let lineBreak = source[position..<end].lastIndex(of: UInt8(ascii: "\n")) {
        lineStart = lineBreak + 1
        if lineStart == end { lineHasText = false }
      }
    }
    position = end
  }

  private mutating func go(_ action: Lexer.Rule.Action, to target: Int) {
    switch action {
    case .stay:
      break
    case .push:
      if stack.count < Self.modeLimit { stack.append(target) }
      expectsOperand = true
    case .pop:
      if stack.count > 1 { stack.removeLast() }
    case .replace:
      stack[stack.count - 1] = target
      expectsOperand = true
    }
  }

  private mutating func endLine() {
    let isEscaped = position > lineStart && source[position - 1] == UInt8(ascii: "\\")
    position += 1
    lineStart = position
    lineHasText = false
    announced = nil
    while stack.count > 1 {
      let end = lexer.modes[mode].end
      guard end == .lineBreak || (end == .unescapedLineBreak && !isEscaped) else { break }
      stack.removeLast()
    }
    if let name = heredocName {
      heredocName = nil
      takeHeredoc(endingAt: name)
    }
  }

  /// Takes lines up to the one that holds only the name, or to the end of the code.
  private mutating func takeHeredoc(endingAt name: Range<Int>) {
    let start = position
    while position < source.count {
      var end = position
      while end < source.count, source[end] != UInt8(ascii: "\n") { end += 1 }
      var lineText = position..<end
      while let first = lineText.first, ByteSet.blanks.contains(source[first]) {
        lineText.removeFirst()
      }
      while let last = lineText.last, Self.heredocEnds.contains(source[last]) {
        lineText.removeLast()
      }
      let isLast = source[lineText].elementsEqual(source[name])
      position = isLast ? end : min(end + 1, source.count)
      lineStart = position
      if isLast { break }
    }
    if position > start { add(start..<position, .string) }
  }

  /// What may follow the name that ends a heredoc, as in PHP's `EOT;`.
  private static let heredocEnds = ByteSet(" \t\r;,)")

  /// Appends a span, or lengthens the last one if it is of the same class and touches.
  mutating func add(_ range: Range<Int>, _ token: TokenClass) {
    guard !range.isEmpty else { return }
    if let last = found.indices.last, found[last].token == token,
      found[last].range.upperBound == range.lowerBound
    {
      found[last].range = found[last].range.lowerBound..<range.upperBound
    } else {
      found.append(Highlighter.Span(range: range, token: token))
    }
  }

  private func holds(_ place: Rule.Place) -> Bool {
    switch place {
    case .anywhere: true
    case .lineStart: position == lineStart
    case .indentation: !lineHasText
    case .afterDigit:
      position > lineStart && ByteSet.digits.contains(source[position - 1])
    case .wordStart: position == lineStart || Self.wordStarts.contains(source[position - 1])
    case .operand: expectsOperand
    }
  }

  private static let wordStarts = ByteSet(" \t\n([{,;|&`")
}
