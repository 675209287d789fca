import CallboardBuild
import Synchronization

/// Takes results as they come, from any thread.
final class ResultCollector: Sendable {
  private let results = Mutex<[(index: Int, result: Result<String, WorkerFailure>)]>([])

  func store(_ result: Result<String, WorkerFailure>, at index: Int) {
    results.withLock { $0.append((index, result)) }
  }

  /// By index; one delivered twice stands twice.
  var inOrder: [Result<String, WorkerFailure>] {
    results.withLock { $0 }.sorted { $0.index < $1.index }.map(\.result)
  }
}
