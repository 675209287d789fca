import CallboardDiagnostics
import CallboardMarkdown
import Synchronization

/// The rendered pages of this and earlier builds, by what they were rendered from.
final class RenderCache: Sendable {
  private let entries: GrowingCache
  private let context: ContentHash
  /// For this build only: stubs of pages that failed for a reason that may be gone next time.
  private let transient = Mutex<[ContentHash: [UInt8]]>([:])

  /// - Parameters:
  ///   - options: What all pages are rendered with; part of every key.
  ///   - generator: The version of Callboard; part of every key.
  init(folder: String, options: MarkdownOptions, generator: String) {
    entries = GrowingCache(folder: folder)
    var combiner = ContentHash.Combiner()
    combiner.combine("stage", MarkdownRenderer.version)
    combiner.combine("generator", generator)
    combiner.combine("options", options.encode())
    context = combiner.finalize()
  }

  /// Why new results could not be kept; nil when all is well.
  var failure: CacheError? { entries.failure }

  /// See ``SegmentCache/isFull``.
  var isFull: Bool { entries.isFull }

  /// Whether a page failed in this build for a reason that may be gone next time.
  var hasStubs: Bool { stubCount > 0 }

  /// Whether a key is that of a page which failed in this build.
  func isStub(_ key: ContentHash) -> Bool { transient.withLock { $0[key] != nil } }

  /// How many pages failed in that way.
  var stubCount: Int { transient.withLock { $0.count } }

  func key(of source: [UInt8]) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("context", context)
    combiner.combine("source", source)
    return combiner.finalize()
  }

  /// The encoded page under a key.
  func lookup(_ key: ContentHash) -> [UInt8]? {
    transient.withLock { $0[key] } ?? entries.lookup(key)
  }

  /// The rendered page under a key; a stub when the cache has been damaged since it was rendered.
  ///
  /// - Parameter isIntact: Becomes false with such a stub.
  func document(
    _ key: ContentHash,
    of source: SourcePath,
    isIntact: inout Bool
  ) -> RenderedDocument {
    guard let stored = lookup(key), let document = DocumentCoder.decode(stored, file: source) else {
      isIntact = false
      return .stub(reason: [
        .renderCrashed(reason: "the cache was changed during the build", file: source)
      ])
    }
    return document.output
  }

  /// Keeps what a worker answered: byte for byte what it sent.
  func keep(_ encoded: [UInt8], key: ContentHash) {
    entries.keep(encoded, key: key)
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
    transient.withLock { $0[key] = encoded }
    return key
  }

  /// Writes what is still in memory and gives up entries that this build had no use for.
  ///
  /// - Parameter isPartial: Whether not all pages of the site were looked at, so that nothing is given up.
  func save(isPartial: Bool = false) {
    entries.save(isPartial: isPartial)
  }
}
