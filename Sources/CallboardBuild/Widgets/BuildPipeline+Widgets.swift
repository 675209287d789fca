import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardSite

/// The part of the pipeline that reads and judges what pages of widgets show.
extension BuildPipeline {
  /// The radars of the operator's files, with what is wrong in those; to be read before findings go onto pages.
  mutating func readRadars(_ files: WidgetFiles) -> [TechRadar] {
    diagnostics += files.diagnostics
    return RadarStage.read(files.radars).unwrap(into: &diagnostics)
  }

  /// The records of decisions in repositories.
  mutating func readDecisions(
    _ catalog: Catalog,
    _ repositories: [CrawledRepository]
  ) -> DecisionLog {
    timings.measure("decisions", items: { $0.records.count }) {
      [jobs] in DecisionStage(catalog: catalog, repositories: repositories, jobs: jobs).run()
    }
  }

  /// How entities stand on the operator's scorecards.
  ///
  /// - Parameter model: Has everything else.
  mutating func judgeScorecards(_ model: SiteModel, _ files: WidgetFiles?) -> [ScoredCatalog] {
    guard let files else { return [] }
    let stage = ScorecardStage(
      model: model,
      cards: configuration.scorecards.cards,
      history: files.history,
      jobs: jobs
    )
    return timings.measure("scorecards", items: { $0.count }) { stage.run() }
  }
}
