/// Prints findings for people: headline, place, the line with the fault underlined, remedies.
///
///     warning: 'group:default/chekout' in spec.owner names no entity in this site [relation-target-missing]
///       --> payments:catalog-info.yaml:12:10
///        |
///     12 |   owner: group:chekout
///        |          ^^^^^^^^^^^^^
///        = help: Change it to 'group:default/checkout'.
package struct TextFormatter: Sendable {
  /// Whether to colour by ANSI escape sequences.
  package var usesColor: Bool

  /// Gives the bytes of a crawled file, for the excerpt; nil leaves the excerpt out.
  package var source: @Sendable (SourcePath) -> [UInt8]?

  package init(
    usesColor: Bool = false,
    source: @escaping @Sendable (SourcePath) -> [UInt8]? = { _ in nil }
  ) {
    self.usesColor = usesColor
    self.source = source
  }

  /// The finding as lines, each ending in a line feed.
  package func format(_ diagnostic: Diagnostic) -> String {
    var lines = SourceLines(source)
    return block(diagnostic, lines: &lines)
  }

  /// All findings, in the order given, with an empty line behind each.
  package func format(_ diagnostics: [Diagnostic]) -> String {
    blocks(diagnostics).map { $0 + "\n" }.joined()
  }

  /// Each finding as lines. Reads a file once when its findings stand together.
  func blocks(_ diagnostics: [Diagnostic]) -> [String] {
    var lines = SourceLines(source)
    return diagnostics.map { block($0, lines: &lines) }
  }

  private func block(_ diagnostic: Diagnostic, lines: inout SourceLines) -> String {
    var text = headline(of: diagnostic)
    var gutter = 2
    if let span = diagnostic.span {
      gutter = String(span.range.lowerBound.line).count
      text += place(span, gutter: gutter)
      text += excerpt(span, gutter: gutter, lines: &lines)
    }
    let margin = String(repeating: " ", count: gutter)
    for note in diagnostic.notes {
      text += "\(margin) = note: \(TerminalText.escaped(note.text))"
      if let span = note.span { text += " (\(Self.position(span)))" }
      text += "\n"
    }
    for help in diagnostic.help {
      text += "\(margin) = help: \(TerminalText.escaped(help))\n"
    }
    return text
  }

  /// `repository:path:line:column`, the form that editors and terminals make clickable.
  package static func position(_ span: SourceSpan) -> String {
    let start = span.range.lowerBound
    return "\(TerminalText.escaped(span.file.description)):\(start.line):\(start.column)"
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    let label =
      switch diagnostic.severity {
      case .error: painted("error", "1;31")
      case .warning: painted("warning", "1;33")
      case .note: painted("note", "1;36")
      }
    return "\(label): \(TerminalText.escaped(diagnostic.summary)) [\(diagnostic.id)]\n"
  }

  private func place(_ span: SourceSpan, gutter: Int) -> String {
    String(repeating: " ", count: gutter) + "--> " + Self.position(span) + "\n"
  }

  private func excerpt(_ span: SourceSpan, gutter: Int, lines: inout SourceLines) -> String {
    let start = span.range.lowerBound
    guard let line = lines.line(start.line, of: span.file) else { return "" }
    // A line may have megabytes, of which a few characters are shown.
    let before = String(
      decoding: line.prefix(max(0, start.column - 1)).suffix(Self.lookedAt)
        .drop { $0 & 0xC0 == 0x80 },
      as: UTF8.self
    )
    let rest = line.dropFirst(max(0, start.column - 1))
    let length =
      span.range.upperBound.line == start.line ? span.range.upperBound.column - start.column : 1
    let marked = String(decoding: rest.prefix(min(max(1, length), Self.lookedAt)), as: UTF8.self)
    let after = String(
      decoding: rest.dropFirst(max(1, length)).prefix(Self.lookedAt),
      as: UTF8.self
    )

    let shownBefore = Self.tail(TerminalText.escaped(before), 80)
    let shownMarked = Self.head(TerminalText.escaped(marked), 80)
    let margin = String(repeating: " ", count: gutter)
    return """
      \(margin) |
      \(start.line) | \(shownBefore)\(shownMarked)\(Self.head(TerminalText.escaped(after), 60))
      \(margin) | \(String(repeating: " ", count: shownBefore.count))\
      \(painted(String(repeating: "^", count: max(1, shownMarked.count)), "1"))

      """
  }

  /// Bytes of a line on each side, and of what is marked.
  private static let lookedAt = 2_000

  private func painted(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static func head(_ text: String, _ limit: Int) -> String {
    text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }

  private static func tail(_ text: String, _ limit: Int) -> String {
    text.count <= limit ? text : "…" + text.suffix(limit - 1)
  }
}
