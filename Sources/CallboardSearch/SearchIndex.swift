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

  /// The words of one record, which depend on nothing else: safe to run in parallel and to cache.
  ///
  /// - Complexity: linear in the bytes of the record.
  package static func tokenize(
    _ record: SearchRecord,
    options: SearchOptions = SearchOptions()
  ) -> RecordTokens {
    var tokenizer = RecordTokenizer(language: options.language)
    return tokenizer.tokenize(record, excerptLength: options.excerptLength)
  }

  /// The text of one record, for excerpts, in a few files; none where it has no text. Belongs to the index as well,
  /// but depends on nothing else, so that it can be written as soon as the record is there.
  package static func texts(of record: SearchRecord) -> [SearchFile] {
    TextFiles.files(of: record)
  }

  /// The files of the index but for the texts, sorted by path. The order of `tokens` does not matter; a caller that
  /// gives them away needs less memory.
  ///
  /// - Parameter loop: Runs the parts that need nothing of each other. Their cost differs and each is
  ///   worth a thread's while, so it should hand them out one at a time. The bytes are the same with
  ///   any loop; without one, the calling thread does it all.
  package static func assemble(
    _ tokens: consuming [RecordTokens],
    options: SearchOptions = SearchOptions(),
    concurrently loop: @escaping ConcurrentLoop = { count, body in
      for index in 0..<count { body(index) }
    }
  ) -> [SearchFile] {
    IndexAssembler(tokens, options: options, map: ConcurrentMap(loop: loop)).files()
  }
}
