import CallboardJSON

/// Prints findings as a Code Quality report of GitLab: one JSON array.
///
/// GitLab compares the fingerprints of two branches to tell which findings a merge request adds, so they
/// do not change with the lines above. Paths are relative to the folder of the command; those of
/// repositories that are not below it begin with the repository's name.
package enum GitLabFormatter {
  /// All findings, in the order given.
  package static func format(_ report: FindingReport) -> [UInt8] {
    let fingerprints = Fingerprint.all(of: report.diagnostics, source: report.source)
    var writer = JSONWriter()
    writer.array { array in
      for (diagnostic, fingerprint) in zip(report.diagnostics, fingerprints) {
        array.object { object in
          object.member("description", TerminalText.escaped(description(of: diagnostic)))
          object.member("check_name", diagnostic.id.rawValue)
          object.member("fingerprint", fingerprint.description)
          object.member("severity", severity(of: diagnostic))
          object.key("location")
          object.object { location in
            location.member("path", path(of: diagnostic.span, in: report))
            location.key("lines")
            location.object { lines in
              let range = diagnostic.span?.range
              lines.member("begin", range?.lowerBound.line ?? 1)
              if let range, range.upperBound.line > range.lowerBound.line {
                lines.member("end", range.upperBound.line)
              }
            }
          }
        }
      }
    }
    writer.endRecord()
    return writer.bytes
  }

  /// The summary with its remedies: GitLab shows no other text.
  private static func description(of diagnostic: Diagnostic) -> String {
    ([diagnostic.summary + "."] + diagnostic.help).joined(separator: " ")
  }

  /// One of GitLab's five words; `critical` and `blocker` are left to tools that judge security.
  private static func severity(of diagnostic: Diagnostic) -> String {
    switch diagnostic.severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }

  private static func path(of span: SourceSpan?, in report: FindingReport) -> String {
    guard let file = span?.file else { return report.siteFile }
    return report.localPath(of: file) ?? "\(file.repository)/\(file.path)"
  }
}
