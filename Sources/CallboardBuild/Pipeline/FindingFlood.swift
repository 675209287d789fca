import CallboardDiagnostics

extension [Diagnostic] {
  /// How many findings of one kind a file may have. Nobody mends more at once, and a file of many thousand broken
  /// documents would fill everyone's problems pages and cost everyone's build.
  private static var limitOfOneKind: Int { 200 }

  /// Leaves out what a file has too many of, from an index on, and says so.
  mutating func shorten(from start: Int, file: SourcePath) {
    guard count - start > Self.limitOfOneKind else { return }
    var counts: [Diagnostic.ID: Int] = [:]
    var kept = 0
    let found = self[start...]
    removeSubrange(start...)
    for finding in found {
      counts[finding.id, default: 0] += 1
      guard counts[finding.id, default: 0] <= Self.limitOfOneKind else { continue }
      kept += 1
      append(finding)
    }
    guard kept < found.count else { return }
    append(
      Diagnostic(
        id: .limitFindings,
        severity: .error,
        summary: "\(found.count - kept) further findings of this file are left out",
        span: .wholeFile(file),
        help: ["Mend those that are shown, then build again."]
      )
    )
  }
}

extension Diagnostic.ID {
  static let limitFindings = Self(rawValue: "limit-findings")
}
