/// A part of an index as the whole is put together from it.
struct AssembledPart: Sendable {
  let terms: TermList
  let postings: PostingRuns
  let names: Groups<PostingTable.Name>
  /// As ``IndexPart/popularityLevels``.
  let popularityLevels: [UInt8]
  /// As ``IndexPart/filters``.
  let filters: FilterLists
  /// Give ``IndexPart/documentFiles``, in order; nothing for one that is lost.
  let documentFiles: [@Sendable () -> [UInt8]]

  /// Holds all of the part.
  private init(_ part: IndexPart) {
    self.init(
      part,
      PostingRuns(part.postings.postings),
      documentFiles: part.documentFiles.map { file in { file } }
    )
  }

  /// Leaves postings and files where the part is kept: of a large index they are more than all else.
  private init(
    _ part: IndexPart,
    _ places: IndexPart.Places,
    in store: any IndexStore,
    key: SIMD2<UInt64>
  ) {
    self.init(
      part,
      PostingRuns(part.postings.postings, at: places.postings.lowerBound, in: store, key: key),
      documentFiles: places.documentFiles.map { range in { store.slice(key, range) } }
    )
  }

  private init(
    _ part: IndexPart,
    _ postings: PostingRuns,
    documentFiles: [@Sendable () -> [UInt8]]
  ) {
    terms = part.postings.terms
    self.postings = postings
    names = part.postings.names
    popularityLevels = part.popularityLevels
    filters = part.filters
    self.documentFiles = documentFiles
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
      let (part, places) = IndexPart.decode(bytes, documentCount: records.count)
    {
      self.init(part, places, in: store, key: key)
      return
    }
    let part = IndexPart(records, averages: averages, perFile: perFile)
    guard let store, part.isWhole else {
      self.init(part)
      return
    }
    let (bytes, places) = part.encoded()
    store.keep(bytes, key: key)
    self.init(part, places, in: store, key: key)
  }
}
