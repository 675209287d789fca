import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs

/// Stage 4: finds the documentation of every entity of the catalog.
struct CollectStage: Sendable {
  let catalog: Catalog
  let repositories: [CrawledRepository]
  let jobs: Int

  /// The docs in the order of their entities; of several versions, the default one first.
  func run() -> Diagnosed<[DocsTree]> {
    let byName = Dictionary(
      repositories.map { ($0.snapshot.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let places = DocsPlaces(
      repositories: byName,
      ordered: repositories,
      addresses: RepositoryAddresses(repositories.map(\.snapshot))
    )
    let documented = catalog.entities.filter { $0.annotation(TechDocsReference.annotation) != nil }
    let results = ParallelFor(width: jobs).map(count: documented.count) { index in
      let entity = documented[index]
      guard let repository = byName[entity.file.repository] else {
        return Diagnosed<[DocsTree]>([])
      }
      return places.trees(of: entity, in: repository)
    }
    // Entities may share a folder of docs, or inherit from the same file.
    var seen: Set<Diagnostic> = []
    let diagnostics = results.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
    return Diagnosed(results.flatMap(\.output), diagnostics: diagnostics)
  }
}
