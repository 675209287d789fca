package import CallboardDiagnostics

extension BuildReport {
  /// The findings for a formatter.
  ///
  /// - Parameter failing: The least severity that makes the command exit with 1; nil when none does.
  package func findings(failing: Diagnostic.Severity?) -> FindingReport {
    // Reading it takes longer than a build that has nothing to do.
    let reference = diagnostics.isEmpty ? nil : DiagnosticReference.packed
    return FindingReport(
      diagnostics: diagnostics,
      failing: failing,
      version: GeneratorVersion.current,
      folders: folders,
      siteFile: siteFile,
      explanation: { reference?.explanation(of: $0) },
      source: source
    )
  }

  /// Takes the findings that a baseline knows out, and counts them.
  ///
  /// - Parameter isRenewed: Whether what is found now is what is known from now on.
  /// - Returns: What the baseline should say now.
  mutating func compare(with baseline: Baseline, isRenewed: Bool) -> Baseline {
    let comparison = baseline.compare(diagnostics, source: source, isRead: isRead)
    diagnostics = isRenewed ? comparison.fresh.filter { $0.severity == .note } : comparison.fresh
    knownCount =
      comparison.knownCount + (isRenewed ? comparison.fresh.count - diagnostics.count : 0)
    mended = comparison.mended
    return comparison.renewed
  }

  /// Whether this run has looked at a repository; one that is no source any more counts as read.
  private func isRead(_ repository: String) -> Bool {
    onlyRepository.map { $0 == repository } ?? !unread.contains(repository)
  }
}
