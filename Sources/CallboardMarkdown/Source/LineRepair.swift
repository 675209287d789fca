/// Moves lines of lists to the columns at which CommonMark sees what the author meant.
///
/// MkDocs takes text and lists indented by two under `1. ` for part of the item, and so do authors;
/// CommonMark wants three, and would end the list. Everything else is left as it is, so a text that
/// CommonMark reads as meant goes through unchanged.
///
/// - Complexity: linear in the text.
struct LineRepair {
  /// A list item or container whose lines may still come; columns of the text as written and as
  /// repaired.
  private struct OpenBlock {
    var marker: Int
    var content: Int
    var repairedContent: Int
    var isItem: Bool

    /// The least indentation that an author takes for inside.
    var leastIndent: Int { isItem ? min(content, marker + 2) : content }
  }

  private struct Fence {
    var marker: UInt8
    var length: Int
    var shift: Int
    /// A line that is indented less ends the block that the fence stands in, and so the fence.
    var leastIndent: Int
    /// For a formula, the line that closes it, from 0.
    var closingLine: Int?
  }

  private enum Previous {
    case blank
    /// Text that the next line may continue.
    case text
    /// The definition of a reference.
    case definition
    case code
    case block
  }

  /// What to do with one line.
  private struct Change {
    var line: Int
    var indent: Int?
    var hasBlankBefore: Bool
    /// What the line holds instead, but for its indentation.
    var replacement: StaticString?
    /// Whether `\[` and `\]` become `$$`.
    var hasFormula = false

    func content(insteadOf written: ArraySlice<UInt8>) -> [UInt8] {
      if let replacement { return Array("\(replacement)\n".utf8) }
      var content = Array(written)
      guard hasFormula, let end = content.lastIndex(of: UInt8(ascii: "]")), end > 2 else {
        return content
      }
      content.replaceSubrange((end - 1)...end, with: "$$".utf8)
      content.replaceSubrange(0..<2, with: "$$".utf8)
      return content
    }
  }

  private var open: [OpenBlock] = []
  private var fence: Fence?
  private var previous = Previous.blank
  private var changes: [Change] = []
  private var endsHTML = false
  private var formulas: [Int: MathLines.Line] = [:]

