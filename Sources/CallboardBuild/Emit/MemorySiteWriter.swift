package import CallboardSite
import Synchronization

/// Keeps the whole site in memory: for previews and tests.
package final class MemorySiteWriter: SiteWriter {
  private struct State {
    var paths = OutputPathSet()
    var files: [OutputFile] = []
  }

  private let state = Mutex(State())

  package init() {}

  @discardableResult
  package func write(_ file: OutputFile) throws(EmitError) -> ContentHash {
    let path = try OutputPath(of: file)
    let hash = ContentHash(of: file.bytes)
    try state.withLock { (state) throws(EmitError) in
      if try state.paths.insert(path, hash: hash) { state.files.append(file) }
    }
    return hash
  }

  package func finish() -> EmitSummary {
    state.withLock { state in
      var summary = EmitSummary()
      summary.written = state.files.count
      summary.bytesWritten = state.files.reduce(0) { $0 + $1.bytes.count }
      return summary
    }
  }

  /// The files so far, by path.
  package var files: [OutputFile] {
    state.withLock { $0.files }.sorted { OutputPath($0.path) < OutputPath($1.path) }
  }

  /// The bytes of the files so far, by path.
  package var contents: [String: [UInt8]] {
    state.withLock { state in
      Dictionary(state.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The bytes of one file; nil when there is none of that path.
  package subscript(path: String) -> [UInt8]? {
    files.first { $0.path == path }?.bytes
  }
}
