import CallboardDiagnostics
import CallboardMarkdown

extension Diagnostic.ID {
  static let diagramRendererMissing = Self(rawValue: "diagram-renderer-missing")
  static let diagramFailed = Self(rawValue: "diagram-failed")
  static let diagramSettingsInvalid = Self(rawValue: "diagram-settings-invalid")
}

extension Diagnostic {
  /// - Parameters:
  ///   - count: How many diagrams of the language the site has.
  ///   - span: The first of them.
  static func diagramRendererMissing(
    _ language: DiagramLanguage,
    count: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    let example = DiagramRenderer.readyMade(language).keys.sorted().joined(separator: "' or '")
    return Diagnostic(
      id: .diagramRendererMissing,
      severity: .warning,
      summary: "\(diagrams(language, count)) shown as source: no renderer is set for it",
      span: span,
      help: ["Set 'diagrams.\(language.rawValue)' in site.yaml, to '\(example)' for example."]
    )
  }

  static func diagramRendererNotFound(
    _ language: DiagramLanguage,
    program: String,
    count: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .diagramRendererMissing,
      severity: .warning,
      summary: "\(diagrams(language, count)) shown as source: '\(program)' is not installed",
      span: span,
      help: [
        "Install it, or correct 'diagrams.\(language.rawValue)' in site.yaml; names are looked for in PATH."
      ]
    )
  }

  private static func diagrams(_ language: DiagramLanguage, _ count: Int) -> String {
    "\(count) \(language.name) diagram\(count == 1 ? " is" : "s are")"
  }

  /// - Parameter reason: A phrase of one line.
  static func diagramFailed(
    _ language: DiagramLanguage,
    reason: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .diagramFailed,
      severity: .error,
      summary: "The \(language.name) diagram could not be drawn: \(reason)",
      span: span,
      help: ["Correct the diagram; until then its source is shown."]
    )
  }

  static func diagramSettingsInvalid(_ summary: String, help: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      id: .diagramSettingsInvalid,
      severity: .error,
      summary: summary,
      span: span,
      help: [help]
    )
  }
}
