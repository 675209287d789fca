import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown

/// Reads the pages of docs with the files that they include, all from their own repository.
struct PageSources: Sendable {
  let snapshots: [String: RepositorySnapshot]

  /// A page as a worker gets it, with findings about what it includes.
  ///
  /// A page over its own limit of size is refused by the renderer, which says which limit that is.
  func read(_ source: SourcePath, in tree: DocsTree) throws(ReadError) -> Diagnosed<WorkerRequest> {
    guard let snapshot = snapshots[source.repository] else { throw .notFound }
    let expanded = PageExpansion.expand(
      try snapshot.contents(of: source.path),
      page: source,
      find: { name in find(name, in: snapshot, tree) }
    )
    return Diagnosed(
      WorkerRequest(file: source, source: expanded.source, includedLines: expanded.lines),
      diagnostics: expanded.diagnostics
    )
  }

  /// Looks for a file in the folders that the docs name, in their order.
  private func find(
    _ name: String,
    in snapshot: RepositorySnapshot,
    _ tree: DocsTree
  ) -> IncludedFile {
    let paths = tree.includeFolders.compactMap { RepositoryPath.join($0, name) }
    guard let path = paths.first(where: { snapshot.file(at: $0) != nil }) else {
      return paths.isEmpty ? .outside : .missing
    }
    do {
      return .found(path: path, bytes: try snapshot.contents(of: path, limit: Self.byteLimit))
    } catch {
      return .unreadable(reason: "\(error)")
    }
  }

  /// Of one included file.
  private static let byteLimit = 2 << 20
}
