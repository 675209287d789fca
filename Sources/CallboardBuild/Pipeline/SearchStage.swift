import CallboardSearch
import CallboardSite

/// Stage 10: makes the index of search, and of what earlier builds have kept where it can.
struct SearchStage: Sendable {
  let options: SearchOptions
  /// nil to make everything.
  let cache: SearchCache?
  let jobs: Int

  /// - Parameter records: Of all pages that search finds; a caller that gives them away needs less memory.
  /// - Returns: The bytes of the files that were made, and what a revision of the index begins with.
  func run(
    _ records: consuming [IndexRecord],
    into writer: any SiteWriter
  ) throws -> (bytes: Int, outline: [UInt8]) {
    // Of all stages this one needs most, and what it needs comes in place of what came before and of what it has read.
    Machine.releaseFreedMemory()
    let index = SearchIndex.files(
      records,
      options: options,
      digest: SearchCache.digest,
      store: cache
    ) { [jobs] count, body in
      ParallelFor(width: jobs, chunkSize: 1).run(count: count, body)
    }
    let files = index.files
    Machine.releaseFreedMemory()
    let written = try ParallelFor(width: jobs).map(count: files.count) { number in
      try write(files[number], into: writer)
    }
    if let cache, cache.hasLost { throw CacheError.damagedMeanwhile(cache.folder) }
    let entry = index.entry(digests: written.map { SIMD2($0.hash.high, $0.hash.low) })
    try writer.write(OutputFile(path: Self.path(of: entry.path), bytes: entry.bytes))
    return (written.reduce(entry.bytes.count) { $0 + $1.bytes }, index.encodedOutline())
  }

  private func write(
    _ file: IndexFile,
    into writer: any SiteWriter
  ) throws -> (hash: ContentHash, bytes: Int) {
    let path = Self.path(of: file.path)
    let opened = file.open()
    if let key = opened.key, let known = cache?.file(key), try writer.keep(path, hash: known) {
      return (known, 0)
    }
    let bytes = opened.make()
    let hash = try writer.write(OutputFile(path: path, bytes: bytes))
    if let key = opened.key { cache?.keep(file: hash, key: key) }
    return (hash, bytes.count)
  }

  /// The file that says which build of the index this is.
  static let entryFile = path(of: "entry.json")

  /// Where the texts of pages stand, which are written with their pages.
  static let textFolder = ThemeAssets.searchFolder + "x/"

  /// The path of a file of the index below the site's root.
  static func path(of path: String) -> String { ThemeAssets.searchFolder + path }
}
