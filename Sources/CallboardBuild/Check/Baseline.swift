package import CallboardDiagnostics

/// The findings that an organisation starts with: they are counted and judged no more, and what comes
/// new is.
///
/// A file of one JSON object a line, sorted by repository, path, id and fingerprint, so that a mended
/// fault is a removed line and two branches seldom touch the same one. Notes are not kept: they change no
/// exit code.
package struct Baseline: Equatable, Sendable {
  /// Sorted, each once.
  package private(set) var entries: [BaselineEntry]

  package init(_ entries: some Sequence<BaselineEntry>) {
    self.entries = Set(entries).sorted()
  }

  /// What a baseline makes of the findings of one run.
  package struct Comparison: Sendable {
    /// Findings that it does not know, and notes, in their order.
    package var fresh: [Diagnostic]
    /// How many findings it knows.
    package var knownCount: Int
    /// Entries whose findings are gone, sorted.
    package var mended: [BaselineEntry]
    /// What the file should say now: the known findings and the fresh ones, and entries of repositories
    /// that were not looked at.
    package var renewed: Baseline
  }

  /// Tells known findings from fresh ones.
  ///
  /// - Parameters:
  ///   - diagnostics: Sorted, at the operator's levels.
  ///   - source: Gives the bytes of the files that they are in.
  ///   - isRead: Whether a run has looked at a repository, by its name; entries of others are neither
  ///     known nor mended.
  package func compare(
    _ diagnostics: [Diagnostic],
    source: (SourcePath) -> [UInt8]?,
    isRead: (String) -> Bool
  ) -> Comparison {
    var known = Set(entries)
    var comparison = Comparison(fresh: [], knownCount: 0, mended: [], renewed: Baseline([]))
    var kept: [BaselineEntry] = []
    for (diagnostic, fingerprint) in zip(
      diagnostics,
      Fingerprint.all(of: diagnostics, source: source)
    ) {
      let entry = BaselineEntry(diagnostic, fingerprint: fingerprint)
      guard diagnostic.severity > .note else {
        // A note that was known as something worse is not mended, but no longer worth an entry.
        known.remove(entry)
        comparison.fresh.append(diagnostic)
        continue
      }
      kept.append(entry)
      if known.remove(entry) == nil {
        comparison.fresh.append(diagnostic)
      } else {
        comparison.knownCount += 1
      }
    }
    comparison.mended = known.filter { isRead($0.repository) }.sorted()
    comparison.renewed = Baseline(kept + known.filter { !isRead($0.repository) })
    return comparison
  }
}

/// One finding of a baseline.
package struct BaselineEntry: Hashable, Comparable, Sendable {
  package var id: Diagnostic.ID
  /// Empty for the operator's own files and for findings without a place.
  package var repository: String
  /// Empty for findings without a place.
  package var path: String
  /// As ``Fingerprint`` spells it.
  package var fingerprint: String

  package init(id: Diagnostic.ID, repository: String, path: String, fingerprint: String) {
    self.id = id
    self.repository = repository
    self.path = path
    self.fingerprint = fingerprint
  }

  init(_ diagnostic: Diagnostic, fingerprint: Fingerprint) {
    self.init(
      id: diagnostic.id,
      repository: diagnostic.span?.file.repository ?? "",
      path: diagnostic.span?.file.path ?? "",
      fingerprint: fingerprint.description
    )
  }

  /// `relation-target-missing in payments:catalog-info.yaml`, for messages.
  package var description: String {
    let file = SourcePath(repository: repository, path: path)
    return path.isEmpty ? id.rawValue : "\(id) in \(file)"
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.repository, lhs.path, lhs.id, lhs.fingerprint)
      < (rhs.repository, rhs.path, rhs.id, rhs.fingerprint)
  }
}