  /// Repairs a prepared text and notes where its lines come from.
  static func apply(to source: inout MarkdownSource) {
    var repair = LineRepair()
    source.body.withUnsafeBufferPointer { body in
      repair.formulas = MathLines.find(in: body, lineStarts: source.lineStarts)
      for number in 0..<max(0, source.lineStarts.count - 1) {
        let line = source.lineStarts[number]..<source.lineStarts[number + 1]
        repair.read(UnsafeBufferPointer(rebasing: body[line]), number: number)
      }
    }
    if !repair.changes.isEmpty { repair.rewrite(&source) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, number: Int) {
    let line = SourceLine(bytes)
    if line.kind == .blank {
      if previous != .code || fence == nil { previous = .blank }
      endsHTML = false
      return
    }
    if continueFence(line, bytes, number) { return }
    defer { endsHTML = HTMLLine.endsBlock(bytes, at: line.indentBytes) }
    let needsBlank = endsHTML && bytes[line.indentBytes] != UInt8(ascii: "<")
    if needsBlank { previous = .blank }

    // Text under text goes on with the paragraph, whatever its indentation.
    let formula = line.kind == .text ? formulas[number] : nil
    let isReference = line.kind == .text && bytes[line.indentBytes] == UInt8(ascii: "[")
    let isDefinition = isReference && ReferenceLine.label(bytes, at: line.indentBytes) != nil
    let footnote = isReference ? ReferenceLine.footnoteText(bytes, at: line.indentBytes) : nil
    if previous == .text, line.kind == .text, formula == nil, !isDefinition, footnote == nil {
      return
    }
    while let last = open.last, !belongs(line, to: last) { open.removeLast() }
    let indent = repairedIndent(line)
    if isDefinition, enterDefinition(line, number: number) { return }
    if let formula, indent - (open.last?.repairedContent ?? 0) < 4 {
      var change = Change(line: number, indent: indent, hasBlankBefore: needsBlank)
      enter(formula, line, &change)
      changes.append(change)
      return
    }
    if indent != line.indent || needsBlank {
      changes.append(
        Change(
          line: number,
          indent: indent == line.indent ? nil : indent,
          hasBlankBefore: needsBlank
        )
      )
    }
    if let footnote {
      enterFootnote(bytes, line, text: footnote, indent: indent)
    } else {
      enter(line, bytes, indent: indent)
    }
  }

  /// Puts the definition of a reference where CommonMark sees one: for MkDocs it may follow text directly, and may be
  /// indented less than the text of its item. False for one that is code.
  private mutating func enterDefinition(_ line: SourceLine, number: Int) -> Bool {
    let content = open.last?.repairedContent ?? 0
    let excess = max(0, line.indent - (open.last?.content ?? 0))
    guard excess < 4 || previous == .text || previous == .definition else { return false }
    let indent = content + (excess < 4 ? excess : 0)
    let needsBlank = previous == .text
    if indent != line.indent || needsBlank {
      changes.append(
        Change(
          line: number,
          indent: indent == line.indent ? nil : indent,
          hasBlankBefore: needsBlank
        )
      )
    }
    previous = .definition
    return true
  }

  /// A footnote's text is indented by four from the margin of the page, even in a list; CommonMark wants four from
  /// the footnote.
  private mutating func enterFootnote(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ line: SourceLine,
    text: Int,
    indent: Int
  ) {
    guard indent - (open.last?.repairedContent ?? 0) < 4 else {
      previous = .code
      return
    }
    open.append(
      OpenBlock(
        marker: line.indent,
        content: line.indent < 4 ? 4 : line.indent + 4,
        repairedContent: indent + 4,
        isItem: false
      )
    )
    enterContent(bytes, from: text, shift: indent - line.indent)
  }

  private func belongs(_ line: SourceLine, to block: OpenBlock) -> Bool {
    if line.indent >= block.content { return true }
    // An ordered item that goes on counting is the next item, however it is indented.
    if case .item(_, let number?) = line.kind, number != 1 { return false }
    return line.indent >= block.leastIndent
  }

  private func repairedIndent(_ line: SourceLine) -> Int {
    guard let last = open.last else { return line.indent }
    let excess = max(0, line.indent - last.content)
    // Right under text, a marker indented too far would be more of that text.
    if excess >= 4, last.isItem, previous == .text, case .item = line.kind {
      return last.repairedContent
    }
    return last.repairedContent + excess
  }

  private mutating func enter(
    _ line: SourceLine,
    _ bytes: UnsafeBufferPointer<UInt8>,
    indent: Int
  ) {
    let base = open.last?.repairedContent ?? 0
    guard indent - base < 4 else {
      previous = .code
      return
    }
    switch line.kind {
    case .blank: break
    case .text: previous = .text
    case .block: previous = .block
    case .item(let width, _):
      open.append(
        OpenBlock(
          marker: line.indent,
          content: line.indent + width,
          repairedContent: indent + width,
          isItem: true
        )
      )
      enterContent(bytes, from: line.indentBytes + width, shift: indent - line.indent)
    case .container:
      open.append(
        OpenBlock(
          marker: line.indent,
          content: line.indent + 4,
          repairedContent: indent + 4,
          isItem: false
        )
      )
      previous = .blank
    case .fence(let marker, let length):
      fence = Fence(
        marker: marker,
        length: length,
        shift: indent - line.indent,
        leastIndent: open.last?.leastIndent ?? 0
      )
      previous = .code
    }
  }

  /// Makes a fenced block of a formula, or brings one that has a line to itself into the form with dollars.
  private mutating func enter(_ formula: MathLines.Line, _ line: SourceLine, _ change: inout Change)
  {
    switch formula {
    case .whole:
      change.hasFormula = true
      previous = .text
    case .opening(let closing):
      change.replacement = "```math"
      fence = Fence(
        marker: UInt8(ascii: "$"),
        length: 2,
        shift: (change.indent ?? line.indent) - line.indent,
        leastIndent: open.last?.leastIndent ?? 0,
        closingLine: closing
      )
      previous = .code
    }
  }

  /// Looks at what stands behind an item's marker on its line.
  private mutating func enterContent(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    shift: Int
  ) {
    guard start < bytes.count else {
      previous = .blank
      return
    }
    let content = SourceLine(UnsafeBufferPointer(rebasing: bytes[start...]))
    switch content.kind {
    case .blank: previous = .blank
    case .fence(let marker, let length):
      let least = open.last?.leastIndent ?? 0
      fence = Fence(marker: marker, length: length, shift: shift, leastIndent: least)
      previous = .code
    default: previous = .text
    }
  }

  /// Takes a line of a code block along with the block; false outside of one.
  private mutating func continueFence(
    _ line: SourceLine,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ number: Int
  ) -> Bool {
    guard let open = fence else { return false }
    guard line.indent >= open.leastIndent else {
      fence = nil
      return false
    }
    let endsFormula = open.closingLine == number
    if open.shift != 0 || endsFormula {
      let indent = max(0, line.indent + open.shift)
      var change = Change(line: number, indent: indent, hasBlankBefore: false)
      if endsFormula { change.replacement = "```" }
      changes.append(change)
    }
    if endsFormula {
      fence = nil
      previous = .block
      return true
    }
    if case .fence(open.marker, let length) = line.kind, length >= open.length,
      bytes[(line.indentBytes + length)...].allSatisfy(isBlankByte)
    {
      fence = nil
      previous = .block
    }
    return true
  }

  private func rewrite(_ source: inout MarkdownSource) {
    var body: [UInt8] = []
    body.reserveCapacity(source.body.count + 16 * changes.count)
    var origins: [(line: Int, shift: Int)] = []
    var pending = changes[...]
    for number in 0..<(source.lineStarts.count - 1) {
      let line = source.body[source.lineStarts[number]..<source.lineStarts[number + 1]]
      guard let change = pending.first, change.line == number else {
        origins.append((number + 1, 0))
        body += line
        continue
      }
      pending = pending.dropFirst()
      if change.hasBlankBefore {
        origins.append((number + 1, 0))
        body.append(UInt8(ascii: "\n"))
      }
      let content = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      let indentBytes = line.count - content.count
      let indent = change.indent ?? indentBytes
      origins.append((number + 1, indent - indentBytes))
      if change.indent == nil {
        body += line
      } else {
        body.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
        body += change.content(insteadOf: content)
      }
    }
    source.body = body
    source.lineStarts = MarkdownSource.lineStarts(of: body)
    source.origins.set(origins)
  }
}
