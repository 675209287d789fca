import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs

/// Stage 4: finds the documentation of every entity of the catalog.
struct CollectStage: Sendable {
  let catalog: Catalog
  let repositories: [CrawledRepository]
  var limits = RepositoryLimits()
  let jobs: Int
  /// How many entities are looked at between two counts of pages.
  private static let portion = 256

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
    var trees: [DocsTree] = []
    var diagnostics: [Diagnostic] = []
    // Entities may share a folder of docs, or inherit from the same file.
    var seen: Set<Diagnostic> = []
    // A repository pays for what its own entities show, wherever that stands.
    var pageCounts: [String: Int] = [:]
    for start in stride(from: 0, to: documented.count, by: Self.portion) {
      let portion = documented[start..<min(documented.count, start + Self.portion)].filter {
        pageCounts[$0.file.repository, default: 0] <= limits.pages
      }
      let results = ParallelFor(width: jobs).map(count: portion.count) { index in
        let entity = portion[index]
        guard let repository = byName[entity.file.repository] else {
          return Diagnosed<[DocsTree]>([])
        }
        return places.trees(of: entity, in: repository)
      }
      for (entity, result) in zip(portion, results) {
        let repository = entity.file.repository
        guard pageCounts[repository, default: 0] <= limits.pages else { continue }
        diagnostics += result.diagnostics.filter { seen.insert($0).inserted }
        let count = result.output.reduce(0) { sum, tree in
          sum + tree.pages.count + tree.redirects.count + (tree.beginsWithContents ? 1 : 0)
        }
        pageCounts[repository, default: 0] += count
        if pageCounts[repository, default: 0] <= limits.pages {
          trees += result.output
        } else {
          diagnostics.append(.tooManyPages(limits.pages, first: entity.nameSpan))
        }
      }
    }
    return Diagnosed(trees, diagnostics: diagnostics)
  }
}
