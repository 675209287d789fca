import CallboardJSON

/// Turns the words of all records into the files of the index.
struct IndexAssembler {
  /// Without their words.
  private let tokens: [RecordTokens]
  private let words: WordParts
  let options: SearchOptions
  let averages: Ranking.Averages
  let map: ConcurrentMap

  /// The words of the tokens are given up as they are read, if nobody else holds them.
  init(_ tokens: consuming [RecordTokens], options: SearchOptions, map: ConcurrentMap) {
    var tokens = tokens
    tokens.sort {
      $0.document.url.utf8.lexicographicallyPrecedes($1.document.url.utf8)
    }
    averages = Ranking.Averages(tokens)
    words = WordParts(takenFrom: &tokens)
    self.tokens = tokens
    self.options = options
    self.map = map
  }

  /// Sorted by path.
  func files() -> [SearchFile] {
    let documents = tokens.map(\.document)
    let filters = FilterLists(documents, map: map)
    let table = PostingTable(words, averages: averages, map: map)

    let terms = TermShards(
      table: table,
      filters: filters.keys(),
      popularityLevels: documents.map { UInt8($0.popularityLevel) },
      options: options,
      map: map
    )
    let vocabulary = VocabularyShards(table: table, map: map)
    var files = terms.files + vocabulary.files
    files += DocumentFiles.files(tokens, perFile: max(1, options.documentsPerFile), map: map)
    files += FacetFiles.files(filters, documentCount: documents.count, map: map)
    files.append(
      EntryFile(
        documents: documents.count,
        options: options,
        averages: averages,
        filters: filters,
        terms: terms,
        vocabulary: vocabulary,
        build: Self.buildID(files, texts: tokens.map(\.textHash))
      ).file()
    )
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Changes when any file does. Clients add it to the address of each file, so that a cache never
  /// mixes two builds. No defence against anyone: FNV-1a.
  private static func buildID(_ files: [SearchFile], texts: [UInt64]) -> String {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in files {
      file.bytes.withUnsafeBufferPointer { bytes in
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
      }
    }
    for hash in texts { state = (state ^ hash) &* 0x100_0000_01B3 }
    return String(state, radix: 36)
  }
}
