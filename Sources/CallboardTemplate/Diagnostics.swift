package import CallboardDiagnostics

extension Diagnostic.ID {
  /// A template that cannot be compiled or rendered.
  package static let templateError = Self(rawValue: "template-error")
}

extension Diagnostic {
  /// An error as a finding; `file` is the one that the template named in the error was read from.
  package static func templateError(_ error: TemplateError, in file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .templateError,
      severity: .error,
      summary: error.summary,
      span: SourceSpan(file: file, line: error.line, column: error.column),
      help: error.help
    )
  }
}
