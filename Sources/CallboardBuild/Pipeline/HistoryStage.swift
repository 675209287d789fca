import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardSite

/// Reads from the history of repositories when the pages of their docs were last changed.
struct HistoryStage: Sendable {
  let sites: [DocsSite]
  let snapshots: [String: RepositorySnapshot]
  let jobs: Int

  /// By repository and path, in seconds since 1970; without entries where nothing is known.
  func run() -> Diagnosed<[String: [String: Int64]]> {
    let pages = Dictionary(grouping: sites.flatMap(\.tree.pages), by: \.source.repository)
    let repositories = pages.keys.sorted()
    let results = ParallelFor(width: jobs, chunkSize: 1).map(count: repositories.count) { index in
      lastChanges(of: pages[repositories[index]] ?? [], in: repositories[index])
    }
    var diagnostics: [Diagnostic] = []
    var changes: [String: [String: Int64]] = [:]
    for (repository, result) in zip(repositories, results) {
      changes[repository] = result.unwrap(into: &diagnostics)
    }
    return Diagnosed(changes, diagnostics: diagnostics)
  }

  private func lastChanges(
    of pages: [DocsPage],
    in repository: String
  ) -> Diagnosed<[String: Int64]> {
    guard let snapshot = snapshots[repository] else { return Diagnosed([:]) }
    return snapshot.history().map { history in
      var changes: [String: Int64] = [:]
      for page in pages {
        changes[page.source.path] = history.lastChange(of: page.source.path)?.seconds
      }
      return changes
    }
  }
}
