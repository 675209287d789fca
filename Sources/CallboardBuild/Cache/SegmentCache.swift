import Glibc
import Synchronization

/// The results kept from earlier builds of one repository.
///
/// A folder of immutable segment files. Several builds may use it at once, and copying segments
/// from one machine's folder to another's merges them. Whatever is damaged, of another format or
/// gone is a miss, never an error, and deleting the folder never changes what a build makes.
///
/// An open cache holds one file descriptor a segment; let go of it once a repository is done.
package final class SegmentCache: Sendable {
  private let folder: CacheFolder
  private let contents: Mutex<CacheFolder.Contents>

  /// Opens the cache in a folder, which need not exist. Reads the indexes and no bodies.
  package init(folder: String) {
    self.folder = CacheFolder(path: folder)
    contents = Mutex(self.folder.contents())
  }

  /// Opens one repository's part of a cache. Names in the cache folder are hashes only.
  package convenience init(folder: String, repository: String) {
    self.init(folder: "\(folder)/\(ContentHash(of: repository))")
  }

  /// The bytes kept under a key; nil when there are none or they are damaged. From any thread.
  package func lookup(_ key: ContentHash) -> [UInt8]? {
    for segment in contents.withLock({ $0.segments }) {
      if let record = segment.record(of: key), let body = segment.body(record) { return body }
    }
    return nil
  }

  /// Some of the bytes kept under a key, as the disk has them; nil when there are fewer. From any thread.
  package func slice(_ key: ContentHash, _ range: Range<Int>) -> [UInt8]? {
    for segment in contents.withLock({ $0.segments }) {
      if let record = segment.record(of: key) { return segment.slice(of: record, range) }
    }
    return nil
  }

  /// The number of entries, counting one that stands in two segments twice.
  package var entryCount: Int {
    contents.withLock { $0.segments.reduce(0) { $0 + $1.entryCount } }
  }

  /// Whether merging segments would write everything again, so that a build which looks at everything should: it knows what
  /// can be given up.
  package var isFull: Bool { contents.withLock { $0.isFull } }

  /// Keeps new entries for the next build as one more segment. From any thread.
  ///
  /// Rewrites the cache as a single segment of what is still in use when it has come to more than
  /// twice the size of that, and makes one of several segments when there are many.
  ///
  /// - Parameters:
  ///   - newEntries: Bytes by key. A key that the cache has already gets the new bytes only if the
  ///     old ones are damaged or compacted away.
  ///   - touched: All keys that the build found in the cache: the others are given up when the
  ///     cache is rewritten. nil if the build looked at a part of the repository; nothing is given
  ///     up then.
  ///   - isLast: Whether the build saves no more; segments are not merged before.
  /// - Throws: ``CacheError``. The build's results are none the worse for it.
  package func save(
    _ newEntries: [ContentHash: [UInt8]],
    touched: Set<ContentHash>?,
    isLast: Bool = true
  ) throws(CacheError) {
    let known = contents.withLock { $0 }
    let rewrite =
      touched.flatMap { rewriteInUse(with: newEntries, touched: $0, in: known) }
      ?? (isLast ? merge(with: newEntries, in: known) : nil)
    guard rewrite != nil || !newEntries.isEmpty else { return }

    let open = try folder.openForWriting()
    folder.removeAbandonedFiles(in: open)

    let writer = CacheSegmentWriter(rewrite?.entries ?? newEntries.mapValues { .bytes($0) })
    if rewrite?.entries.isEmpty != true {
      do {
        try writer.write(into: open)
      } catch {
        throw .system(error)
      }
    }
    // After the new segment is in place: a reader finds each entry in one or the other, and one
    // that has an old segment open can go on reading it.
    let obsolete = rewrite?.obsolete ?? []
    for name in obsolete where name != writer.name { unlinkat(open.descriptor, name, 0) }

    let segment = CacheSegment(name: writer.name, in: open)
    contents.withLock { current in
      // What other threads have saved since stays. One of the same name may be there, opened before the file was
      // damaged and replaced.
      current.segments.removeAll { $0.name == writer.name || obsolete.contains($0.name) }
      current.damaged.removeAll { obsolete.contains($0) }
      if let segment { current.segments.append(segment) }
    }
  }

  /// A segment in the place of others.
  private struct Rewrite {
    var entries: [ContentHash: CacheSegmentWriter.Body]
    /// The names of the files that it replaces.
    var obsolete: Set<String>
  }

  /// All entries in use, if too much else is kept; nil if not.
  private func rewriteInUse(
    with newEntries: [ContentHash: [UInt8]],
    touched: Set<ContentHash>,
    in known: CacheFolder.Contents
  ) -> Rewrite? {
    var live: [ContentHash: CacheSegmentWriter.Body] = newEntries.mapValues { .bytes($0) }
    for key in touched where live[key] == nil {
      for segment in known.segments {
        guard let record = segment.record(of: key) else { continue }
        live[key] = .stored(segment, record)
        break
      }
    }
    func size(of bodies: some Sequence<Int>) -> Int {
      bodies.reduce(0) { $0 + $1 + CacheSegment.recordSize }
    }
    let liveSize = size(of: live.values.map(\.count))
    let addedSize = size(of: newEntries.values.map(\.count))
    let totalSize = known.segments.reduce(addedSize) { $0 + $1.size }
    let isDue =
      totalSize > 2 * (liveSize + CacheSegment.headerSize) || known.isFull
    guard isDue else { return nil }
    return Rewrite(entries: live, obsolete: Set(known.segments.map(\.name) + known.damaged))
  }

  /// The entries of segments that should become one; nil while there are few.
  private func merge(
    with newEntries: [ContentHash: [UInt8]],
    in known: CacheFolder.Contents
  ) -> Rewrite? {
    let merged = SegmentTiers.due(known.segments.map(\.size)).map { known.segments[$0] }
    guard !merged.isEmpty else { return nil }
    var entries: [ContentHash: CacheSegmentWriter.Body] = newEntries.mapValues { .bytes($0) }
    for segment in merged {
      for record in segment.records {
        switch entries[record.key] {
        case nil: entries[record.key] = .stored(segment, record)
        // Kept twice because one of them is damaged.
        case .stored(let other, let kept)? where other.body(kept) == nil:
          entries[record.key] = .stored(segment, record)
        default: break
        }
      }
    }
    return Rewrite(entries: entries, obsolete: Set(merged.map(\.name)))
  }
}
