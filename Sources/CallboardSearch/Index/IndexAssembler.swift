/// Turns the words of all records into the files of the index.
struct IndexAssembler {
  private let records: RecordParts
  private let textHashes: [UInt64]
  let options: SearchOptions
  let averages: Ranking.Averages
  let digest: IndexDigest
  let store: (any IndexStore)?
  let map: ConcurrentMap

  /// The words are given up as they are read, if nobody else holds them.
  ///
  /// - Parameter store: Where parts come from that have not changed; nil to make all.
  init(
    _ records: consuming [IndexRecord],
    options: SearchOptions,
    digest: @escaping IndexDigest,
    store: (any IndexStore)?,
    map: ConcurrentMap
  ) {
    var records = records
    records.sort { $0.precedes($1) }
    averages = Ranking.Averages(records)
    textHashes = records.map(\.textHash)
    self.records = RecordParts(records, perFile: max(1, options.documentsPerFile))
    self.options = options
    self.digest = digest
    self.store = store
    self.map = map
  }

  func files() -> IndexFiles {
    let perFile = max(1, options.documentsPerFile)
    let parts = map(records.count) { [records, averages, digest, store] index in
      AssembledPart(
        records.take(index),
        averages: averages,
        perFile: perFile,
        digest: digest,
        store: store
      )
    }
    let starts = records.starts
    let documentCount = textHashes.count
    let filters = FilterLists(zip(starts, parts).map { ($0, $1.filters) })
    let popularityLevels = parts.flatMap(\.popularityLevels)
    let documents = parts.flatMap(\.documentFiles).enumerated().map { number, make in
      IndexFile(path: DocumentFiles.path(number), make: make)
    }
    // The last use of the parts: their own lists of terms, which are merged now, are let go.
    let table = PostingTable(
      parts,
      vocabulary: MergedTerms(of: parts.map(\.terms), digest: digest, store: store),
      starts: starts
    )

    let terms = TermShards(
      table: table,
      filters: filters.keys(),
      popularityLevels: popularityLevels,
      options: options,
      digest: digest
    )
    let vocabulary = VocabularyShards(table.counts, map: map)
    let facets = FacetFiles.files(filters, documentCount: documentCount, map: map)
    return IndexFiles(
      terms.files + vocabulary.files + documents + facets,
      textHashes: textHashes,
      outline: terms.outline
    ) { [options, averages] build in
      EntryFile(
        documents: documentCount,
        options: options,
        averages: averages,
        filters: filters,
        terms: terms,
        vocabulary: vocabulary,
        build: build
      ).file()
    }
  }
}
