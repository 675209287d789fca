import CallboardDiagnostics

extension Diagnostic.ID {
  static let operatorFileUnreadable = Self(rawValue: "operator-file-unreadable")
  static let scorecardInvalid = Self(rawValue: "scorecard-invalid")
  static let radarNameTaken = Self(rawValue: "radar-name-taken")
}

extension Diagnostic {
  static func scorecardInvalid(
    _ summary: String,
    _ help: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .scorecardInvalid,
      severity: .error,
      summary: summary,
      span: span,
      help: [help]
    )
  }

  static func operatorFileUnreadable(_ file: SourcePath, _ failure: BuildFailure) -> Diagnostic {
    Diagnostic(
      id: .operatorFileUnreadable,
      severity: .error,
      summary: failure.summary,
      span: start(of: file),
      help: ["Change the path in site.yaml, or the file's permissions."]
    )
  }

  static func radarNameTaken(_ name: String, _ file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .radarNameTaken,
      severity: .error,
      summary: "another radar has the address '/radar/\(name)/' already",
      span: start(of: file),
      help: ["Give the file another name."]
    )
  }

  private static func start(of file: SourcePath) -> SourceSpan {
    let start = SourceSpan.Position(line: 1, column: 1)
    return SourceSpan(file: file, range: start..<start)
  }
}
