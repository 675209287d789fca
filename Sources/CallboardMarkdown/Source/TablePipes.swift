import CallboardBytes

/// Escapes the `|` inside code spans of tables, as MkDocs reads them: `` | `a|b` | `` has one cell.
///
/// GitHub splits such a cell. So that no table is read otherwise than on GitHub without need, a row is
/// changed only when GitHub would drop cells of it: when it has more than the table has columns.
///
/// - Complexity: linear in the text.
enum TablePipes {
  static func apply(to source: inout MarkdownSource) {
    guard source.contains("`"), source.contains("|") else { return }
    let rows = find(in: source)
    guard !rows.isEmpty else { return }
    var rewrite = LineRewrite(capacity: source.body.count + 16 * rows.count)
    var pending = rows[...]
    source.forEachLine { line, number in
      guard pending.first == number else {
        rewrite.append(line, from: number)
        return
      }
      pending = pending.dropFirst()
      rewrite.append(escaped(line), from: number)
    }
    rewrite.replaceText(of: &source)
  }

  /// The numbers of the rows to change, rising.
  private static func find(in source: MarkdownSource) -> [Int] {
    var rows: [Int] = []
    var fence = FenceTracker()
    var previous = Row()
    /// Of the table that the last line belongs to.
    var columns: Int?
    source.forEachLine { bytes, number in
      let line = SourceLine(bytes)
      if line.kind == .blank || fence.isCode(line, bytes) {
        (columns, previous) = (nil, Row())
        return
      }
      let row = Row(bytes[line.indentBytes...])
      if let columns {
        if row.cells > columns, row.codeCells < row.cells { rows.append(number) }
      } else if row.isDelimiter, row.cells == previous.cells || row.cells == previous.codeCells {
        columns = row.cells
        if previous.cells != row.cells { rows.append(number - 1) }
      }
      previous = row
    }
    return rows
  }

  /// A line as a row of a table.
  private struct Row {
    /// As GitHub counts them.
    var cells = 0
    /// With code spans whole.
    var codeCells = 0
    var isDelimiter = false

    init() {}

    /// Reads a line that is not blank, from its first character.
    init(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
      guard let end = line.lastIndex(where: { !isBlankByte($0) }) else { return }
      var inner = line[...end]
      isDelimiter = inner.allSatisfy(isDelimiterByte) && inner.contains(UInt8(ascii: "-"))
      // Most lines are text.
      guard line.base.firstIndex(of: UInt8(ascii: "|"), in: line.startIndex..<end + 1) != nil else {
        (cells, codeCells) = (1, 1)
        return
      }
      if inner.first == UInt8(ascii: "|") { inner = inner.dropFirst() }
      let (inCode, all) = TablePipes.pipes(in: inner)
      let isClosed = all.last == end
      cells = all.count + (isClosed ? 0 : 1)
      codeCells = cells - inCode.count
    }

    private func isDelimiterByte(_ byte: UInt8) -> Bool {
      isBlankByte(byte) || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ":")
    }
  }

  /// Where `|` stands without a backslash, in code spans and at all.
  private static func pipes(
    in line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (inCode: [Int], all: [Int]) {
    var (inCode, all): ([Int], [Int]) = ([], [])
    let spans = codeSpans(in: line)
    var pending = spans[...]
    var isEscaped = false
    for index in line.indices {
      while let span = pending.first, span.upperBound <= index { pending = pending.dropFirst() }
      if line[index] == UInt8(ascii: "|"), !isEscaped {
        all.append(index)
        if pending.first?.contains(index) == true { inCode.append(index) }
      }
      isEscaped = line[index] == UInt8(ascii: "\\") && !isEscaped
    }
    return (inCode, all)
  }

  /// What stands between two runs of equally many backticks.
  static func codeSpans(in line: Slice<UnsafeBufferPointer<UInt8>>) -> [Range<Int>] {
    let whole = line.startIndex..<line.endIndex
    guard line.base.firstIndex(of: UInt8(ascii: "`"), in: whole) != nil else { return [] }
    var runs: [Range<Int>] = []
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      let length = line[index...].prefix { $0 == UInt8(ascii: "`") }.count
      if length > 0 { runs.append(index..<(index + length)) }
      index += max(1, length)
    }
    // For each run the next one of its length, found from the right.
    var next = [Int?](repeating: nil, count: runs.count)
    var latest: [Int: Int] = [:]
    for number in runs.indices.reversed() {
      next[number] = latest[runs[number].count]
      latest[runs[number].count] = number
    }
    var spans: [Range<Int>] = []
    var number = 0
    while number < runs.count {
      guard let close = next[number] else {
        number += 1
        continue
      }
      spans.append(runs[number].upperBound..<runs[close].lowerBound)
      number = close + 1
    }
    return spans
  }

  private static func escaped(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var copied = 0
    for pipe in pipes(in: line[...]).inCode {
      output += line[copied..<pipe]
      output.append(UInt8(ascii: "\\"))
      copied = pipe
    }
    return output + line[copied...]
  }
}
