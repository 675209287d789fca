/// Builds the prebuilt index that the browser searches; docs/reference/search-index.md has the format.
package enum SearchIndex {
  /// The version of the file format. A client refuses any other.
  package static let formatVersion = 1

  /// The index of `records` in one call, with their texts.
  package static func build(
    _ records: [SearchRecord],
    options: SearchOptions = SearchOptions()
  ) -> [SearchFile] {
    let files = assemble(records.map { tokenize($0, options: options) }, options: options)
    return (files + records.flatMap(texts))
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The words of one record; whoever has many keeps a ``RecordTokenizer``.
  package static func tokenize(
    _ record: SearchRecord,
    options: SearchOptions = SearchOptions()
  ) -> RecordTokens {
    var tokenizer = RecordTokenizer(options)
    return tokenizer.tokenize(record)
  }

  /// The text of one record, for excerpts, in a few files; none where it has no text. Belongs to the index as well,
  /// but depends on nothing else, so that it can be written as soon as the record is there.
  package static func texts(of record: SearchRecord) -> [SearchFile] {
    TextFiles.files(of: record)
  }

  /// The files of the index but for the texts. The order of `records` does not matter; a caller that gives them away
  /// needs less memory.
  ///
  /// - Parameters:
  ///   - store: Where an earlier index has left what it was made from; nil to make all anew. The bytes are the same.
  ///   - loop: Runs the parts that need nothing of each other. Their cost differs and each is
  ///     worth a thread's while, so it should hand them out one at a time. The bytes are the same with
  ///     any loop; without one, the calling thread does it all.
  package static func files(
    _ records: consuming [IndexRecord],
    options: SearchOptions = SearchOptions(),
    digest: @escaping IndexDigest = SearchIndex.digest,
    store: (any IndexStore)? = nil,
    concurrently loop: @escaping ConcurrentLoop = { count, body in
      for index in 0..<count { body(index) }
    }
  ) -> IndexFiles {
    IndexAssembler(
      records,
      options: options,
      digest: digest,
      store: store,
      map: ConcurrentMap(loop: loop)
    ).files()
  }

  /// The bytes of ``files(_:options:digest:store:concurrently:)`` and the entry, sorted by path.
  package static func assemble(
    _ tokens: [RecordTokens],
    options: SearchOptions = SearchOptions(),
    concurrently loop: @escaping ConcurrentLoop = { count, body in
      for index in 0..<count { body(index) }
    }
  ) -> [SearchFile] {
    let records = tokens.map { IndexRecord($0, digest: Self.digest) }
    let index = files(records, options: options, concurrently: loop)
    let made = index.files.map { SearchFile(path: $0.path, bytes: $0.open().make()) }
    let digests = made.map { $0.bytes.withUnsafeBytes { Self.digest($0) } }
    return (made + [index.entry(digests: digests)])
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// 64-bit FNV-1a, for who has no better hash. No defence against anyone.
  package static let digest: IndexDigest = { bytes in
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return SIMD2(state, UInt64(bytes.count))
  }
}
