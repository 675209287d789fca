import CCMarkGFM
import CallboardDiagnostics

extension DocumentWriter {
  /// Where a link or image begins in the file.
  ///
  /// cmark's columns are too high on lines that continue a quote or list item without its marker or
  /// indentation, and links found by the autolink extension have no place of their own: so the byte
  /// at the column must begin a link, and is otherwise looked for along the line.
  func linkPosition(of node: CMarkNode) -> SourceSpan.Position {
    var number = Int(cmark_node_get_start_line(node))
    if number == 0 { number = enclosingLine(of: node) }
    guard let line = source.line(number) else { return position(of: node) }
    let column = Int(cmark_node_get_start_column(node))
    let index = line.lowerBound + column - 1
    if column >= 1, line.contains(index), beginsLink(source.body[index], node) {
      return source.origins.position(line: number, column: column)
    }
    let found = firstMention(of: node.url, in: line).map { $0 - line.lowerBound + 1 }
    return source.origins.position(line: number, column: found ?? max(1, column))
  }

  private func beginsLink(_ byte: UInt8, _ node: CMarkNode) -> Bool {
    if node.type == CMARK_NODE_IMAGE { return byte == UInt8(ascii: "!") }
    return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<")
  }

  private func enclosingLine(of node: CMarkNode) -> Int {
    var current = cmark_node_parent(node)
    while let parent = current {
      let line = Int(cmark_node_get_start_line(parent))
      if line > 0 { return line }
      current = cmark_node_parent(parent)
    }
    return 1
  }

  /// The first byte of the link around a URL: its bracket, or the URL itself if it stands bare.
  private func firstMention(of url: String, in line: Range<Int>) -> Int? {
    var wanted = Array(url.utf8)
    if wanted.starts(with: "mailto:".utf8) { wanted.removeFirst(7) }
    guard !wanted.isEmpty, let start = firstIndex(of: wanted, in: line) else {
      return source.body[line].firstIndex(of: UInt8(ascii: "["))
    }
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
