extension LexerRun {
  /// A fence at the position, its code and its end; what the code is made of is added here.
  ///
  /// - Parameter start: Behind the fence's first three characters.
  /// - Returns: The offset behind the closing fence, or the end of the source.
  mutating func fencedCode(from start: Int) -> Int? {
    let mark = source[position]
    let nameStart = endOfRun(of: ByteSet.blanks.union("`~"), from: start)
    let width = endOfFence(of: mark, from: position) - position
    let nameEnd = endOfRun(of: .name.union("+#-"), from: nameStart)
    let firstLineEnd = endOfLine(from: nameEnd)
    var line = firstLineEnd
    var codeEnd = source.count
    var end = source.count
    while line < source.count {
      let text = endOfRun(of: .blanks, from: line + 1)
      if text < source.count, source[text] == mark {
        let fenceEnd = endOfFence(of: mark, from: text)
        if fenceEnd - text >= width,
          endOfRun(of: .blanks, from: fenceEnd) == endOfLine(from: fenceEnd)
        {
          (codeEnd, end) = (line + 1, fenceEnd)
          break
        }
      }
      line = endOfLine(from: min(line + 1, source.count))
    }
    let codeStart = min(firstLineEnd + 1, codeEnd)
    add(position..<firstLineEnd, .string)
    addCode(codeStart..<codeEnd, language: nameStart..<nameEnd)
    add(codeEnd..<end, .string)
    return end
  }

  private func endOfFence(of mark: UInt8, from start: Int) -> Int {
    var end = start
    while end < source.count, source[end] == mark { end += 1 }
    return end
  }

  /// Code in a language that is not known is a string.
  private mutating func addCode(_ code: Range<Int>, language name: Range<Int>) {
    guard !isEmbedded, !name.isEmpty,
      let language = Language(named: String(decoding: source[name], as: UTF8.self))
    else { return add(code, .string) }
    var run = LexerRun(
      UnsafeBufferPointer(rebasing: source[code]),
      language.lexer,
      isEmbedded: true
    )
    for span in run.spans() {
      let range = span.range
      add(range.lowerBound + code.lowerBound..<range.upperBound + code.lowerBound, span.token)
    }
  }
}
