import CallboardSearch
import Synchronization

/// What indexes of search were made from in earlier builds, and the hashes of files that were made of equal things.
final class SearchCache: IndexStore {
  /// Where it is.
  let folder: String
  private let entries: GrowingCache
  private let context: ContentHash
  private let isLosing = Mutex(false)

  /// Whether bytes that were kept in this build or found in it could not be read again.
  var hasLost: Bool { isLosing.withLock { $0 } }

  /// - Parameters:
  ///   - folder: That of the site's cache.
  ///   - program: See ``Machine/fileMark(_:)``; part of every key, since nothing else says how a file is made.
  init(folder: String, program: String) {
    self.folder = folder + "/search"
    entries = GrowingCache(folder: self.folder)
    var combiner = ContentHash.Combiner()
    combiner.combine("generator", GeneratorVersion.current)
    combiner.combine("program", program)
    context = combiner.finalize()
  }

  /// ``ContentHash``, as an index wants it.
  static let digest: IndexDigest = { bytes in
    let hash = ContentHash(of: bytes)
    return SIMD2(hash.high, hash.low)
  }

  func lookUp(_ key: SIMD2<UInt64>) -> [UInt8]? {
    entries.lookup(self.key("part", key))
  }

  func keep(_ bytes: [UInt8], key: SIMD2<UInt64>) {
    entries.keep(bytes, key: self.key("part", key))
  }

  func slice(_ key: SIMD2<UInt64>, _ range: Range<Int>) -> [UInt8] {
    if let bytes = entries.slice(self.key("part", key), range) { return bytes }
    isLosing.withLock { $0 = true }
    return []
  }

  /// The hash of a file's bytes by what it is made from; nil when that was never made.
  func file(_ key: SIMD2<UInt64>) -> ContentHash? {
    guard let bytes = entries.lookup(self.key("file", key)) else { return nil }
    var reader = ByteFieldReader(bytes)
    return reader.hash()
  }

  func keep(file hash: ContentHash, key: SIMD2<UInt64>) {
    var bytes: [UInt8] = []
    bytes.append(hash)
    entries.keep(bytes, key: self.key("file", key))
  }

  /// Writes what is still in memory and gives up what this build had no use for.
  func save() { entries.save() }

  private func key(_ kind: String, _ key: SIMD2<UInt64>) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("context", context)
    combiner.combine(kind, ContentHash(high: key.x, low: key.y))
    return combiner.finalize()
  }
}
