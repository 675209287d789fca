import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs

/// Stage 4: finds the documentation of every entity of the catalog.
struct CollectStage: Sendable {
  let catalog: Catalog
  let repositories: [CrawledRepository]
  let jobs: Int

  /// The docs in the order of their entities.
  func run() -> Diagnosed<[DocsTree]> {
    let byName = Dictionary(
      repositories.map { ($0.snapshot.name, $0.snapshot) },
      uniquingKeysWith: { first, _ in first }
    )
    let addresses = RepositoryAddresses(repositories.map(\.snapshot))
    let documented = catalog.entities.filter { $0.annotation(TechDocsReference.annotation) != nil }
    let results = ParallelFor(width: jobs).map(count: documented.count) { index in
      let entity = documented[index]
      guard let snapshot = byName[entity.file.repository] else {
        return Diagnosed<DocsTree?>(nil)
      }
      return DocsCollector.collect(entity, in: snapshot) { url in
        addresses.folder(of: url).map { place in
          DocsCollector.Place(snapshot: repositories[place.repository].snapshot, folder: place.path)
        }
      }
    }
    // Entities may share a folder of docs, or inherit from the same file.
    var seen: Set<Diagnostic> = []
    let diagnostics = results.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
    return Diagnosed(results.compactMap(\.output), diagnostics: diagnostics)
  }
}
