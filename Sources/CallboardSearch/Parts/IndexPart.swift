/// What consecutive documents bring into an index: it depends on them and the average lengths alone, so it is kept.
struct IndexPart: Sendable {
  let postings: PartialPostings
  /// Whether the words of all its documents were there: of any other part nothing may be kept.
  let isWhole: Bool
  /// See ``SearchDocument/popularityLevel``; one for each document.
  let popularityLevels: [UInt8]
  /// Documents are counted from the first of the part.
  let filters: FilterLists
  /// The contents of the files `d/<n>.json` of these documents, in order.
  let documentFiles: [[UInt8]]

  init(
    postings: PartialPostings,
    popularityLevels: [UInt8],
    filters: FilterLists,
    documentFiles: [[UInt8]]
  ) {
    isWhole = true
    self.postings = postings
    self.popularityLevels = popularityLevels
    self.filters = filters
    self.documentFiles = documentFiles
  }

  /// Reads the words of records.
  init(_ records: [IndexRecord], averages: Ranking.Averages, perFile: Int) {
    var builder = PartialPostings.Builder(averages: averages, documentCount: records.count)
    var listed: [DocumentFiles.Item] = []
    listed.reserveCapacity(records.count)
    for record in records {
      guard let tokens = RecordTokens(encoded: record.encoded) else { continue }
      builder.append(tokens.words)
      listed.append(DocumentFiles.Item(tokens))
    }
    postings = builder.finish()
    let documents = listed.map(\.document)
    isWhole = documents.count == records.count
    // Whoever has lost words has no use for the index, but gets to its end.
    let lost = records.count - documents.count
    popularityLevels =
      documents.map { UInt8($0.popularityLevel) } + Array(repeating: 0, count: lost)
    filters = FilterLists(documents)
    documentFiles = DocumentFiles.contents(listed, perFile: perFile)
  }

  /// Tells a part from all that may differ from it.
  static func key(
    of records: [IndexRecord],
    averages: Ranking.Averages,
    perFile: Int,
    digest: IndexDigest
  ) -> SIMD2<UInt64> {
    var parts = [
      averages.title.bitPattern, averages.heading.bitPattern, averages.body.bitPattern,
      UInt64(perFile), UInt64(records.count),
    ]
    parts.reserveCapacity(parts.count + records.count * 2)
    for record in records { parts += [record.digest.x, record.digest.y] }
    return parts.withUnsafeBytes { digest($0) }
  }
}
