package import CallboardDiagnostics

/// The text of the pages in `docs/reference/diagnostics/`, cut at the heading of each id.
package struct DiagnosticReference: Sendable {
  /// In the order of the pages, by their names.
  package private(set) var ids: [String] = []
  private var sections: [String: String] = [:]

  /// Sections begin at a heading of level two or three whose whole text is an id in code: ``### `yaml-syntax` ``.
  package init(markdown: String) {
    var current: String?
    var lines: [Substring] = []
    var isInFence = false
    let newline = UInt8(ascii: "\n")
    for bytes in markdown.utf8.split(separator: newline, omittingEmptySubsequences: false) {
      let line = Substring(bytes)
      if line.hasPrefix("```") { isInFence.toggle() }
      if line.hasPrefix("#"), !isInFence {
        add(current, lines)
        current = Self.id(inHeading: line)
        lines = []
      } else {
        lines.append(line)
      }
    }
    add(current, lines)
  }

  /// The reference that the binary carries.
  package static var packed: DiagnosticReference {
    DiagnosticReference(
      markdown: PackedResources.files.map { "\($0.text)" }.joined(separator: "\n")
    )
  }

  /// The id as a headline and its explanation; nil when there is no such id.
  package func section(for id: String) -> String? {
    sections[id].map { "\(id)\n\n\($0)\n" }
  }

  /// The parts of a section: its first paragraph names the severities in bold, the second one says
  /// what was found. nil when there is no such id.
  package func explanation(of id: Diagnostic.ID) -> FindingExplanation? {
    guard let section = sections[id.rawValue] else { return nil }
    let paragraphs = section.split(separator: "\n\n", maxSplits: 2)
    let description = paragraphs.count > 1 ? Self.plain(paragraphs[1]) : id.rawValue
    return FindingExplanation(
      severities: Diagnostic.Severity.allCases.sorted(by: >).filter {
        paragraphs.first?.contains("**\($0.rawValue)**") ?? false
      },
      summary: Self.firstSentence(of: description),
      description: description,
      markdown: section
    )
  }

  private mutating func add(_ id: String?, _ lines: [Substring]) {
    guard let id else { return }
    ids.append(id)
    var trimmed = String(lines.joined(separator: "\n").drop { $0 == "\n" })
    while trimmed.last == "\n" { trimmed.removeLast() }
    sections[id] = trimmed
  }

  private static func id(inHeading line: Substring) -> String? {
    let text = line.drop { $0 == "#" }
    guard (2...3).contains(line.count - text.count), text.hasPrefix(" `"), text.hasSuffix("`")
    else { return nil }
    return String(text.dropFirst(2).dropLast())
  }

  /// A paragraph on one line, without the marks of code and the targets of links.
  private static func plain(_ paragraph: Substring) -> String {
    String(paragraph.map { $0 == "\n" ? " " : $0 })
      .replacing(/\[([^\]]*)\]\([^)]*\)/) { String($0.1) }
      .replacing("`", with: "")
  }

  private static func firstSentence(of text: String) -> String {
    text.firstRange(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text
  }
}
