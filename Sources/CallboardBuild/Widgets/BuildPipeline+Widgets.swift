import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardSite

/// The part of the pipeline that fills the pages of widgets.
extension BuildPipeline {
  /// The radars of the operator's files, with what is wrong in those; to be read before findings go onto pages.
  mutating func readRadars(_ files: WidgetFiles) -> [TechRadar] {
    diagnostics += files.diagnostics
    return RadarStage.read(files.radars).unwrap(into: &diagnostics)
  }

  /// Fills in what is made of the rest of the model: decisions and scorecards.
  mutating func fillWidgets(
    of model: inout SiteModel,
    _ files: WidgetFiles?,
    _ repositories: [CrawledRepository]
  ) {
    let catalog = model.catalog
    model.decisions = timings.measure("decisions", items: { $0.records.count }) {
      [jobs] in DecisionStage(catalog: catalog, repositories: repositories, jobs: jobs).run()
    }
    guard let files else { return }
    let stage = ScorecardStage(
      model: model,
      cards: configuration.scorecards.cards,
      history: files.history,
      jobs: jobs
    )
    model.scorecards = timings.measure("scorecards", items: { $0.count }) { stage.run() }
  }
}
