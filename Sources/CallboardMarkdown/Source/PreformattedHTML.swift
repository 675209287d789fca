import CallboardBytes

/// Keeps the blank lines of a `<pre>` that begins inside a line of HTML, such as `<div><pre>`: CommonMark ends the
/// HTML at the first of them and reads Markdown in what follows, as it does not for a `<pre>` at the line's beginning.
///
/// Each becomes an empty comment, which the sanitiser drops.
///
/// - Complexity: linear in the text.
enum PreformattedHTML {
  static func apply(to source: inout MarkdownSource) {
    guard source.contains("<pre") else { return }
    let blanks = find(in: source)
    guard !blanks.isEmpty else { return }
    var rewrite = LineRewrite(capacity: source.body.count + 8 * blanks.count)
    var pending = blanks[...]
    source.forEachLine { line, number in
      if pending.first == number {
        pending = pending.dropFirst()
        rewrite.append("<!---->\n".utf8, from: number)
      } else {
        rewrite.append(line, from: number)
      }
    }
    rewrite.replaceText(of: &source)
  }

  /// The blank lines of elements that end, rising.
  private static func find(in source: MarkdownSource) -> [Int] {
    var blanks: [Int] = []
    /// Of the element at hand, which may not end; nil outside of one.
    var open: [Int]?
    var fence = FenceTracker()
    source.forEachLine { bytes, number in
      if let lines = open {
        if bytes.allSatisfy(isBlankByte) {
          open?.append(number)
        } else if lastTag(bytes) == .end {
          blanks += lines
          open = nil
        }
        return
      }
      let line = SourceLine(bytes)
      guard !fence.isCode(line, bytes), line.kind == .block, line.indent < 4,
        let tag = HTMLTag(bytes, at: line.indentBytes), tag.isBlock,
        lastTag(bytes) == .start
      else { return }
      open = []
    }
    return blanks
  }

  private enum Tag {
    case start
    case end
  }

  /// The last tag of a `pre` on a line.
  private static func lastTag(_ line: UnsafeBufferPointer<UInt8>) -> Tag? {
    var last: Tag?
    var index = 0
    while let open = line.firstIndex(of: UInt8(ascii: "<"), in: index..<line.count) {
      index = open + 1
      let isEnd = index < line.count && line[index] == UInt8(ascii: "/")
      let name = line[(isEnd ? index + 1 : index)...].prefix(4)
      guard name.prefix(3).elementsEqual("pre".utf8) else { continue }
      let next = name.dropFirst(3).first
      if next.map({ isBlankByte($0) || $0 == UInt8(ascii: ">") }) ?? true {
        last = isEnd ? .end : .start
      }
    }
    return last
  }
}
