/// A part of an index as the whole is put together from it.
struct AssembledPart: Sendable {
  let terms: TermList
  let postings: PostingRuns
  let names: Groups<PostingTable.Name>
  /// As ``IndexPart/popularityLevels``.
  let popularityLevels: [UInt8]
  /// As ``IndexPart/filters``.
  let filters: FilterLists
  /// As ``IndexPart/documentFiles``.
  let documentFiles: [[UInt8]]

  private init(_ part: IndexPart, _ postings: PostingRuns) {
    terms = part.postings.terms
    self.postings = postings
    names = part.postings.names
    popularityLevels = part.popularityLevels
    filters = part.filters
    documentFiles = part.documentFiles
  }

  /// Takes a part from the store, or makes and keeps it.
  ///
  /// - Parameter store: nil to make it and hold all of it.
  init(
    _ records: [IndexRecord],
    averages: Ranking.Averages,
    perFile: Int,
    digest: IndexDigest,
    store: (any IndexStore)?
  ) {
    let key = IndexPart.key(of: records, averages: averages, perFile: perFile, digest: digest)
    if let store, let bytes = store.lookUp(key),
      let part = IndexPart(encoded: bytes, documentCount: records.count)
    {
      let groups = part.postings.postings
      self.init(part, PostingRuns(groups, of: bytes.count, in: store, key: key))
      return
    }
    let part = IndexPart(records, averages: averages, perFile: perFile)
    let groups = part.postings.postings
    guard let store, part.isWhole else {
      self.init(part, PostingRuns(groups))
      return
    }
    let bytes = part.encoded()
    store.keep(bytes, key: key)
    self.init(part, PostingRuns(groups, of: bytes.count, in: store, key: key))
  }
}
