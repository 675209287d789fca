import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON
import CallboardSite

/// Holds the entities of the catalog against the operator's scorecards.
struct ScorecardStage: Sendable {
  let model: SiteModel
  let settings: ScorecardSettings
  /// The folder that the file of the history is relative to.
  let folder: String
  let jobs: Int

  func run() -> Diagnosed<[ScoredCatalog]> {
    guard !settings.cards.isEmpty else { return Diagnosed([]) }
    let evaluation = ScorecardEvaluation(model)
    let count = model.catalog.entities.count
    let results = ParallelFor(width: jobs).map(count: count) { index -> [ScorecardResult?] in
      let id = EntityID(clamping: index)
      let bytes = EntityFiles.json(of: id, in: model.catalog)
      guard let json = try? JSONReader().read(bytes) else { return settings.cards.map { _ in nil } }
      return settings.cards.map { evaluation.result(of: id, json: json, on: $0) }
    }
    var diagnostics: [Diagnostic] = []
    let earlier = history(&diagnostics)
    let scored = settings.cards.enumerated().map { index, card in
      let own = results.compactMap { $0[index] }
      let points = evaluation.newest.map { ScorecardEvaluation.points(own, of: card, on: $0) } ?? []
      return ScoredCatalog(
        scorecard: card,
        results: own,
        history: ScorecardHistory.merged(earlier.filter { $0.scorecard == card.name }, with: points)
      )
    }
    return Diagnosed(scored, diagnostics: diagnostics)
  }

  private func history(_ diagnostics: inout [Diagnostic]) -> [ScorecardPoint] {
    guard let path = settings.history else { return [] }
    let file = SourcePath(repository: "", path: RelativeFolder.path(path, from: folder))
    do {
      return ScorecardHistory.read(try OperatorFile.read(file.path))
    } catch {
      diagnostics.append(.operatorFileUnreadable(file, error))
      return []
    }
  }
}
