import Glibc

/// Where the record of the builds into one output folder is kept.
struct BuildRecordFile: Sendable {
  private let folder: CacheFolder
  private let name: String

  /// - Parameters:
  ///   - cacheFolder: The folder of what is kept between builds.
  ///   - output: The output folder as the operator gave it.
  init(cacheFolder: String, output: String) {
    folder = CacheFolder(path: cacheFolder + "/builds")
    name = "\(ContentHash(of: output)).record"
  }

  /// The record if there is one of that key.
  func load(key: ContentHash) -> BuildRecord? {
    folder.contents(of: name).flatMap { BuildRecord($0, key: key) }
  }

  /// Replaces the record. Without one the next build is a whole one, so a failure is nobody's concern; the rendered
  /// pages report a cache that cannot be written.
  func save(_ record: BuildRecord) {
    try? folder.replace(name, with: record.encoded())
  }
}
