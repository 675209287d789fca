import CallboardDiagnostics
import CallboardJSON

/// Writes a difference for people at a terminal, and short texts of values.
package enum DifferenceText {
  /// The sections after a line of counts; a line alone when nothing differs.
  package static func format(_ difference: CatalogDifference) -> [UInt8] {
    let report = DifferenceReport(difference)
    guard !report.sections.isEmpty else { return Array("The catalogs do not differ.\n".utf8) }
    var text = report.counts + "\n"
    for section in report.sections {
      text += "\n\(section.title) (\(section.count))\n"
      for line in section.lines {
        text += line.isIndented ? "      " : "  "
        text += joined(line.pieces.map(plain)) + "\n"
      }
    }
    return Array(text.utf8)
  }

  private static func plain(_ piece: DifferenceReport.Piece) -> String {
    switch piece {
    case .words(let words): words
    case .quoted(let text): TerminalText.escaped(text)
    }
  }

  /// Pieces with spaces between them, but for none before a colon.
  static func joined(_ pieces: [String]) -> String {
    pieces.enumerated().map { $0.offset == 0 || $0.element == ":" ? $0.element : " " + $0.element }
      .joined()
  }
}

extension DifferenceText {
  /// In characters; of a value more is not shown.
  private static let limit = 80

  /// A value in one line: text as it is, everything else as JSON.
  static func of(_ value: JSONValue) -> String { shortened(line(value)) }

  /// Two values such that their excerpts show where they part.
  static func excerpts(_ before: JSONValue, _ after: JSONValue) -> (String, String) {
    let (old, new) = (Array(line(before)), Array(line(after)))
    guard max(old.count, new.count) > limit else { return (String(old), String(new)) }
    let common = zip(old, new).prefix { $0 == $1 }.count
    let start = max(0, common - limit / 4)
    func excerpt(_ text: [Character]) -> String {
      (start > 0 ? "…" : "") + shortened(String(text.dropFirst(start)))
    }
    // Texts that differ in their spaces only, which a line does not show.
    guard common < max(old.count, new.count) else { return (of(before), of(after)) }
    return (excerpt(old), excerpt(new))
  }

  /// At most as much of a text as lines show.
  static func shortened(_ text: String) -> String {
    text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  private static func line(_ value: JSONValue) -> String {
    guard let text = value.string else {
      var writer = JSONWriter()
      writer.value(value)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
