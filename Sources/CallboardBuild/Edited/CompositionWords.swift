import CallboardSearch
import Synchronization

/// Fetches the words of pages that earlier builds have composed. From any thread.
final class CompositionWords: Sendable {
  private let entries: GrowingCache
  private let isLosing = Mutex(false)

  /// - Parameter entries: See ``CompositionCache/entries(folder:)``.
  init(_ entries: GrowingCache) {
    self.entries = entries
  }

  /// Whether words that were asked for are not there any more.
  var areLost: Bool { isLosing.withLock { $0 } }

  /// The words of one page, encoded; empty, and ``areLost``, where there are none.
  func encoded(_ words: KeptTexts.Record.Words) -> [UInt8] {
    switch words {
    case .held(let bytes): return bytes
    case .composed(let key):
      let known = entries.lookup(key).flatMap { KnownComposition($0) }
      if let tokens = known?.tokens { return tokens.encoded }
      isLosing.withLock { $0 = true }
      return []
    }
  }

  /// The record as an index wants it.
  func record(_ kept: KeptTexts.Record) -> IndexRecord {
    let words = kept.words
    return IndexRecord(url: kept.url, figures: kept.figures) { [self] in encoded(words) }
  }
}
