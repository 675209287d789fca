import CallboardSearch
import CallboardSite
import Synchronization

/// The search index of a site in memory, assembled when one of its files is asked for first: whoever writes a page seldom
/// searches for it after every save.
package final class DeferredSearch: Sendable {
  private enum State {
    case pages(RevisedArray<ComposeStage.PageResult>)
    case files([String: [UInt8]])
  }

  private let state: Mutex<State>
  private let options: SearchOptions
  private let jobs: Int

  /// - Parameter pages: What search knows of each page, in the order of the plan.
  init(
    _ pages: RevisedArray<ComposeStage.PageResult>,
    options: SearchOptions,
    jobs: Int
  ) {
    state = Mutex(.pages(pages))
    self.options = options
    self.jobs = jobs
  }

  /// Whether a path may be one of ``subscript(_:)``.
  package static func covers(_ path: String) -> Bool { path.hasPrefix(ThemeAssets.searchFolder) }

  /// The bytes of a file by its path below the site's root; nil when the index has none of that path. The texts for
  /// excerpts are files of the site.
  ///
  /// - Complexity: of the first call, that of assembling the index. Others wait for it.
  package subscript(path: String) -> [UInt8]? { files[path] }

  /// All files by their paths below the site's root.
  package var files: [String: [UInt8]] {
    state.withLock { state in
      switch state {
      case .files(let files): return files
      case .pages(let pages):
        let writer = MemorySiteWriter()
        // Nothing fails in memory but two files of one path, of which an index has none.
        _ = try? SearchStage(options: options, cache: nil, jobs: jobs).run(
          pages.compactMap(\.tokens),
          into: writer
        )
        let files = Dictionary(
          writer.files.all.map { ($0.path, $0.bytes) },
          uniquingKeysWith: { first, _ in first }
        )
        state = .files(files)
        return files
      }
    }
  }
}
