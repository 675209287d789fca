package import CallboardCrawl
package import CallboardDiagnostics

/// What the operator makes of each kind of finding: `check.rules` of `site.yaml`.
///
/// Applied in one place of the pipeline, before anything is shown, so that the terminal, the problems
/// page, the notices on pages and the JSON agree.
package struct FindingRules: Sendable {
  /// What becomes of a finding.
  package enum Level: Hashable, Sendable {
    case off
    case severity(Diagnostic.Severity)

    /// - Parameter name: `off`, `note`, `warning` or `error`.
    package init?(name: String) {
      if name == "off" {
        self = .off
      } else if let severity = Diagnostic.Severity(rawValue: name) {
        self = .severity(severity)
      } else {
        return nil
      }
    }

    /// The names that ``init(name:)`` takes.
    package static let names = ["off", "note", "warning", "error"]
  }

  /// A level for the findings in some files.
  package struct Rule: Sendable {
    package var level: Level
    /// The names of the repositories that it is for; nil for all, and for findings without a place.
    package var repositories: [String]?
    /// Patterns for paths in them; nil for all.
    package var paths: [Glob]?

    package init(level: Level, repositories: [String]? = nil, paths: [Glob]? = nil) {
      self.level = level
      self.repositories = repositories
      self.paths = paths
    }

    fileprivate func applies(to file: SourcePath?) -> Bool {
      if let repositories {
        guard let file, repositories.contains(file.repository) else { return false }
      }
      if let paths {
        guard let file, paths.contains(where: { $0.matches(file.path) }) else { return false }
      }
      return true
    }
  }

  /// Of each kind the rules in the operator's order, of which the first one that applies counts.
  package var rules: [Diagnostic.ID: [Rule]]

  package init(_ rules: [Diagnostic.ID: [Rule]] = [:]) {
    self.rules = rules
  }

  /// The findings in their order, at the operator's levels and without those that are off.
  ///
  /// An error says that something is missing from the portal, which is never kept quiet: where it is
  /// off, a note stays.
  package func judge(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !rules.isEmpty else { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard let rule = rules[diagnostic.id]?.first(where: { $0.applies(to: diagnostic.span?.file) })
      else { return diagnostic }
      var judged = diagnostic
      switch rule.level {
      case .severity(let severity): judged.severity = severity
      case .off where diagnostic.severity == .error: judged.severity = .note
      case .off: return nil
      }
      return judged
    }
  }
}
