import CallboardSearch
import CallboardSite
import Synchronization

/// The search index of a site in memory, assembled when one of its files is asked for first: whoever writes a page seldom
/// searches for it after every save.
package final class DeferredSearch: Sendable {
  private enum State {
    case words([RecordTokens])
    case files([String: [UInt8]])
  }

  private let state: Mutex<State>
  private let options: SearchOptions
  private let jobs: Int

  init(_ tokens: [RecordTokens], options: SearchOptions, jobs: Int) {
    state = Mutex(.words(tokens))
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
      case .words(let tokens):
        let files = Dictionary(
          Self.files(tokens, options: options, jobs: jobs).map { ($0.path, $0.bytes) },
          uniquingKeysWith: { first, _ in first }
        )
        state = .files(files)
        return files
      }
    }
  }

  /// Assembles the index on several threads.
  static func files(
    _ tokens: consuming [RecordTokens],
    options: SearchOptions,
    jobs: Int
  ) -> [OutputFile] {
    SearchIndex.assemble(tokens, options: options) { count, body in
      ParallelFor(width: jobs, chunkSize: 1).run(count: count, body)
    }
    .map { OutputFile(path: ThemeAssets.searchFolder + $0.path, bytes: $0.bytes) }
  }
}
