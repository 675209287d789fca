extension LexerRun {
  /// A name, with its class by the words of the mode, by what announced it, or by its looks.
  mutating func name(_ rule: Int, _ token: inout TokenClass?) -> Int? {
    let style = lexer.rules[rule].pattern.style
    var end = endOfRun(of: style.rest, from: position + 1)
    var isSuffixed = false
    if end < source.count, style.suffixes.contains(source[end]) {
      // In `x!=y` the suffix belongs to the operator.
      if end + 1 == source.count || source[end + 1] != UInt8(ascii: "=") {
        end += 1
        isSuffixed = true
      }
    }
    let word = UnsafeBufferPointer(rebasing: source[position..<end])
    let isMember = isMember(style)
    if !isMember, let meaning = lexer.modes[mode].words.meaning(of: word) {
      token = isKey(style, end) ? style.key : blockName(style, end) ?? meaning.token
      announced = meaning.introduces
      return end
    }
    if isSuffixed, let suffixed = style.suffixed {
      token = suffixed
    } else if isMember, style.membersAreAlike {
      token = style.member
    } else {
      token = announced ?? looks(of: style, end) ?? (isMember ? style.member : nil) ?? style.plain
    }
    announced = nil
    return end
  }

  /// Whether the name follows a mark such as a dot, so that it is no keyword whatever it spells.
  private func isMember(_ style: NameStyle) -> Bool {
    guard position > lineStart else { return false }
    let mark = source[position - 1]
    guard style.memberMarks.contains(mark) else { return false }
    let before = position - 1 > lineStart ? source[position - 2] : 0
    switch mark {
    // In `a..b` the dots make a range.
    case UInt8(ascii: "."): return before != mark
    case UInt8(ascii: ">"): return before == UInt8(ascii: "-")
    default: return before == mark
    }
  }

  private func looks(of style: NameStyle, _ end: Int) -> TokenClass? {
    if isKey(style, end) { return style.key }
    let isCapital = style.capitalsAreTypes && source[position] >= 0x41 && source[position] <= 0x5A
    if isCapital, style.calledCapitalsAreTypes { return .type }
    if style.callsAreFunctions {
      let next = style.callsMayBeSpaced ? endOfBlanks(from: end) : end
      if next < source.count, source[next] == UInt8(ascii: "(") { return style.call }
    }
    if isCapital { return .type }
    if style.marks != ByteSet() {
      for index in position..<end where style.marks.contains(source[index]) { return style.marked }
    }
    return blockName(style, end)
  }

  private func blockName(_ style: NameStyle, _ end: Int) -> TokenClass? {
    guard let blockName = style.blockName else { return nil }
    let next = endOfBlanks(from: end)
    return next < source.count && source[next] == UInt8(ascii: "{") ? blockName : nil
  }

  /// Passes over a few blanks.
  private func endOfBlanks(from start: Int) -> Int {
    var end = start
    while end < source.count, end - start < 32, ByteSet.blanks.contains(source[end]) { end += 1 }
    return end
  }

  private func isKey(_ style: NameStyle, _ end: Int) -> Bool {
    guard style.keySeparators != ByteSet() else { return false }
    let next = style.keysTouch ? end : endOfBlanks(from: end)
    guard next < source.count, style.keySeparators.contains(source[next]) else { return false }
    // `a == b` compares, `a => b` maps, `a::b` is a path, `a := b` sets.
    let following = next + 1 < source.count ? source[next + 1] : 0
    return following != UInt8(ascii: "=") && following != source[next]
  }

  /// Integers in any base, fractions, exponents, separators and units: `0x_FF`, `1.5e-3`, `10px`.
  func number(at start: Int) -> Int? {
    var end = start
    if source[start] == UInt8(ascii: ".") {
      guard start + 1 < source.count, ByteSet.digits.contains(source[start + 1]),
        start == lineStart || source[start - 1] != UInt8(ascii: ".")
      else { return nil }
    } else {
      end = endOfRun(of: Self.digitsAndLetters, from: start)
    }
    if end + 1 < source.count, source[end] == UInt8(ascii: "."),
      ByteSet.digits.contains(source[end + 1])
    {
      end = endOfRun(of: Self.digitsAndLetters, from: end + 1)
    }
    if end > start, end + 1 < source.count, source[end - 1] | 0x20 == UInt8(ascii: "e"),
      source[end] == UInt8(ascii: "-") || source[end] == UInt8(ascii: "+"),
      ByteSet.digits.contains(source[end + 1])
    {
      end = endOfRun(of: Self.digitsAndLetters, from: end + 1)
    }
    return end
  }

  private static let digitsAndLetters = ByteSet.digits.union(.letters).union("_")

  /// The end of a name before an assignment.
  func assigned(_ set: ByteSet) -> Int? {
    let end = endOfRun(of: set, from: position)
    var next = endOfBlanks(from: end)
    var marks = 0
    while next < source.count, marks < 2, Self.assignmentMarks.contains(source[next]) {
      next += 1
      marks += 1
    }
    guard next < source.count, source[next] == UInt8(ascii: "=") else { return nil }
    let following = next + 1 < source.count ? source[next + 1] : 0
    return following == UInt8(ascii: "=") || following == UInt8(ascii: ">") ? nil : end
  }

  private static let assignmentMarks = ByteSet(":?+!")

  /// Whether a scalar is all that its line, or its place in a list, has for a value.
  private func isAlone(upTo end: Int) -> Bool {
    guard expectsOperand || !lineHasText else { return false }
    let next = endOfBlanks(from: end)
    return next == source.count || Self.scalarEnds.contains(source[next])
  }

  private static let scalarEnds = ByteSet("\n\r#,]})")

  /// Whether a number has no more letters than its base, an exponent or a short unit have: no hash.
  private func hasDigits(_ range: Range<Int>) -> Bool {
    if source[range.lowerBound] == UInt8(ascii: "0"), range.count > 1,
      ByteSet.letters.contains(source[range.lowerBound + 1])
    {
      return true
    }
    return range.count { ByteSet.letters.contains(source[$0]) } <= 2
  }

  /// Text up to a blank, which is a number, one of the mode's words, or of the rule's class.
  func scalar(_ rule: Int, _ token: inout TokenClass?) -> Int? {
    let end = endOfRun(of: lexer.rules[rule].pattern.set, from: position)
    if lexer.rules[rule].pattern.flag, !isAlone(upTo: end) { return end }
    let word = UnsafeBufferPointer(rebasing: source[position..<end])
    if let meaning = lexer.modes[mode].words.meaning(of: word) {
      token = meaning.token
    } else {
      let isSigned = source[position] == UInt8(ascii: "-") || source[position] == UInt8(ascii: "+")
      let digits = position + (isSigned ? 1 : 0)
      if digits < end,
        ByteSet.digits.contains(source[digits]) || source[digits] == UInt8(ascii: "."),
        number(at: digits) == end, hasDigits(digits..<end)
      {
        token = .number
      }
    }
    return end
  }
}
