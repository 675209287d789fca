/// Quotes between two lines of `>>>`, as on GitLab, also with `[!note] Title` behind the first one.
///
/// Their lines get the `>` of an ordinary quote.
///
/// - Complexity: linear in the text.
enum FencedQuotes {
  static func apply(to source: inout MarkdownSource) {
    guard source.contains(">>>") else { return }
    let quotes = find(in: source)
    guard !quotes.isEmpty else { return }
    var rewrite = LineRewrite(capacity: source.body.count + source.body.count / 8)
    var pending = quotes[...]
    source.forEachLine { line, number in
      guard let quote = pending.first, quote.contains(number) else {
        rewrite.append(line, from: number)
        return
      }
      if number == quote.lowerBound {
        rewrite.separate(at: number)
        let start = SourceLine(line).indentBytes + 3
        let alert = line[start...].drop(while: isBlankByte)
        rewrite.append(
          Array("> ".utf8) + (alert.isEmpty ? Array("\n".utf8) : Array(alert)),
          from: number
        )
      } else if number == quote.upperBound {
        rewrite.append("\n".utf8, from: number)
        pending = pending.dropFirst()
      } else {
        rewrite.append(Array("> ".utf8) + line, from: number, shift: 2)
      }
    }
    rewrite.replaceText(of: &source)
  }

  /// The first and last line of each quote, from 1.
  private static func find(in source: MarkdownSource) -> [ClosedRange<Int>] {
    var quotes: [ClosedRange<Int>] = []
    var fence = FenceTracker()
    var start: Int?
    source.forEachLine { bytes, number in
      // Code inside a quote may hold the marker; code around one cannot be told from it.
      let line = SourceLine(bytes)
      if fence.isCode(line, bytes) { return }
      guard line.indent < 4, bytes[line.indentBytes...].starts(with: ">>>".utf8) else { return }
      let rest = bytes[(line.indentBytes + 3)...].drop(while: isBlankByte)
      if let first = start {
        guard rest.isEmpty else { return }
        quotes.append(first...number)
        start = nil
      } else if rest.isEmpty || AlertMarker.parse(Array(rest)[...]) != nil {
        start = number
      }
    }
    return quotes
  }
}
