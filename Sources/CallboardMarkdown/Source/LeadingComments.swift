import CallboardBytes

/// Takes comments out of the beginnings of lines that go on with text: `<!-- note --> *text*`.
///
/// CommonMark takes the whole line for HTML; MkDocs, in which a comment is part of the text, does not.
///
/// - Complexity: linear in the text.
enum LeadingComments {
  static func apply(to source: inout MarkdownSource) {
    guard source.contains("<!--") else { return }
    let comments = find(in: source)
    guard !comments.isEmpty else { return }
    var rewrite = LineRewrite(capacity: source.body.count)
    var pending = comments[...]
    source.forEachLine { line, number in
      guard let (commented, comment) = pending.first, commented == number else {
        rewrite.append(line, from: number)
        return
      }
      pending = pending.dropFirst()
      let text = Array(line[..<comment.lowerBound]) + line[comment.upperBound...]
      rewrite.append(text, from: number, shift: -comment.count)
    }
    rewrite.replaceText(of: &source)
  }

  /// By line: the comments with the blanks behind them.
  private static func find(in source: MarkdownSource) -> [(line: Int, comment: Range<Int>)] {
    var comments: [(line: Int, comment: Range<Int>)] = []
    var fence = FenceTracker()
    var isInList = false
    source.forEachLine { bytes, number in
      let line = SourceLine(bytes)
      guard !fence.isCode(line, bytes) else { return }
      var start = line.indentBytes
      switch line.kind {
      case .blank: return
      case .container: isInList = true
      case .item(let width, _):
        isInList = true
        start += width
      default:
        if line.indent == 0 { isInList = false }
        let isDefinition = bytes[start...].starts(with: ": ".utf8)
        if isDefinition { start += 1 + bytes[(start + 1)...].prefix(while: isBlankByte).count }
      }
      // Beyond three columns it may be code.
      guard line.indent < 4 || isInList, let end = endOfComments(bytes, from: start) else { return }
      comments.append((number, start..<end))
    }
    return comments
  }

  /// Where the text begins behind the comments that stand somewhere; nil when none do, or nothing but a tag or
  /// the end of the line follows them.
  private static func endOfComments(
    _ line: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    var index = start
    while index < line.count, line[index...].starts(with: "<!--".utf8) {
      guard let close = endOfComment(line, from: index + 4) else { return nil }
      index = close + line[close...].prefix(while: isBlankByte).count
    }
    guard index > start, index < line.count, line[index] != UInt8(ascii: "<") else { return nil }
    return index
  }

  private static func endOfComment(
    _ line: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    var index = start
    while let bracket = line.firstIndex(
      of: UInt8(ascii: ">"),
      in: min(index, line.count)..<line.count
    ) {
      if bracket >= start + 2, line[bracket - 1] == UInt8(ascii: "-"),
        line[bracket - 2] == UInt8(ascii: "-")
      {
        return bracket + 1
      }
      index = bracket + 1
    }
    return nil
  }
}
