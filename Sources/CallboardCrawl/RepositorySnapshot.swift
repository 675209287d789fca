/// One repository as the build sees it: a list of files, and their contents on demand.
///
/// May be used from several threads at once.
package final class RepositorySnapshot: Sendable {
  package let name: String
  /// The commit's full id. In a working copy that of `HEAD`, whose files may have been changed
  /// since; nil for a folder without git and before a repository's first commit.
  package let revision: String?
  /// The branch, tag or commit that was read; nil when there is no revision.
  package let ref: RepositoryReference?
  /// Whether a working copy's files differ from those that git tracks: changed, added or missing.
  /// nil when that is not known without reading them. Never true for a clone.
  package let isDirty: Bool?
  /// nil for a repository that is on no server.
  package let forge: Forge?
  /// Sorted by the bytes of their paths.
  package let files: [SourceFile]

  let contents: RepositoryContents
  private let limits: CrawlLimits

  init(
    _ location: RepositoryLocation,
    listing: FolderListing,
    contents: RepositoryContents,
    state: State,
    limits: CrawlLimits
  ) {
    name = location.name
    revision = state.revision
    ref = state.ref
    isDirty = state.isDirty
    forge = state.forge
    files = listing.files
    self.contents = contents
    self.limits = limits
  }

  /// What is known about a repository besides its files.
  struct State {
    var revision: String?
    var ref: RepositoryReference?
    var isDirty: Bool?
    var forge: Forge?
  }

  /// The file of a path, spelled exactly so; nil if the repository lists none.
  ///
  /// - Complexity: O(log *n*) in the number of files.
  package func file(at path: String) -> SourceFile? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = low + (high - low) / 2
      if files[middle].path.precedesInBytes(path) { low = middle + 1 } else { high = middle }
    }
    guard low < files.count, files[low].path.hasSameBytes(as: path) else { return nil }
    return files[low]
  }

  /// Reads a listed file. What is not listed is not read, wherever it may be: neither an ignored
  /// file nor one outside. Neither are files that hold secrets.
  ///
  /// The limit is in bytes; nil stands for the general one, which no other can exceed.
  package func contents(of path: String, limit: Int? = nil) throws(ReadError) -> [UInt8] {
    guard let file = file(at: path) else { throw .notFound }
    guard !SecretFile.isSecret(path) else { throw .secret }
    let limit = min(limit ?? limits.fileBytes, limits.fileBytes)
    guard file.size <= limit else { throw .tooLarge(bytes: file.size, limit: limit) }
    return try contents.read(file, limit: limit)
  }
}
