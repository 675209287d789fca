package import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
package import CallboardJSON

/// Holds entities against scorecards. Reads nothing but the model, and no clock.
///
/// What many entities share (docs, files of one folder) is found out once, so that a check costs as much as its
/// condition.
package struct ScorecardEvaluation: Sendable {
  /// The day of the newest commit that the site knows of; nil when it knows of none.
  package let newest: CalendarDay?
  private let model: SiteModel
  private let docs: [EntityRef: DocsFacts]
  private let files: [FileQuestion: Bool]

  /// What checks ask of one entity's documentation.
  private struct DocsFacts {
    /// Of all pages.
    var locations: Set<String>
    /// When a page was last changed; nil where nothing is known.
    var changed: CalendarDay?
  }

  /// A file by a pattern from a folder of a repository.
  private struct FileQuestion: Hashable {
    var repository: String
    var folder: String
    var pattern: String
  }

  package init(_ model: SiteModel, _ scorecards: [Scorecard]) {
    self.model = model
    newest = model.newestChange.map { CalendarDay(secondsSince1970: $0) }
    docs = scorecards.isEmpty ? [:] : Self.docs(of: model)
    let patterns = Set(
      scorecards.flatMap(\.checks).compactMap { check in
        if case .hasFile(let pattern) = check.rule { pattern } else { nil }
      }
    )
    files = Self.files(patterns, in: model)
  }

  private static func docs(of model: SiteModel) -> [EntityRef: DocsFacts] {
    var docs: [EntityRef: DocsFacts] = [:]
    for site in model.docs where site.tree.version?.isDefault ?? true {
      let changed = site.tree.pages.compactMap { model.history(of: $0.source)?.seconds }.max()
      docs[site.tree.entity] = DocsFacts(
        locations: Set(site.tree.pages.map(\.location)),
        changed: changed.map { CalendarDay(secondsSince1970: $0) }
      )
    }
    return docs
  }

  private static func files(_ patterns: Set<String>, in model: SiteModel) -> [FileQuestion: Bool] {
    guard !patterns.isEmpty else { return [:] }
    let snapshots = Dictionary(
      model.repositories.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var answers: [FileQuestion: Bool] = [:]
    for pattern in patterns {
      guard let glob = try? Glob(pattern) else { continue }
      for entity in model.catalog.entities {
        let question = question(pattern, of: entity)
        guard answers[question] == nil else { continue }
        let snapshot = snapshots[question.repository]
        answers[question] = snapshot.map { has(glob, pattern, question.folder, $0) } ?? false
      }
    }
    return answers
  }

  /// A pattern that begins with `/` counts from the root of the repository, any other from the descriptor's folder.
  private static func question(_ pattern: String, of entity: Entity) -> FileQuestion {
    FileQuestion(
      repository: entity.file.repository,
      folder: pattern.hasPrefix("/") ? "" : RepositoryPath.folder(of: entity.file.path),
      pattern: pattern
    )
  }

  private static func has(
    _ glob: Glob,
    _ pattern: String,
    _ folder: String,
    _ snapshot: RepositorySnapshot
  ) -> Bool {
    if !Glob.isPattern(pattern) {
      let name = String(pattern.drop { $0 == "/" })
      return RepositoryPath.join(folder, name).flatMap { snapshot.file(at: $0) } != nil
    }
    let prefix = folder.isEmpty ? "" : folder + "/"
    return snapshot.files.contains { file in
      file.path.hasPrefix(prefix) && glob.matches(String(file.path.dropFirst(prefix.count)))
    }
  }

  /// How an entity stands; nil when the scorecard is not for it.
  ///
  /// - Parameter json: The entity in the shape of the published data.
  /// - Complexity: linear in the size of the entity for each check.
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
      return docs(of: entity)?.locations.contains(DocsPage.location(ofAddress: path)) ?? false
    case .hasFile(let pattern): return files[Self.question(pattern, of: entity)] ?? false
    case .docsChangedWithin(let days):
      guard let newest, let changed = docs(of: entity)?.changed else { return false }
      return newest.daysSince1970 - changed.daysSince1970 <= Int64(days)
    }
  }

  /// Those of its own documentation, else of the one that its annotation names.
  private func docs(of entity: Entity) -> DocsFacts? {
    docs[entity.ref] ?? NamedDocs.ref(of: entity).flatMap { docs[$0] }
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
