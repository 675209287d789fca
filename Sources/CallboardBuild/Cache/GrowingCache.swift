import Synchronization

/// A ``SegmentCache`` that a build adds to as it goes.
///
/// New results are flushed to the cache's folder in portions, so that a large build holds few of them in memory. When
/// the folder cannot be written they stay in memory, and the build goes on. From any thread.
final class GrowingCache: Sendable {
  private struct State {
    /// Not yet in the folder.
    var pending: [ContentHash: [UInt8]] = [:]
    var pendingSize = 0
    var touched: Set<ContentHash> = []
    /// Whether a thread writes what was pending; another would write the same once more.
    var isFlushing = false
    /// How many bytes are held before they are flushed.
    var portion = GrowingCache.firstPortion
    var failure: CacheError?
  }

  /// What a small site comes to is flushed at the end only, so that the build need not read it again.
  private static let firstPortion = 24 << 20
  /// A large one would gain little by holding as much to its end.
  private static let laterPortion = 8 << 20

  private let segments: SegmentCache
  private let state = Mutex(State())

  /// Opens the cache in a folder, which need not exist.
  init(folder: String) {
    segments = SegmentCache(folder: folder)
  }

  /// Why new results could not be kept; nil when all is well.
  var failure: CacheError? { state.withLock { $0.failure } }

  /// See ``SegmentCache/isFull``.
  var isFull: Bool { segments.isFull }

  /// The bytes under a key; nil when there are none. Marks them as in use.
  func lookup(_ key: ContentHash) -> [UInt8]? {
    let held = state.withLock { state in
      state.touched.insert(key)
      return state.pending[key]
    }
    return held ?? segments.lookup(key)
  }

  /// Some of the bytes under a key, their checksum not looked at: of what this build has looked up or kept. nil when they are
  /// not there any more.
  func slice(_ key: ContentHash, _ range: Range<Int>) -> [UInt8]? {
    let held = state.withLock { $0.pending[key] }
    guard let held else { return segments.slice(key, range) }
    return range.upperBound <= held.count ? Array(held[range]) : nil
  }

  /// Keeps new bytes and marks them as in use.
  func keep(_ bytes: [UInt8], key: ContentHash) {
    let portion = state.withLock { state -> [ContentHash: [UInt8]]? in
      state.touched.insert(key)
      if state.pending.updateValue(bytes, forKey: key) == nil { state.pendingSize += bytes.count }
      guard state.pendingSize > state.portion, !state.isFlushing, state.failure == nil else {
        return nil
      }
      state.isFlushing = true
      state.portion = Self.laterPortion
      return state.pending
    }
    guard let portion else { return }
    defer { state.withLock { $0.isFlushing = false } }
    flush(portion, touched: nil, isLast: false)
  }

  /// Writes what is still in memory and gives up entries that this build had no use for.
  ///
  /// - Parameter isPartial: Whether others have a use for entries that this run did not look at, so that none is given up.
  func save(isPartial: Bool = false) {
    let (pending, touched) = state.withLock { ($0.pending, $0.touched) }
    flush(pending, touched: isPartial ? nil : touched, isLast: true)
  }

  private func flush(
    _ portion: [ContentHash: [UInt8]],
    touched: Set<ContentHash>?,
    isLast: Bool
  ) {
    do {
      try segments.save(portion, touched: touched, isLast: isLast)
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
