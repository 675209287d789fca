package import CallboardCatalog
package import CallboardCrawl
package import CallboardSearch
package import CallboardSite

/// What `site.yaml` says, with defaults filled in.
///
/// Paths are as the operator wrote them, relative to the folder of `site.yaml`.
package struct SiteConfiguration: Sendable {
  package var title: String
  /// With a slash at its end; nil when it is not given.
  package var url: String?
  package var language: String
  package var sources: [RepositorySource]
  /// The kinds and relations that the site knows.
  package var model: CatalogModel
  package var rules: CatalogRules
  /// Where the organisation's tools are, by their keys in `site.yaml`; all begin with `https://`.
  package var integrations: [String: String] = [:]
  /// Whether entities without an owner take it from their repository's CODEOWNERS file.
  package var isUsingCodeOwners: Bool
  package var history = HistorySettings()
  package var docs = DocsSettings()
  /// Of the whole file, for results that are kept and depend on much of it.
  package var hash = ContentHash(of: "")
  package var output: String
  /// Whether entities are published at the paths of Backstage's REST API as well.
  package var isServingBackstage = false
  /// Addresses of the portal that lead elsewhere, in the file's order.
  package var redirects: [SiteRedirect] = []
  /// Whether browsers keep what was read, for times without a network.
  package var isOffline = false
  package var check: CheckSettings
  package var search = SearchOptions()
  package var publish = PublishSettings()
  package var diagrams = DiagramSettings()
  /// The folder of announcements; nil without one.
  package var announcements: String?
  /// The files of radars.
  package var radars: [String] = []
  package var scorecards = ScorecardSettings()
  package var theme = ThemeSettings()
  package var layout = LayoutSettings()
  package var limits = LimitSettings()
  /// The folder of `site.yaml`; `.` without one.
  package var folder: String
  /// The path of `site.yaml` as the operator gave it; nil without one.
  package var file: String?

  /// Descriptors at the root and at any depth; skeletons of templates are left out by their path.
  package static let defaultDescriptors = ["**/catalog-info.yaml", "**/catalog-info.yml"]

  /// Without a site.yaml the current folder is the only source.
  package static func withoutFile() -> SiteConfiguration {
    SiteConfiguration(
      title: "Developer portal",
      url: nil,
      language: "en",
      sources: [
        RepositorySource(
          .folder(pattern: ".", base: "."),
          descriptors: defaultDescriptors
        )
      ],
      model: .builtIn,
      rules: .allowAll,
      isUsingCodeOwners: true,
      output: "dist",
      check: CheckSettings(),
      folder: "."
    )
  }
}
