package import CallboardDiagnostics

extension Diagnostic.ID {
  static let versionNameTaken = Self(rawValue: "version-name-taken")
  static let versionUnmatched = Self(rawValue: "version-unmatched")
}

/// Findings about versions of docs.
extension Diagnostic {
  /// Two versions of a repository, or a version and an alias, with one name.
  static func versionNameTaken(
    _ name: String,
    of repository: String,
    at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      id: .versionNameTaken,
      severity: .warning,
      summary: "The version '\(name)' of '\(repository)' is left out: its name is taken",
      span: span,
      help: ["Give it another 'name', or take the alias from one of the entries."]
    )
  }

  /// An entry of `versions` that stands for nothing.
  ///
  /// - Parameter repository: The only one that the entry is for; nil for an entry for all.
  package static func versionUnmatched(
    _ rule: VersionRule,
    in repository: String?
  ) -> Diagnostic {
    let place = repository.map { "of '\($0)'" } ?? "of any repository"
    let kind = rule.kind == .tag ? "tag" : "branch"
    return Diagnostic(
      id: .versionUnmatched,
      severity: .warning,
      summary: "'\(rule.pattern)' matches no \(kind) \(place)",
      span: rule.span,
      help: ["Correct the pattern, or remove the entry."]
    )
  }
}
