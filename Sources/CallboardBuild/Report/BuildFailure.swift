import CallboardCrawl
package import CallboardDiagnostics
import CallboardSite
import CallboardTemplate

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

extension BuildFailure {
  /// What ended a build, told with its remedy.
  package init(_ error: any Error) {
    switch error {
    case let failure as BuildFailure:
      self = failure
    case let error as EmitError:
      self.init("\(error)", help: [error.remedy])
    case let error as CacheError:
      self.init("\(error)", help: [error.remedy])
    case let error as PublishedCatalogError:
      self.init("\(error)", help: [error.remedy])
    case let error as CrawlError:
      self.init("\(error)")
    case let error as TemplateError:
      self.init(
        "the theme does not work: \(error.file):\(error.line):\(error.column): \(error.summary)",
        help: error.help
      )
    case let error as ThemeError:
      self.init(error.summary)
    default:
      self.init("\(error)")
    }
  }
}
