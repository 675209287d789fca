package import CallboardDiagnostics

/// Why a command could not do its job at all; it then exits with 2.
///
/// What an author of a crawled repository wrote never ends a build; the operator's own faults in
/// `site.yaml` and what the machine could not do may.
package struct BuildFailure: Error, Sendable {
  /// One line without a full stop, with the path that it is about.
  package var summary: String

  /// Remedies, each a sentence in the imperative.
  package var help: [String]

  /// Findings in `site.yaml` that led to it.
  package var diagnostics: [Diagnostic]

  /// Gives the bytes of the files that ``diagnostics`` name.
  package var source: @Sendable (SourcePath) -> [UInt8]?

  package init(
    _ summary: String,
    help: [String] = [],
    diagnostics: [Diagnostic] = [],
    source: @escaping @Sendable (SourcePath) -> [UInt8]? = { _ in nil }
  ) {
    self.summary = summary
    self.help = help
    self.diagnostics = diagnostics
    self.source = source
  }
}
