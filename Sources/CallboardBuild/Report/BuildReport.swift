package import CallboardDiagnostics

/// What a build came to.
package struct BuildReport: Sendable {
  /// All findings but those of the baseline, sorted by repository, path, position and id.
  package var diagnostics: [Diagnostic]

  /// How many findings the baseline knows; nil without one.
  package var knownCount: Int?
  /// Entries of the baseline whose findings are gone.
  package var mended: [BaselineEntry] = []

  /// HTML pages of the site.
  package var pageCount: Int
  package var entityCount: Int
  /// Repositories that could be read.
  package var repositoryCount: Int

  /// Files written, left alone and removed; nil for a check, which writes none.
  package var emitted: EmitSummary?
  package var timings: StageTimings

  /// The repository that was judged alone; nil for a whole site.
  package var onlyRepository: String?
  /// The path of `site.yaml`, or what it would be.
  package var siteFile: String
  /// The names of the sources that could not be read.
  package var unread: Set<String>

  /// Where repositories are, as ``FindingReport/folders`` says.
  package var folders: [String: String]

  /// Absolute paths of all folders with crawled files and with those of the operator's theme, for whoever wants to
  /// hear when one changes; clones have none. Empty for a build that no other of the same process follows.
  package var sourceFolders: Set<String> = []

  /// Seconds from the start to the end of the work.
  package var seconds: Double

  /// Gives the bytes of a crawled file for the excerpts of messages; nil when it cannot be read.
  package var source: @Sendable (SourcePath) -> [UInt8]?

  /// `Built 412 pages from 38 entities in 6 repositories: 0 errors, 3 warnings (1.8 s).`
  package var summary: String {
    let verb = emitted == nil ? "Checked" : "Built"
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    return """
      \(verb) \(Self.counted(pageCount, "page", "pages")) \
      from \(Self.counted(entityCount, "entity", "entities")) \
      in \(Self.counted(repositoryCount, "repository", "repositories")): \
      \(Self.counted(errors, "error", "errors")), \(Self.counted(warnings, "warning", "warnings"))\
      \(knownCount.map { ", \($0) known" } ?? "") \
      (\(Self.tenths(seconds)) s).
      """
  }

  private static func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
    "\(count) \(count == 1 ? singular : plural)"
  }

  /// A time with one digit after the point.
  static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
