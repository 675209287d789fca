package import CallboardSite

/// The files of a site by their paths below its root, such as `docs/index.html`.
///
/// A copy shares all files with its original but for those that were replaced since: of a site of 50,000 files,
/// replacing three costs as much as those three.
package struct MemorySite: Sendable {
  struct Entry: Hashable, Sendable {
    var file: OutputFile
    var hash: ContentHash
  }

  /// Tells sites apart whose files were put together one by one.
  private final class Origin: Sendable {}

  private var entries: [OutputPath: Entry] = [:]
  /// In place of those of the same paths.
  private var replaced: [OutputPath: Entry] = [:]
  private var origin = Origin()
  /// The size of all files.
  private(set) var byteCount = 0

  /// So many replacements that the next one may as well copy everything.
  private static let replacedLimit = 1024

  init() {}

  /// Of several files of one path the last one counts.
  package init(_ files: [OutputFile]) {
    for file in files {
      insert(Entry(file: file, hash: ContentHash(of: file.bytes)), at: OutputPath(file.path))
    }
  }

  package var count: Int { entries.count }

  /// The bytes of one file; nil when there is none of that path.
  package subscript(path: String) -> [UInt8]? { self[OutputPath(path)]?.file.bytes }

  subscript(path: OutputPath) -> Entry? {
    replaced.isEmpty ? entries[path] : replaced[path] ?? entries[path]
  }

  mutating func insert(_ entry: Entry, at path: OutputPath) {
    byteCount += entry.file.bytes.count - (self[path]?.file.bytes.count ?? 0)
    replaced[path] = nil
    entries[path] = entry
    // A site that nobody has copied has nothing in common with another.
    if !isKnownUniquelyReferenced(&origin) { origin = Origin() }
  }

  /// Puts a file in the place of the one of the same path; false when there is none.
  mutating func replace(_ file: OutputFile) -> Bool {
    let path = OutputPath(file.path)
    guard let before = self[path] else { return false }
    byteCount += file.bytes.count - before.file.bytes.count
    replaced[path] = Entry(file: file, hash: ContentHash(of: file.bytes))
    if replaced.count > Self.replacedLimit {
      entries.merge(replaced) { _, new in new }
      replaced = [:]
      origin = Origin()
    }
    return true
  }

  /// All files, sorted by the bytes of their paths.
  package var all: [OutputFile] {
    let current = replaced.isEmpty ? entries : entries.merging(replaced) { _, new in new }
    return current.sorted { $0.key < $1.key }.map(\.value.file)
  }

  /// The paths of files of an earlier site that have other bytes here or are gone, in no order.
  ///
  /// - Complexity: Linear in the files of both; of copies of one site, in those that were replaced.
  package func pathsChanged(since earlier: MemorySite) -> [String] {
    let candidates: any Collection<OutputPath> =
      origin === earlier.origin
      ? Set(replaced.keys).union(earlier.replaced.keys) : earlier.entries.keys
    return candidates.compactMap { path in
      guard let before = earlier[path], self[path]?.hash != before.hash else { return nil }
      return before.file.path
    }
  }
}
