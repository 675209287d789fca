import CallboardDiagnostics

extension Diagnostic.ID {
  static let markdownDiagramLimit = Self(rawValue: "markdown-diagram-limit")
}

extension Diagnostic {
  /// For a diagram that is shown as its source, because it or the page's number of them is over a limit.
  static func diagramRefused(
    isTooLarge: Bool,
    _ file: SourcePath,
    at position: SourceSpan.Position
  ) -> Diagnostic {
    Diagnostic(
      id: .markdownDiagramLimit,
      severity: .warning,
      summary: isTooLarge
        ? "The diagram has more than \(DiagramList.sourceLimit) bytes"
        : "The page has more than \(DiagramList.countLimit) diagrams",
      span: SourceSpan(file: file, range: position..<position),
      help: [isTooLarge ? "Split the diagram into several." : "Split the page into several."]
    )
  }
}
