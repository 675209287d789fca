import CCMarkGFM
import CallboardBytes
import CallboardDiagnostics

/// How far a line has been searched for links. They come in order, so no byte is read twice.
struct LinkCursor {
  var line = 0
  /// In the parsed text.
  var index = 0
}

extension DocumentWriter {
  /// Where a link or image begins in the file.
  ///
  /// cmark's columns are too high on lines that continue a quote or list item without its marker or
  /// indentation, and links found by the autolink extension have no place of their own: so the byte
  /// at the column must begin a link, and is otherwise looked for along the line.
  mutating func linkPosition(of node: CMarkNode) -> SourceSpan.Position {
    // The autolink extension gives its nodes no line.
    let number = currentLine
    guard let line = source.line(number) else { return position(of: node) }
    let column = Int(cmark_node_get_start_column(node))
    let index = line.lowerBound + column - 1
    if column >= 1, line.contains(index), beginsLink(source.body[index], node) {
      return source.origins.position(line: number, column: column)
    }
    let start = linkCursor.line == number ? max(linkCursor.index, line.lowerBound) : line.lowerBound
    guard let found = firstMention(of: node.url, in: start..<line.upperBound) else {
      return source.origins.position(line: number, column: max(1, column))
    }
    linkCursor = LinkCursor(line: number, index: found + 1)
    return source.origins.position(line: number, column: found - line.lowerBound + 1)
  }

  private func beginsLink(_ byte: UInt8, _ node: CMarkNode) -> Bool {
    if node.type == CMARK_NODE_IMAGE { return byte == UInt8(ascii: "!") }
    return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<")
  }

  /// The first byte of the link around a URL: its bracket, or the URL itself if it stands bare.
  private func firstMention(of url: String, in line: Range<Int>) -> Int? {
    var wanted = Array(url.utf8)
    // Schemes that the autolink extension adds.
    for scheme in ["mailto:", "http://"] where wanted.starts(with: scheme.utf8) {
      wanted.removeFirst(scheme.utf8.count)
    }
    guard !wanted.isEmpty, var start = firstIndex(of: wanted, in: line) else {
      return source.body[line].firstIndex(of: UInt8(ascii: "["))
    }
    if source.body[line.lowerBound..<start].suffix(7).elementsEqual("http://".utf8) { start -= 7 }
    guard start > line.lowerBound, source.body[start - 1] == UInt8(ascii: "(") else { return start }
    return source.body[line.lowerBound..<start].lastIndex(of: UInt8(ascii: "[")) ?? start
  }

  private func firstIndex(of wanted: [UInt8], in line: Range<Int>) -> Int? {
    guard let first = wanted.first, wanted.count <= line.count else { return nil }
    for index in line.lowerBound...(line.upperBound - wanted.count)
    where source.body[index] == first {
      if source.body[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
    }
    return nil
  }
}
