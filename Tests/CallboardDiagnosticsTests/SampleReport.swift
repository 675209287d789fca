import CallboardDiagnostics

/// Findings with everything that a format may stumble over.
enum SampleReport {
  static let descriptor = SourcePath(repository: "payments", path: "catalog-info.yaml")
  static let page = SourcePath(repository: "hand book", path: "docs/50% off, a:b.md")

  private static let files: [SourcePath: String] = [
    descriptor: """
    kind: Component
    metadata: {description: "Zahlung 💶", title: é}
    spec:
      owner: group:chekout
      owner: group:chekout
    """,
    page: "# Prices\n\nSee [x](y.md).\n",
  ]

  /// Sorted, as a build gives them.
  static let diagnostics = [
    diagnostic("history-unavailable", .warning, "The history of 'payments' cannot be read", nil),
    diagnostic(
      "link-target-missing",
      .warning,
      "The link '[x](y.md)' leads nowhere\nin {{ this }} file",
      span(page, (3, 5), (3, 14)),
      help: ["Change it to 'z.md'."]
    ),
    diagnostic(
      "entity-limit",
      .error,
      "The entity is too large",
      span(descriptor, (1, 1), (5, 23))
    ),
    diagnostic(
      "annotation-unsafe",
      .note,
      "The value '\u{1B}[31m<&>\"' is not shown\u{202E}",
      span(descriptor, (2, 26), (2, 38))
    ),
    diagnostic(
      "yaml-duplicate-key",
      .error,
      "The key 'title' stands twice",
      // Behind a character of two UTF-16 code units and four bytes.
      span(descriptor, (2, 41), (2, 46)),
      notes: [
        .init("It stands here first", span: span(descriptor, (2, 12), (2, 23))),
        .init("Keys are compared without regard to case"),
      ],
      help: ["Remove one of the two.", "Or rename it: 100% safe."]
    ),
    diagnostic(
      "relation-target-missing",
      .warning,
      "'group:default/chekout' names no entity",
      span(descriptor, (4, 10), (4, 23))
    ),
    diagnostic(
      "relation-target-missing",
      .warning,
      "'group:default/chekout' names no entity",
      span(descriptor, (5, 10), (5, 23))
    ),
  ]

  static let report = FindingReport(
    diagnostics: diagnostics,
    failing: .error,
    version: "1.2.3",
    folders: ["payments": "repos/payments"],
    explanation: { id in
      guard id.rawValue == "yaml-duplicate-key" else { return nil }
      return FindingExplanation(
        severities: [.error],
        summary: "A key stands twice.",
        description: "A key stands twice. Only one can count.",
        markdown: "**error**\n\nA key stands twice. Only one can count.\n\n```yaml\na: {}\n```"
      )
    },
    source: { files[$0].map { Array($0.utf8) } }
  )

  static func span(
    _ file: SourcePath,
    _ start: (line: Int, column: Int),
    _ end: (line: Int, column: Int)
  ) -> SourceSpan {
    SourceSpan(
      file: file,
      range: .init(line: start.line, column: start.column)
        ..< .init(line: end.line, column: end.column)
    )
  }

  private static func diagnostic(
    _ id: String,
    _ severity: Diagnostic.Severity,
    _ summary: String,
    _ span: SourceSpan?,
    notes: [Diagnostic.Note] = [],
    help: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      id: .init(rawValue: id),
      severity: severity,
      summary: summary,
      span: span,
      notes: notes,
      help: help
    )
  }
}
