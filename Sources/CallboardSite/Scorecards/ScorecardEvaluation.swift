package import CallboardCatalog
package import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
package import CallboardJSON

/// Holds entities against scorecards. Reads nothing but the model, and no clock.
package struct ScorecardEvaluation: Sendable {
  private let model: SiteModel
  private let repositories: [String: RepositorySnapshot]
  private let docs: [EntityRef: DocsSite]
  /// The day of the newest commit that is known of; nil when none is.
  package let newest: CalendarDay?

  package init(_ model: SiteModel) {
    self.model = model
    repositories = Dictionary(
      model.repositories.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var docs: [EntityRef: DocsSite] = [:]
    for site in model.docs where site.tree.version?.isDefault ?? true {
      docs[site.tree.entity] = site
    }
    self.docs = docs
    let pages = model.changes.values.lazy.flatMap { $0.values.map(\.seconds) }.max()
    let commits = model.history.entries.lazy.map(\.seconds).max()
    newest = [pages, commits].compactMap(\.self).max().map { CalendarDay(secondsSince1970: $0) }
  }

  /// How an entity stands; nil when the scorecard is not for it.
  ///
  /// - Parameter json: The entity in the shape of the published data.
  /// - Complexity: O(*n*) in the size of the entity and the files of its repository, for each check.
  package func result(
    of id: EntityID,
    json: JSONValue,
    on scorecard: Scorecard
  ) -> ScorecardResult? {
    guard scorecard.subject.matches(json) else { return nil }
    let entity = model.catalog[id]
    return ScorecardResult(
      entity: entity.ref,
      owner: model.catalog.firstTarget(.ownedBy, of: id),
      isPassed: scorecard.checks.map { holds($0.rule, for: entity, json) },
      on: scorecard
    )
  }

  private func holds(_ rule: Scorecard.Rule, for entity: Entity, _ json: JSONValue) -> Bool {
    switch rule {
    case .matches(let condition): return condition.matches(json)
    case .hasDocs: return docs(of: entity) != nil
    case .hasPage(let path):
      let location = DocsPage.location(ofAddress: path)
      return docs(of: entity)?.tree.pages.contains { $0.location == location } ?? false
    case .hasFile(let pattern):
      guard let repository = repositories[entity.file.repository],
        let path = RepositoryPath.join(RepositoryPath.folder(of: entity.file.path), pattern)
      else { return false }
      if !Glob.isPattern(path) { return repository.file(at: path) != nil }
      guard let glob = try? Glob(path) else { return false }
      return repository.files.contains { glob.matches($0.path) }
    case .docsChangedWithin(let days):
      guard let newest, let tree = docs(of: entity)?.tree else { return false }
      let seconds = tree.pages.compactMap { model.history(of: $0.source)?.seconds }.max()
      guard let seconds else { return false }
      let day = CalendarDay(secondsSince1970: seconds)
      return newest.daysSince1970 - day.daysSince1970 <= Int64(days)
    }
  }

  /// Its own documentation, else that of the entity that its annotation names.
  private func docs(of entity: Entity) -> DocsSite? {
    if let own = docs[entity.ref] { return own }
    guard let text = entity.annotation(WellKnownAnnotation.techdocsEntity) else { return nil }
    let context = EntityRef.Context(namespace: entity.ref.namespace)
    return (try? EntityRef(text, in: context)).flatMap { docs[$0] }
  }

  /// The means of each owner on one day, by owner.
  package static func points(
    _ results: [ScorecardResult],
    of scorecard: Scorecard,
    on day: CalendarDay
  ) -> [ScorecardPoint] {
    var sums: [String: (percent: Int, count: Int)] = [:]
    for result in results {
      let owner = result.owner?.description ?? ""
      sums[owner, default: (0, 0)].percent += result.percent
      sums[owner, default: (0, 0)].count += 1
    }
    return sums.sorted { $0.key < $1.key }.map { owner, sum in
      ScorecardPoint(
        day: day,
        scorecard: scorecard.name,
        owner: owner,
        percent: sum.percent / sum.count,
        entities: sum.count
      )
    }
  }
}
