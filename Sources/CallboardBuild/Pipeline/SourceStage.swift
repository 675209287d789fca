import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardSite

/// Reads again the descriptor files whose entities the catalog kept, for the pages that show their lines.
///
/// Only then is it known which they are, and their bytes stay in memory once, however many entities share a file.
struct SourceStage: Sendable {
  let catalog: Catalog
  let snapshots: [String: RepositorySnapshot]
  let jobs: Int

  /// Files that have become unreadable since they were ingested are left out.
  func run() -> DescriptorSources {
    let paths = Set(catalog.entities.map(\.file)).sorted()
    let contents = ParallelFor(width: jobs).map(count: paths.count) { index -> [UInt8]? in
      try? snapshots[paths[index].repository]?.contents(of: paths[index].path)
    }
    return DescriptorSources(
      zip(paths, contents).compactMap { path, bytes in bytes.map { (path, $0) } }
    )
  }
}
