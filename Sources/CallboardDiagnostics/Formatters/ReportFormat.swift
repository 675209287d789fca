/// The forms in which findings are printed, by the names that `--format` takes.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, sarif, github, gitlab, junit

  /// The whole report in this form.
  ///
  /// - Parameter usesColor: Whether text is coloured; no other form is.
  package func format(_ report: FindingReport, usesColor: Bool = false) -> [UInt8] {
    switch self {
    case .text:
      let formatter = TextFormatter(usesColor: usesColor, source: report.source)
      return Array(formatter.format(report.diagnostics).utf8)
    case .json: return JSONFormatter.format(report.diagnostics)
    case .sarif: return SARIFFormatter.format(report)
    case .github: return GitHubFormatter.format(report)
    case .gitlab: return GitLabFormatter.format(report)
    case .junit: return JUnitFormatter.format(report)
    }
  }
}
