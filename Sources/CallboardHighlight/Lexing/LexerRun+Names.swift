extension LexerRun {
  /// A name, with its class by the words of the mode, by what announced it, or by its looks.
  mutating func name(_ style: NameStyle, _ token: inout TokenClass?) -> Int? {
    var end = endOfRun(of: style.rest, from: position + 1)
    if end < source.count, style.suffixes.contains(source[end]) {
      // In `x!=y` the suffix belongs to the operator.
      if end + 1 == source.count || source[end + 1] != UInt8(ascii: "=") { end += 1 }
    }
    let word = UnsafeBufferPointer(rebasing: source[position..<end])
    if let meaning = lexer.modes[mode].words.meaning(of: word), !isMember {
      token = isKey(style, end) ? .attribute : meaning.token
      announced = meaning.introduces
      return end
    }
    token = announced ?? looks(of: style, end)
    announced = nil
    return end
  }

  /// Whether the name follows a dot, so that it is no keyword whatever it spells.
  private var isMember: Bool {
    position > lineStart && source[position - 1] == UInt8(ascii: ".")
      && !(position > lineStart + 1 && source[position - 2] == UInt8(ascii: "."))
  }

  private func looks(of style: NameStyle, _ end: Int) -> TokenClass? {
    if isKey(style, end) { return .attribute }
    if style.callsAreFunctions, end < source.count, source[end] == UInt8(ascii: "(") {
      return .function
    }
    if style.capitalsAreTypes, source[position] >= 0x41, source[position] <= 0x5A { return .type }
    return nil
  }

  private func isKey(_ style: NameStyle, _ end: Int) -> Bool {
    guard style.keySeparators != ByteSet() else { return false }
    var next = end
    while next < source.count, next - end < 32, ByteSet.blanks.contains(source[next]) { next += 1 }
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

  /// Text up to a blank, which is a number, one of the mode's words, or plain.
  func scalar(_ set: ByteSet, _ token: inout TokenClass?) -> Int? {
    let end = endOfRun(of: set, from: position)
    let word = UnsafeBufferPointer(rebasing: source[position..<end])
    if let meaning = lexer.modes[mode].words.meaning(of: word) {
      token = meaning.token
    } else {
      let isSigned = source[position] == UInt8(ascii: "-") || source[position] == UInt8(ascii: "+")
      let digits = position + (isSigned ? 1 : 0)
      if digits < end,
        ByteSet.digits.contains(source[digits]) || source[digits] == UInt8(ascii: "."),
        number(at: digits) == end
      {
        token = .number
      }
    }
    return end
  }
}
