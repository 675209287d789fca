import CallboardCrawl

/// The contents that a group's commits need, read from the newest commit back until there are too many.
struct BlobBudget {
  /// Contents by git's id; nil for what is too large to be a descriptor.
  private(set) var contents: [String: [UInt8]?] = [:]
  /// The commits whose contents are all known, newest first.
  private(set) var commits: ArraySlice<FileCommit> = []

  /// In bytes: what takes a second or so to parse.
  private static let total = 32 << 20
  private static let file = 8 << 20

  init(_ commits: [FileCommit], from blobs: BlobReader) throws(ReadError) {
    var rest = Self.total
    for (index, commit) in commits.enumerated() {
      for id in commit.changes.lazy.flatMap({ [$0.after, $0.before] }).compactMap(\.self)
      where contents[id] == nil {
        let bytes = try blobs.contents(of: id, limit: Self.file)
        contents[id] = .some(bytes)
        rest -= bytes?.count ?? 0
      }
      guard rest >= 0 else { return }
      self.commits = commits[...index]
    }
  }
}
