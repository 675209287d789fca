import CallboardCrawl
import CallboardDiagnostics
import CallboardTemplate

/// Findings as templates show them.
struct ProblemContext: Sendable {
  let repositories: [String: RepositorySnapshot]

  func value(_ diagnostic: Diagnostic) -> TemplateValue {
    [
      "severity": .string(diagnostic.severity.rawValue),
      "id": .string(diagnostic.id.rawValue),
      "summary": .string(diagnostic.summary),
      "place": TemplateValue(diagnostic.span.map(TextFormatter.position)),
      "viewUrl": TemplateValue(diagnostic.span.flatMap(viewURL)),
      "notes": .array(
        diagnostic.notes.map { note in
          [
            "text": .string(note.text),
            "place": TemplateValue(note.span.map(TextFormatter.position)),
            "viewUrl": TemplateValue(note.span.flatMap(viewURL)),
          ]
        }
      ),
      "help": .array(diagnostic.help.map { .string($0) }),
      "excerpt": .null,
    ]
  }

  /// The forge's page that shows the first line of a place; nil where the repository is on no known forge.
  func viewURL(of span: SourceSpan) -> String? {
    repositories[span.file.repository]?
      .viewURL(of: span.file.path, line: span.range.lowerBound.line)
  }
}
