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
      "viewUrl": TemplateValue(viewURL(of: diagnostic)),
      "help": .array(diagnostic.help.map { .string($0) }),
      "excerpt": .null,
    ]
  }

  private func viewURL(of diagnostic: Diagnostic) -> String? {
    guard let span = diagnostic.span else { return nil }
    return repositories[span.file.repository]?
      .viewURL(of: span.file.path, line: span.range.lowerBound.line)
  }
}
