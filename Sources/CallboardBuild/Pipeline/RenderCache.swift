import CallboardDiagnostics
import CallboardMarkdown
import Synchronization

/// The rendered pages of this and earlier builds, by what they were rendered from.
///
/// New results are flushed to the cache's folder in portions, so that a large build holds few of them in memory. When
/// the folder cannot be written they stay in memory, and the build goes on.
final class RenderCache: Sendable {
  private struct State {
    /// Not yet in the folder.
    var pending: [ContentHash: [UInt8]] = [:]
    var pendingSize = 0
    /// Whether a thread writes what was pending; another would write the same once more.
    var isFlushing = false
    /// For this build only: stubs of pages that failed for a reason that may be gone next time.
    var transient: [ContentHash: [UInt8]] = [:]
    var touched: Set<ContentHash> = []
    var failure: CacheError?
  }

  /// How many bytes are held before they are flushed.
  private static let portion = 8 << 20

  private let segments: SegmentCache
  private let context: ContentHash
  private let state = Mutex(State())

  /// - Parameters:
  ///   - options: What all pages are rendered with; part of every key.
  ///   - generator: The version of Callboard; part of every key.
  init(folder: String, options: MarkdownOptions, generator: String) {
    segments = SegmentCache(folder: folder)
    var combiner = ContentHash.Combiner()
    combiner.combine("stage", MarkdownRenderer.version)
    combiner.combine("generator", generator)
    combiner.combine("options", options.encode())
    context = combiner.finalize()
  }

  /// Why new results could not be kept; nil when all is well.
  var failure: CacheError? { state.withLock { $0.failure } }

  func key(of source: [UInt8]) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("context", context)
    combiner.combine("source", source)
    return combiner.finalize()
  }

  /// The encoded page under a key.
  func lookup(_ key: ContentHash) -> [UInt8]? {
    let held = state.withLock { state in
      state.touched.insert(key)
      return state.pending[key] ?? state.transient[key]
    }
    return held ?? segments.lookup(key)
  }

  /// The rendered page under a key; a stub when the cache has been damaged since it was rendered.
  func document(_ key: ContentHash, of source: SourcePath) -> RenderedDocument {
    guard let stored = lookup(key), let document = DocumentCoder.decode(stored, file: source) else {
      return .stub(reason: [
        .renderCrashed(reason: "the cache was changed during the build", file: source)
      ])
    }
    return document.output
  }

  /// Keeps what a worker answered: byte for byte what it sent.
  func keep(_ encoded: [UInt8], key: ContentHash) {
    let portion = state.withLock { state -> [ContentHash: [UInt8]]? in
      if state.pending.updateValue(encoded, forKey: key) == nil {
        state.pendingSize += encoded.count
      }
      guard state.pendingSize > Self.portion, state.failure == nil, !state.isFlushing else {
        return nil
      }
      state.isFlushing = true
      return state.pending
    }
    if let portion { flush(portion, touched: nil) }
  }

  /// Keeps a stub for this build, under a key of its own.
  ///
  /// Deadlines and crashes depend on the machine, so the next build tries the page again.
  func keepForThisBuild(_ document: RenderedDocument, of source: SourcePath) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("context", context)
    combiner.combine("stub of", source.description)
    let key = combiner.finalize()
    let encoded = DocumentCoder.encode(Diagnosed(document))
    state.withLock { $0.transient[key] = encoded }
    return key
  }

  /// Writes what is still in memory and gives up entries that this build had no use for.
  func save() {
    let (pending, touched) = state.withLock { ($0.pending, $0.touched) }
    flush(pending, touched: touched)
  }

  private func flush(_ portion: [ContentHash: [UInt8]], touched: Set<ContentHash>?) {
    defer { state.withLock { $0.isFlushing = false } }
    do {
      try segments.save(portion, touched: touched)
      state.withLock { state in
        for key in portion.keys {
          if let bytes = state.pending.removeValue(forKey: key) { state.pendingSize -= bytes.count }
        }
      }
    } catch {
      state.withLock { $0.failure = error }
    }
  }
}
