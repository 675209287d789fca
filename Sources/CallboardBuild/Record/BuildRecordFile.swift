import Glibc

/// Where the record of the builds into one output folder is kept.
struct BuildRecordFile: Sendable {
  private let folder: CacheFolder
  private let name: String
  private let textsName: String

  /// - Parameters:
  ///   - cacheFolder: The folder of what is kept between builds.
  ///   - output: The output folder as the operator gave it.
  init(cacheFolder: String, output: String) {
    folder = CacheFolder(path: cacheFolder + "/builds")
    name = "\(ContentHash(of: output)).record"
    textsName = "\(ContentHash(of: output)).texts"
  }

  /// What was kept for a build of edited texts, if it belongs to an output folder as a build left it.
  func loadTexts(of output: OutputIdentity) -> KeptTexts? {
    folder.contents(of: textsName).flatMap { KeptTexts($0, of: output) }
  }

  /// Replaces what is kept for a build of edited texts.
  func save(_ texts: KeptTexts, of output: OutputIdentity) {
    try? folder.replace(textsName, with: texts.encoded(of: output))
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
