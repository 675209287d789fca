import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown

/// Reads the pages of docs with the files that they include, all from their own repository.
struct PageSources: Sendable {
  let snapshots: [String: RepositorySnapshot]
  let limits: MarkdownOptions.Limits

  /// A page as a worker gets it, with findings about what it includes.
  ///
  /// A page over its own limit of size is refused by the renderer, which says which limit that is.
  ///
  /// - Parameter included: Gets the paths of all files that were read for it besides.
  func read(
    _ source: SourcePath,
    in tree: DocsTree,
    including included: inout Set<String>
  ) throws(ReadError) -> Diagnosed<WorkerRequest> {
    guard let snapshot = snapshots[source.repository] else { throw .notFound }
    var seen: Set<String> = []
    defer { included = seen }
    let expanded = PageExpansion.expand(
      appending(
        tree.appendedFiles,
        to: try snapshot.contents(of: source.path),
        snapshot,
        tree,
        &seen
      ),
      page: source,
      limits: limits,
      find: { name in find(name, in: snapshot, tree, &seen) }
    )
    return Diagnosed(
      WorkerRequest(
        file: source,
        source: expanded.source,
        includedLines: expanded.lines,
        style: tree.style
      ),
      diagnostics: expanded.diagnostics
    )
  }

  /// A page with a line at its end for each file that the docs append to all pages. One that is not there is
  /// passed over, as its name stands on no page.
  private func appending(
    _ names: [String],
    to source: [UInt8],
    _ snapshot: RepositorySnapshot,
    _ tree: DocsTree,
    _ seen: inout Set<String>
  ) -> [UInt8] {
    var source = source
    for name in names where !name.contains(where: { $0 == "\"" || $0.isNewline }) {
      guard case .found = find(name, in: snapshot, tree, &seen) else { continue }
      source += "\n\n--8<-- \"\(name)\"\n".utf8
    }
    return source
  }

  /// Looks for a file in the folders that the docs name, in their order.
  private func find(
    _ name: String,
    in snapshot: RepositorySnapshot,
    _ tree: DocsTree,
    _ seen: inout Set<String>
  ) -> IncludedFile {
    let paths = tree.includeFolders.compactMap { RepositoryPath.join($0, name) }
    guard let path = paths.first(where: { snapshot.file(at: $0) != nil }) else {
      return paths.isEmpty ? .outside : .missing
    }
    seen.insert(path)
    do {
      let bytes = try snapshot.contents(of: path, limit: Self.byteLimit)
      if let secret = SecretShape.first(in: bytes) {
        return .unreadable(reason: "seems to hold \(secret.rawValue)")
      }
      return .found(path: path, bytes: bytes)
    } catch {
      return .unreadable(reason: "\(error)")
    }
  }

  /// Of one included file.
  private static let byteLimit = 2 << 20
}
