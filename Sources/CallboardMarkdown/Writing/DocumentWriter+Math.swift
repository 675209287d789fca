import CCMarkGFM
import CallboardDiagnostics
import CallboardHTML

extension DocumentWriter {
  /// A formula of running text; its node holds the source with the signs around it.
  mutating func inlineMath(_ node: CMarkNode) {
    guard let literal = cmark_node_first_child(node)?.literal else { return }
    let isDisplayed = literal.starts(with: "$$".utf8)
    let hasOneSign =
      literal.first == UInt8(ascii: "$") && !isDisplayed
      && literal.dropFirst().first != UInt8(ascii: "`")
    let signs = hasOneSign ? 1 : 2
    let source = UnsafeBufferPointer(rebasing: literal[signs..<(literal.count - signs)])
    if !isInsideHeading { search.append(source) }
    do throws(MathFault) {
      let formula = try MathParser.parse(source)
      if isDisplayed {
        builder.open("span")
        builder.attribute("class", "math-block")
      }
      write(formula, source, isDisplayed: isDisplayed)
      if isDisplayed { builder.close() }
    } catch {
      builder.open("code")
      builder.text(literal)
      builder.close()
      report(error, offset: signs + error.offset, in: literal, from: currentLine)
    }
    currentLine += literal.count { $0 == UInt8(ascii: "\n") }
  }

  /// A fenced block of the language `math`; false when it is no formula and is to be shown as code.
  mutating func mathBlock(_ node: CMarkNode) -> Bool {
    let source = node.literal
    do throws(MathFault) {
      let formula = try MathParser.parse(source)
      search.append(code: source)
      builder.open("div")
      builder.attribute("class", "math-block")
      write(formula, source, isDisplayed: true)
      builder.close()
      newline()
      return true
    } catch {
      report(
        error,
        offset: error.offset,
        in: source,
        from: Int(cmark_node_get_start_line(node)) + 1
      )
      return false
    }
  }

  private mutating func write(
    _ formula: MathNode,
    _ source: UnsafeBufferPointer<UInt8>,
    isDisplayed: Bool
  ) {
    var text = source[...]
    text = text.drop(while: isBlankByte)
    while let last = text.last, isBlankByte(last) { text.removeLast() }
    builder.markup(
      MathWriter.write(
        formula,
        source: String(decoding: text, as: UTF8.self),
        isDisplayed: isDisplayed
      )
    )
  }

  /// - Parameters:
  ///   - offset: The faulty byte of `text`.
  ///   - text: What stands in the parsed text from a line on, without the indentation of its container.
  ///   - line: That line.
  private mutating func report(
    _ fault: MathFault,
    offset: Int,
    in text: UnsafeBufferPointer<UInt8>,
    from line: Int
  ) {
    let before = text[..<min(offset, text.count)]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    let number = line + before.count { $0 == UInt8(ascii: "\n") }
    var column = 1
    if let range = source.line(number) {
      let lineText = source.body[range]
      let place = lineText.firstRange(of: Array(text[start..<end]))?.lowerBound
      column = (place ?? range.lowerBound) - range.lowerBound + offset - start + 1
    }
    let position = source.origins.position(line: number, column: column)
    report(.formulaFailed(fault.reason, file: file, at: position))
  }
}
