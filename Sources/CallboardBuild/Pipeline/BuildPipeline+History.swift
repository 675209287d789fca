import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardSite

/// The parts of the pipeline that read the history of repositories.
extension BuildPipeline {
  /// When the pages of docs were last changed and by whom, by repository and path.
  mutating func readHistory(
    of sites: [DocsSite],
    _ snapshots: [String: RepositorySnapshot]
  ) -> [String: [String: PageHistory]] {
    let stage = HistoryStage(
      sites: sites,
      snapshots: snapshots,
      isNamingContributors: configuration.docs.isNamingContributors,
      cacheFolder: cacheFolder,
      jobs: jobs
    )
    return timings.measure("history", items: { $0.output.count }) { stage.run() }
      .unwrap(into: &diagnostics)
  }

  /// What commits did to the entities.
  mutating func readCatalogHistory(
    _ catalog: Catalog,
    _ repositories: [CrawledRepository]
  ) -> CatalogHistory {
    progress.begin("Reading history", total: nil)
    let stage = CatalogHistoryStage(
      catalog: catalog,
      repositories: repositories,
      processor: EntityProcessor(model: configuration.model, rules: configuration.rules),
      configuration: configuration.hash,
      settings: configuration.history,
      cacheFolder: cacheFolder,
      jobs: jobs
    )
    let read = timings.measure("changes", items: { $0.output.entries.count }) { stage.run() }
    // The dates of its pages may have met the same fault in a repository.
    let found = Set(diagnostics)
    diagnostics += read.diagnostics.filter { !found.contains($0) }
    return read.output
  }
}
