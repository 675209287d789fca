package import CallboardSite
import Synchronization

/// Keeps the whole site in memory: for previews and tests.
package final class MemorySiteWriter: SiteWriter {
  private struct State: Sendable {
    var paths = OutputPathSet()
    var files = MemorySite()

    /// Takes a file, unless it is there already.
    mutating func insert(_ entry: MemorySite.Entry, at path: OutputPath) throws(EmitError) {
      guard try paths.insert(path, hash: entry.hash) != nil else { return }
      files.insert(entry, at: path)
    }
  }

  private let state = Mutex(State())
  private let earlier: State?

  /// - Parameter earlier: The site that the new one comes after.
  package init(after earlier: MemorySiteWriter? = nil) {
    self.earlier = earlier.map { $0.state.withLock { $0 } }
  }

  @discardableResult
  package func write(_ file: OutputFile) throws(EmitError) -> ContentHash {
    let path = try OutputPath(of: file)
    let entry = MemorySite.Entry(file: file, hash: ContentHash(of: file.bytes))
    try state.withLock { (state) throws(EmitError) in try state.insert(entry, at: path) }
    return entry.hash
  }

  /// Takes a file of the earlier site.
  package func keep(_ path: String, hash: ContentHash) throws(EmitError) -> Bool {
    let place = OutputPath(path)
    guard let entry = earlier?.files[place], entry.hash == hash else { return false }
    try state.withLock { (state) throws(EmitError) in try state.insert(entry, at: place) }
    return true
  }

  /// Takes all files of the earlier site but those that are replaced.
  package func keepAll(replacing files: [OutputFile]) throws(EmitError) -> Bool {
    guard var kept = earlier else { return false }
    for file in files {
      guard kept.files.replace(file) else { return false }
    }
    return state.withLock { state in
      guard state.files.count == 0 else { return false }
      state = kept
      return true
    }
  }

  package func finish() -> EmitSummary {
    state.withLock { state in
      var summary = EmitSummary()
      summary.written = state.files.count
      summary.bytesWritten = state.files.byteCount
      return summary
    }
  }

  /// The files so far.
  package var files: MemorySite { state.withLock { $0.files } }
}
