package import CallboardSite
import Synchronization

/// Finds what is wrong with the site's paths and keeps nothing: for `callboard check`.
package final class DiscardingSiteWriter: SiteWriter {
  private struct State {
    var paths = OutputPathSet()
    var summary = EmitSummary()
  }

  private let state = Mutex(State())

  package init() {}

  @discardableResult
  package func write(_ file: OutputFile) throws(EmitError) -> ContentHash {
    let path = try OutputPath(of: file)
    let hash = ContentHash(of: file.bytes)
    try state.withLock { (state) throws(EmitError) in
      guard try state.paths.insert(path, hash: hash) != nil else { return }
      state.summary.written += 1
      state.summary.bytesWritten += file.bytes.count
    }
    return hash
  }

  package func finish() -> EmitSummary {
    state.withLock { $0.summary }
  }
}
