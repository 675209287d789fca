/// Findings with all that a format needs to tell where they are and what they mean.
package struct FindingReport: Sendable {
  /// In the order in which they are printed.
  package var diagnostics: [Diagnostic]

  /// The least severity that makes the command exit with 1; nil when none does.
  package var failing: Diagnostic.Severity?

  /// The version of the Callboard that found them.
  package var version: String

  /// Where each repository is, relative to the folder that the command was run in and without a slash
  /// at its end: empty for that folder itself. Repositories that are elsewhere are not listed.
  package var folders: [String: String]

  /// The file that stands for the whole site where a format wants a place and a finding has none.
  package var siteFile: String

  /// What is known about a kind of finding in general; nil for an id that is not documented.
  package var explanation: @Sendable (Diagnostic.ID) -> FindingExplanation?

  /// Gives the bytes of a crawled file; nil when it cannot be read.
  package var source: @Sendable (SourcePath) -> [UInt8]?

  package init(
    diagnostics: [Diagnostic],
    failing: Diagnostic.Severity? = .error,
    version: String,
    folders: [String: String] = [:],
    siteFile: String = "site.yaml",
    explanation: @escaping @Sendable (Diagnostic.ID) -> FindingExplanation? = { _ in nil },
    source: @escaping @Sendable (SourcePath) -> [UInt8]? = { _ in nil }
  ) {
    self.diagnostics = diagnostics
    self.failing = failing
    self.version = version
    self.folders = folders
    self.siteFile = siteFile
    self.explanation = explanation
    self.source = source
  }
}

extension FindingReport {
  /// A file's path as seen from the folder that the command was run in; nil when it is not below it.
  package func localPath(of file: SourcePath) -> String? {
    if file.repository.isEmpty { return file.path }
    guard let folder = folders[file.repository] else { return nil }
    return folder.isEmpty ? file.path : "\(folder)/\(file.path)"
  }

  /// Whether a finding is one that makes the command exit with 1.
  func isFailing(_ diagnostic: Diagnostic) -> Bool {
    failing.map { diagnostic.severity >= $0 } ?? false
  }
}

/// What the reference says about one kind of finding.
package struct FindingExplanation: Hashable, Sendable {
  /// The severities that findings of this kind may have, the worst first.
  package var severities: [Diagnostic.Severity]
  /// One sentence.
  package var summary: String
  /// The first paragraph, as one line.
  package var description: String
  /// The whole section, in Markdown.
  package var markdown: String

  package init(
    severities: [Diagnostic.Severity],
    summary: String,
    description: String,
    markdown: String
  ) {
    self.severities = severities
    self.summary = summary
    self.description = description
    self.markdown = markdown
  }
}
