package import CallboardSite
import Synchronization

/// Keeps the whole site in memory: for previews and tests.
package final class MemorySiteWriter: SiteWriter {
  private struct State: Sendable {
    var paths = OutputPathSet()
    var files: [OutputPath: OutputFile] = [:]
    /// The bytes by path, once somebody has asked.
    var contents: [String: [UInt8]]?

    /// Takes a file, unless it is there already.
    mutating func insert(_ file: OutputFile, at path: OutputPath, hash: ContentHash)
      throws(EmitError)
    {
      guard try paths.insert(path, hash: hash) else { return }
      files[path] = file
      contents = nil
    }

    mutating func replace(_ file: OutputFile, at path: OutputPath) {
      paths.replace(path, hash: ContentHash(of: file.bytes))
      files[path] = file
      contents?[file.path] = file.bytes
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
    let hash = ContentHash(of: file.bytes)
    try state.withLock { (state) throws(EmitError) in
      try state.insert(file, at: path, hash: hash)
    }
    return hash
  }

  /// Takes a file of the earlier site.
  package func keep(_ path: String, hash: ContentHash) throws(EmitError) -> Bool {
    let place = OutputPath(path)
    guard let earlier, earlier.paths.files[place] == hash, let file = earlier.files[place] else {
      return false
    }
    try state.withLock { (state) throws(EmitError) in
      try state.insert(file, at: place, hash: hash)
    }
    return true
  }

  /// Takes all files of the earlier site but those that are replaced.
  package func keepAll(replacing files: [OutputFile]) throws(EmitError) -> Bool {
    guard var kept = earlier else { return false }
    for file in files {
      let path = OutputPath(file.path)
      guard kept.paths.contains(path) else { return false }
      kept.replace(file, at: path)
    }
    return state.withLock { state in
      guard state.files.isEmpty else { return false }
      state = kept
      return true
    }
  }

  package func finish() -> EmitSummary {
    state.withLock { state in
      var summary = EmitSummary()
      summary.written = state.files.count
      summary.bytesWritten = state.files.values.reduce(0) { $0 + $1.bytes.count }
      return summary
    }
  }

  /// The files so far, by path.
  package var files: [OutputFile] {
    state.withLock { $0.files }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The bytes of the files so far, by path.
  package var contents: [String: [UInt8]] {
    state.withLock { state in
      let contents =
        state.contents
        ?? Dictionary(
          state.files.values.map { ($0.path, $0.bytes) },
          uniquingKeysWith: { first, _ in first }
        )
      state.contents = contents
      return contents
    }
  }

  /// The bytes of one file; nil when there is none of that path.
  package subscript(path: String) -> [UInt8]? {
    state.withLock { $0.files[OutputPath(path)]?.bytes }
  }
}
