import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import Synchronization

/// The names of the pages of docs by the folder that they are files of. Gathered when somebody first asks, which nobody does
/// on a site without dead links. From any thread.
final class SiblingPages: Sendable {
  /// A folder with more pages proposes only some of them.
  private static let limit = 1_000

  private let docs: [DocsSite]
  private let names = Mutex<[SourcePath: [String]]?>(nil)

  init(_ docs: [DocsSite]) {
    self.docs = docs
  }

  /// The file names of pages right in a folder, in the order of the docs; the first ones only of very many.
  func names(in folder: SourcePath) -> [String] {
    names.withLock { names in
      let known = names ?? Self.names(of: docs)
      names = known
      return known[folder] ?? []
    }
  }

  private static func names(of docs: [DocsSite]) -> [SourcePath: [String]] {
    var names: [SourcePath: [String]] = [:]
    for page in docs.lazy.flatMap(\.tree.pages) {
      var folder = page.source
      folder.path = RepositoryPath.folder(of: page.source.path)
      if names[folder]?.count ?? 0 < limit {
        names[folder, default: []].append(RepositoryPath.name(of: page.source.path))
      }
    }
    return names
  }
}
