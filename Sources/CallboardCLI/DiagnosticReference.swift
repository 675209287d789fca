/// The text of `docs/reference/diagnostics.md`, cut at the heading of each id.
struct DiagnosticReference {
  /// In the order of the page.
  private(set) var ids: [String] = []
  private var sections: [String: String] = [:]

  /// Sections begin at a heading of level three whose whole text is an id in code: ``### `yaml-syntax` ``.
  init(markdown: String) {
    var current: String?
    var lines: [Substring] = []
    var isInFence = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
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
  static var packed: DiagnosticReference {
    DiagnosticReference(markdown: PackedResources.files.first.map { "\($0.text)" } ?? "")
  }

  /// The id as a headline and its explanation; nil when there is no such id.
  func section(for id: String) -> String? {
    sections[id]
  }

  private mutating func add(_ id: String?, _ lines: [Substring]) {
    guard let id else { return }
    let text = lines.joined(separator: "\n")
    let body = text.drop { $0 == "\n" }
    ids.append(id)
    var trimmed = String(body)
    while trimmed.last == "\n" { trimmed.removeLast() }
    sections[id] = "\(id)\n\n\(trimmed)\n"
  }

  private static func id(inHeading line: Substring) -> String? {
    guard line.hasPrefix("### `"), line.hasSuffix("`") else { return nil }
    return String(line.dropFirst("### `".count).dropLast())
  }
}
