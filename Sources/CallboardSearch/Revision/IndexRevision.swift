/// Makes those files of an index again that change when the words of a few documents do; the rest of the index is not
/// looked at.
///
/// Gives what assembling the whole index would give, or nothing where only that can tell: the list of a very common word
/// has the best documents only, and who comes after them is not known; or the shards would be cut elsewhere.
package struct IndexRevision {
  /// A document with other words.
  struct Document {
    /// From 0, in the order of the index.
    var number: Int
    var before: RecordTokens
    var after: RecordTokens
  }

  private let records: [IndexRecord]
  private let documents: [Document]
  private let options: SearchOptions
  private let averages: Ranking.Averages

  /// - Parameters:
  ///   - before: All records of the index, in its order.
  ///   - revised: The records that are others now, with their places. They tell the same but for text and description.
  /// - Returns: nil when the words of one are lost, or every posting would weigh something else.
  package init?(
    of before: [IndexRecord],
    revised: [Int: IndexRecord],
    options: SearchOptions
  ) {
    var records = before
    var documents: [Document] = []
    for (number, record) in revised.sorted(by: { $0.key < $1.key }) {
      guard let old = RecordTokens(encoded: before[number].encoded),
        let new = RecordTokens(encoded: record.encoded)
      else { return nil }
      records[number] = record
      documents.append(Document(number: number, before: old, after: new))
    }
    averages = Ranking.Averages(records)
    guard averages == Ranking.Averages(before) else { return nil }
    self.records = records
    self.documents = documents
    self.options = options
  }

  /// The files that may be others than before, but for the entry; nil when the whole index has to be assembled.
  ///
  /// - Parameters:
  ///   - outline: As ``IndexFiles/encodedOutline()`` gave it.
  ///   - file: The bytes of a file of the index, by its path.
  package func files(
    since outline: [UInt8],
    file: (String) -> [UInt8]?
  ) -> (files: [SearchFile], outline: [UInt8])? {
    guard let outline = IndexOutline(encoded: outline) else { return nil }
    let changes = TermChange.all(of: documents, averages: averages)
    guard let revised = outline.revised(by: changes, options),
      let shards = shards(of: changes, outline, file),
      let vocabulary = vocabulary(revised.counts, since: outline.counts, changes)
    else { return nil }
    return (documentFiles() + shards + vocabulary, revised.encoded())
  }

  /// The entry of the index whose files have these digests, by path.
  ///
  /// - Parameter earlier: The entry before.
  package func entry(digests: [SIMD2<UInt64>], since earlier: [UInt8]) -> SearchFile? {
    let mark = Array(#""build":""#.utf8)
    let quote = UInt8(ascii: "\"")
    guard let found = earlier.firstRange(of: mark),
      let end = earlier[found.upperBound...].firstIndex(of: quote)
    else { return nil }
    var bytes = earlier
    let build = IndexFiles.build(digests: digests, textHashes: records.map(\.textHash))
    bytes.replaceSubrange(found.upperBound..<end, with: build.utf8)
    return SearchFile(path: "entry.json", bytes: bytes)
  }

  private func documentFiles() -> [SearchFile] {
    let perFile = max(1, options.documentsPerFile)
    return Set(documents.map { $0.number / perFile }).sorted().flatMap { file in
      let range = file * perFile..<min(records.count, (file + 1) * perFile)
      let items = records[range].compactMap { record in
        RecordTokens(encoded: record.encoded).map(DocumentFiles.Item.init)
      }
      return DocumentFiles.contents(items, perFile: perFile).map {
        SearchFile(path: DocumentFiles.path(file), bytes: $0)
      }
    }
  }

  private func shards(
    of changes: [TermChange],
    _ outline: IndexOutline,
    _ file: (String) -> [UInt8]?
  ) -> [SearchFile]? {
    var files: [SearchFile] = []
    let byShard = Dictionary(grouping: changes) { outline.shard(of: $0.term) }
    for (shard, changes) in byShard.sorted(by: { $0.key < $1.key }) {
      let path = TermShards.path(shard)
      guard let bytes = file(path),
        let revised = RevisedShard(bytes, options)?.bytes(with: changes)
      else { return nil }
      files.append(SearchFile(path: path, bytes: revised))
    }
    return files
  }

  /// All files of the vocabulary if a word of it weighs something else; nil if they would be cut elsewhere.
  private func vocabulary(
    _ counts: TermCounts,
    since earlier: TermCounts,
    _ changes: [TermChange]
  ) -> [SearchFile]? {
    func weight(of term: ArraySlice<UInt8>, in counts: TermCounts) -> UInt8? {
      guard let number = counts.terms.number(of: term) else { return nil }
      return VocabularyShards.weight(
        of: term,
        frequency: counts.postingCount(of: number),
        isName: counts.nameCount(of: number) > 0
      )
    }
    let isOther = changes.contains { change in
      weight(of: change.term, in: earlier) != weight(of: change.term, in: counts)
    }
    guard isOther else { return [] }
    let revised = VocabularyShards(counts, map: .inOrder)
    guard revised.separators == VocabularyShards(earlier, map: .inOrder).separators else {
      return nil
    }
    return revised.files.map { SearchFile(path: $0.path, bytes: $0.open().make()) }
  }
}

extension IndexOutline {
  /// After some changes; nil when the shards or the lists of names would be others.
  fileprivate func revised(by changes: [TermChange], _ options: SearchOptions) -> IndexOutline? {
    var revised = self
    revised.counts.apply(changes)
    for change in changes {
      guard !change.concernsTitles else { return nil }
      for length in 1...max(1, change.term.count) {
        let prefix = change.term.prefix(length)
        let isWide = isWide(prefix, options)
        guard isWide == revised.isWide(prefix, options) else { return nil }
        if !isWide { break }
      }
    }
    let stands = revised.planStands(changed: changes.map(\.term), since: counts, options)
    return stands ? revised : nil
  }
}

extension TermCounts {
  /// Adds terms that are new and drops those that no document has any more.
  fileprivate mutating func apply(_ changes: [TermChange]) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var (postings, names) = ([UInt32](), [UInt32]())
    bytes.reserveCapacity(terms.bytes.count + 256)
    let capacity = count + changes.count
    ends.reserveCapacity(capacity)
    postings.reserveCapacity(capacity)
    names.reserveCapacity(capacity)
    func keep(_ range: Range<Int>) {
      guard let first = range.first, let last = range.last else { return }
      let from = terms.range(first).lowerBound
      let shift = UInt32(truncatingIfNeeded: bytes.count) &- UInt32(truncatingIfNeeded: from)
      bytes += terms.bytes[from..<terms.range(last).upperBound]
      for end in terms.ends[range] { ends.append(end &+ shift) }
      postings += self.postings[range]
      names += self.names[range]
    }
    var next = 0
    for change in changes {
      let place = terms.countBelow(change.term)
      keep(next..<place)
      next = place
      var (postingCount, nameCount) = (change.addedPostings, change.addedNames)
      if place < count, terms[place].elementsEqual(change.term) {
        postingCount += self.postingCount(of: place)
        nameCount += self.nameCount(of: place)
        next += 1
      }
      guard postingCount > 0 else { continue }
      bytes += change.term
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      postings.append(UInt32(truncatingIfNeeded: postingCount))
      names.append(UInt32(truncatingIfNeeded: max(0, nameCount)))
    }
    keep(next..<count)
    self = TermCounts(terms: TermList(sorted: bytes, ends: ends), postings: postings, names: names)
  }
}
