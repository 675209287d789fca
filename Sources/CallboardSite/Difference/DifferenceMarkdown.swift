import CallboardDiagnostics

/// Writes a difference as the Markdown of a comment on a pull request.
///
/// Whatever somebody wrote stands in code spans, where neither HTML nor a mention nor a pipe means
/// anything to a forge.
package enum DifferenceMarkdown {
  /// GitHub takes no longer comment. Counted in bytes, of which there are at least as many as
  /// characters however a forge counts.
  package static let limit = 65_536

  /// Shows nothing; by it a script finds its comment again, to replace it.
  package static let marker = "<!-- callboard diff -->"

  /// The counts first, then the sections, each folded but the urgent ones. What does not fit is told by
  /// its number.
  package static func format(_ difference: CatalogDifference, limit: Int = limit) -> [UInt8] {
    let report = DifferenceReport(difference)
    guard !report.sections.isEmpty else {
      return Array("\(marker)\n### Catalog\n\nThis changes nothing in the catalog.\n".utf8)
    }
    var bytes = Array("\(marker)\n### Catalog\n\n\(report.counts).\n".utf8)
    for (index, section) in report.sections.enumerated() {
      let left = report.sections.count - index
      // The frames of the sections that follow always fit.
      let room = limit - bytes.count - left * frameSize
      // A long list leaves something for those after it.
      let share = left == 1 ? room : max(room / left, room / 2)
      bytes += format(section, room: share)
    }
    return bytes
  }

  /// More than a section without its lines takes.
  private static let frameSize = 256

  private static func format(_ section: DifferenceReport.Section, room: Int) -> [UInt8] {
    let open = section.isUrgent ? " open" : ""
    var bytes = Array(
      "\n<details\(open)><summary>\(section.title) (\(section.count))</summary>\n\n".utf8
    )
    var rest = room
    var written = 0
    for line in section.lines {
      let text = line.pieces.map(markdown)
      let entry = (line.isIndented ? "  - " : "- ") + DifferenceText.joined(text) + "\n"
      rest -= entry.utf8.count
      guard rest >= 0 else { break }
      bytes += entry.utf8
      written += 1
    }
    let hidden = section.lines.count - written
    if hidden > 0 { bytes += "- … and \(hidden) more \(hidden == 1 ? "line" : "lines")\n".utf8 }
    return bytes + "\n</details>\n".utf8
  }

  private static func markdown(_ piece: DifferenceReport.Piece) -> String {
    switch piece {
    case .words(let words): words
    case .quoted(let text): codeSpan(text)
    }
  }

  /// A code span that holds any text (CommonMark 0.31, section 6.1): its fence is longer than any run of
  /// backticks inside.
  package static func codeSpan(_ text: String) -> String {
    let text = TerminalText.escaped(text)
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // One space at both ends is taken away again; without them a backtick would join the fence.
    let isPadded = text.hasPrefix("`") || text.hasSuffix("`") || text.isEmpty
    return isPadded ? "\(fence) \(text) \(fence)" : fence + text + fence
  }
}
