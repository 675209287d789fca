import CallboardBuild
import CallboardDiagnostics
import CallboardJSON

/// What the overlay of a page tells of one finding.
struct PreviewFinding: Equatable, Sendable {
  var severity: Diagnostic.Severity
  /// nil for what ended a build, which is no finding of one kind.
  var id: String?
  var summary: String
  /// The file as seen from the folder of the command, with line and column; nil for the site as a whole.
  var place: String?
  var help: [String]

  /// More would not be read, and the terminal has them all.
  private static let limit = 50

  /// The findings of a build, the worst first, at most fifty.
  static func all(of report: BuildReport) -> [PreviewFinding] {
    let findings = report.findings(failing: .error)
    let shown = findings.diagnostics.filter { $0.severity > .note }
    return shown.enumerated()
      .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
      .prefix(limit)
      .map { PreviewFinding($0.element, path: findings.localPath) }
  }

  /// Why there was no build, after what was found before.
  static func all(of failure: BuildFailure) -> [PreviewFinding] {
    [PreviewFinding(severity: .error, summary: failure.summary, help: failure.help)]
      + failure.diagnostics.prefix(limit - 1).map { PreviewFinding($0) { _ in nil } }
  }

  /// A list as JSON: `[{"severity", "id"?, "summary", "place"?, "help"}]`.
  static func json(_ findings: [PreviewFinding]) -> [UInt8] {
    var writer = JSONWriter()
    writer.array { writer in
      for finding in findings {
        writer.object { writer in
          writer.member("severity", finding.severity.rawValue)
          writer.member(ifPresent: "id", finding.id)
          writer.member("summary", finding.summary)
          writer.member(ifPresent: "place", finding.place)
          writer.member("help", finding.help)
        }
      }
    }
    return writer.bytes
  }
}

extension PreviewFinding {
  private init(_ diagnostic: Diagnostic, path: (SourcePath) -> String?) {
    severity = diagnostic.severity
    id = diagnostic.id.rawValue
    summary = diagnostic.summary
    place = diagnostic.span.map { span in
      let start = span.range.lowerBound
      return "\(path(span.file) ?? span.file.description):\(start.line):\(start.column)"
    }
    help = diagnostic.help
  }
}
