import CallboardDiagnostics

extension Diagnostic.ID {
  static let markdownMathUnknown = Self(rawValue: "markdown-math-unknown")
  static let markdownMathInvalid = Self(rawValue: "markdown-math-invalid")
}

extension Diagnostic {
  /// For a formula that is shown as its source.
  static func formulaFailed(
    _ reason: MathFault.Reason,
    file: SourcePath,
    at position: SourceSpan.Position
  ) -> Diagnostic {
    let (id, summary, help) = describe(reason)
    return Diagnostic(
      id: id,
      severity: .warning,
      summary: summary,
      span: SourceSpan(file: file, range: position..<position),
      help: [help, "Write '\\$' where no formula is meant."]
    )
  }

  private static func describe(
    _ reason: MathFault.Reason
  ) -> (Diagnostic.ID, String, String) {
    switch reason {
    case .unknownCommand(let command):
      (
        .markdownMathUnknown, "'\(command.prefix(60))' is no command that formulas can use",
        "Write the formula with the commands of the guide, or show a picture of it."
      )
    case .unknownEnvironment(let name):
      (
        .markdownMathUnknown, "'\(name.prefix(60))' is no environment that formulas can use",
        "Use 'aligned', 'gathered', 'cases', 'array' or one of the matrices."
      )
    case .missing(let what):
      (
        .markdownMathInvalid, "The formula lacks \(what == "more" ? "its end" : "'\(what)'")",
        "Complete the formula."
      )
    case .misplaced(let what):
      (
        .markdownMathInvalid, "'\(what)' cannot stand there in a formula",
        "Remove it, or put a backslash before it."
      )
    case .tooDeep:
      (
        .markdownMathInvalid,
        "More than \(MathParser.depthLimit) groups stand inside one another in the formula",
        "Nest less deeply."
      )
    }
  }
}
