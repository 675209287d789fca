import CallboardCrawl
import CallboardDiagnostics

extension Diagnostic.ID {
  static let checkRuleUnknown = Self(rawValue: "check-rule-unknown")
  static let checkRuleLevel = Self(rawValue: "check-rule-level")
  static let checkRuleNotOff = Self(rawValue: "check-rule-not-off")
  static let checkPatternInvalid = Self(rawValue: "check-pattern-invalid")
}

extension Diagnostic {
  static func checkRuleUnknown(_ id: String, nearest: String?, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .checkRuleUnknown,
      severity: .error,
      summary: "No finding has the id '\(id)'",
      span: span,
      help: [
        nearest.map { "Change it to '\($0)'." } ?? "Run 'callboard explain' for a list of all ids."
      ]
    )
  }

  /// - Parameter level: nil when it is no string.
  static func checkRuleLevel(_ level: String?, at span: SourceSpan) -> Diagnostic {
    let names = FindingRules.Level.names.joined(separator: ", ")
    return Diagnostic(
      id: .checkRuleLevel,
      severity: .error,
      summary: level.map { "'\($0)' is no level of a rule" } ?? "The rule has no level",
      span: span,
      help: [
        level.flatMap { NearestName.of($0, in: FindingRules.Level.names) }
          .map { "Change it to '\($0)'." } ?? "Use one of: \(names)."
      ]
    )
  }

  static func checkRuleNotOff(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .checkRuleNotOff,
      severity: .error,
      summary: "'\(id)' says that something is missing from the portal and cannot be switched off",
      span: span,
      help: ["Lower it to 'note', which changes no exit code."]
    )
  }

  static func checkPatternInvalid(
    _ pattern: String,
    _ error: GlobError,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .checkPatternInvalid,
      severity: .error,
      summary: "The pattern '\(pattern)' \(error)",
      span: span,
      help: ["Write a path with '*' for any name and '**' for any depth: 'docs/archive/**'."]
    )
  }
}
