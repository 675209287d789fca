import CallboardDiagnostics
import CallboardMarkdown
import Synchronization

/// A page of docs as it was read, and what its rendering is found by.
struct ReadPage: Sendable {
  /// Without the source once it has been sent.
  var request: WorkerRequest
  /// In the cache of rendered pages.
  var key: ContentHash
  /// About the files that the page includes.
  var diagnostics: [Diagnostic] = []
  /// The paths of those files, in the page's own repository.
  var included: Set<String> = []

  init(
    request: WorkerRequest,
    key: ContentHash,
    diagnostics: [Diagnostic],
    included: Set<String>
  ) {
    self.request = request
    self.key = key
    self.diagnostics = diagnostics
    self.included = included
  }

  /// An empty page in place of one that cannot be read.
  init(nothingOf file: SourcePath, _ cache: RenderCache) {
    request = WorkerRequest(file: file, source: [])
    key = cache.key(of: [])
  }
}

/// How much Markdown may wait in memory between being looked up and being rendered.
///
/// What finds no room is read again when its turn comes, so that a large site takes no more memory than a small one.
final class SourceRoom: Sendable {
  private let left: Atomic<Int>

  init(byteLimit: Int) {
    left = Atomic(byteLimit)
  }

  /// Whether there is room for so many bytes, which are taken then.
  func take(_ count: Int) -> Bool {
    let rest = left.subtract(count, ordering: .relaxed).newValue
    if rest < 0 { left.add(count, ordering: .relaxed) }
    return rest >= 0
  }
}
