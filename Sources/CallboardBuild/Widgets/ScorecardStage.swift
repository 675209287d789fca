import CallboardCatalog
import CallboardJSON
import CallboardSite

/// Holds the entities of the catalog against the operator's scorecards.
struct ScorecardStage: Sendable {
  let model: SiteModel
  let cards: [Scorecard]
  /// The file of what earlier builds found; nil where the operator keeps none.
  let history: WidgetFiles.File?
  let jobs: Int

  func run() -> [ScoredCatalog] {
    guard !cards.isEmpty else { return [] }
    let evaluation = ScorecardEvaluation(model, cards)
    let count = model.catalog.entities.count
    let results = ParallelFor(width: jobs).map(count: count) { index -> [ScorecardResult?] in
      let id = EntityID(clamping: index)
      let bytes = EntityFiles.json(of: id, in: model.catalog)
      guard let json = try? JSONReader().read(bytes) else { return cards.map { _ in nil } }
      return cards.map { evaluation.result(of: id, json: json, on: $0) }
    }
    let earlier = earlierPoints()
    return cards.enumerated().map { index, card in
      let own = results.compactMap { $0[index] }
      let points = evaluation.newest.map { ScorecardEvaluation.points(own, of: card, on: $0) } ?? []
      return ScoredCatalog(
        scorecard: card,
        results: own,
        history: ScorecardHistory.merged(earlier.filter { $0.scorecard == card.name }, with: points)
      )
    }
  }

  private func earlierPoints() -> [ScorecardPoint] {
    guard let history, case .success(let bytes) = history.contents else { return [] }
    return ScorecardHistory.read(bytes)
  }
}
