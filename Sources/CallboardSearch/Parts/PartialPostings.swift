/// The occurrences of terms in a range of documents, grouped by term. Documents are counted from the first of them.
struct PartialPostings: Sendable {
  /// What a term's occurrences in one document come to. Without padding, since it is kept and hashed as it lies in memory.
  struct Entry: BitwiseCopyable, Sendable {
    var document: UInt16
    /// As ``PostingTable/Posting/impact``.
    var impact: UInt8
    /// As ``PostingTable/Posting/fine``.
    var fine: UInt8
    /// As ``PostingTable/Posting/sections``.
    var sections: UInt32
    /// As ``PostingTable/Posting/follows``.
    var follows: UInt32
  }

  let terms: TermList
  /// By the term's number in `terms`.
  let postings: Groups<Entry>
  let names: Groups<PostingTable.Name>

  init(terms: TermList, postings: Groups<Entry>, names: Groups<PostingTable.Name>) {
    self.terms = terms
    self.postings = postings
    self.names = names
  }

  /// - Complexity: linear but for the sorting of terms.
  init(_ words: [RecordWords], averages: Ranking.Averages) {
    var table = TermTable(capacity: 1 << 13)
    var postings = Groups<Entry>.Builder(capacity: words.reduce(0) { $0 + $1.termCount })
    var names = Groups<PostingTable.Name>.Builder(capacity: words.count * 16)
    for (document, record) in words.enumerated() {
      let normalizers = Ranking.Normalizers(record.lengths, averages: averages)
      record.terms.withUnsafeBufferPointer { bytes in
        var reader = NumberReader(bytes: bytes, offset: 0)
        for _ in 0..<record.termCount {
          let count = min(reader.next(), bytes.count - reader.offset)
          let start = reader.offset
          let term = table.number(of: UnsafeBufferPointer(rebasing: bytes[start..<start + count]))
          reader.offset += count
          postings.append(Self.entry(&reader, document: document, normalizers), to: term)
          for _ in 0..<reader.next() {
            let name = PostingTable.Name(
              document: UInt32(truncatingIfNeeded: document),
              field: UInt32(truncatingIfNeeded: reader.next()),
              length: UInt16(clamping: reader.next()),
              cover: UInt8(clamping: reader.next()),
              lead: UInt8(clamping: reader.next())
            )
            names.append(name, to: term)
          }
        }
      }
    }
    let order = table.sortedNumbers()
    terms = TermList(table, order: order)
    self.postings = postings.grouped(in: order)
    self.names = names.grouped(in: order)
  }

  private static func entry(
    _ reader: inout NumberReader,
    document: Int,
    _ normalizers: Ranking.Normalizers
  ) -> Entry {
    let frequencies = Ranking.Frequencies(
      title: reader.next(),
      heading: reader.next(),
      metadata: reader.next(),
      body: reader.next()
    )
    let (sections, follows) = (reader.nextBits(), reader.nextBits())
    return Entry(
      document: UInt16(truncatingIfNeeded: document),
      impact: UInt8(Ranking.impact(frequencies, normalizers: normalizers)),
      fine: Follow.isOneWord(follows) ? UInt8(truncatingIfNeeded: reader.next()) : 0,
      sections: sections,
      follows: follows
    )
  }
}

extension NumberReader {
  /// A count and as many numbers below 32, as bits.
  fileprivate mutating func nextBits() -> UInt32 {
    var bits: UInt32 = 0
    for _ in 0..<next() { bits |= 1 &<< UInt32(truncatingIfNeeded: next()) }
    return bits
  }
}
