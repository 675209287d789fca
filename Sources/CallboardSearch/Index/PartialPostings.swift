/// The occurrences of terms in a range of documents, grouped by term.
struct PartialPostings: Sendable {
  let terms: TermList
  /// By the term's number in `terms`.
  let postings: Groups<PostingTable.Posting>
  let names: Groups<PostingTable.Name>

  /// - Complexity: linear but for the sorting of terms.
  init(_ words: [RecordWords], firstDocument: Int, averages: Ranking.Averages) {
    var table = TermTable(capacity: 1 << 13)
    var postings = Groups<PostingTable.Posting>.Builder(
      capacity: words.reduce(0) { $0 + $1.termCount }
    )
    var names = Groups<PostingTable.Name>.Builder(capacity: words.count * 16)
    for (offset, record) in words.enumerated() {
      let document = firstDocument + offset
      let normalizers = Ranking.Normalizers(record.lengths, averages: averages)
      let number = UInt32(truncatingIfNeeded: document)
      record.terms.withUnsafeBufferPointer { bytes in
        var reader = NumberReader(bytes: bytes, offset: 0)
        for _ in 0..<record.termCount {
          let count = reader.next()
          let start = reader.offset
          let term = table.number(of: UnsafeBufferPointer(rebasing: bytes[start..<start + count]))
          reader.offset += count
          postings.append(Self.posting(&reader, document: number, normalizers), to: term)
          for _ in 0..<reader.next() {
            let name = PostingTable.Name(
              document: number,
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

  private static func posting(
    _ reader: inout NumberReader,
    document: UInt32,
    _ normalizers: Ranking.Normalizers
  ) -> PostingTable.Posting {
    let frequencies = Ranking.Frequencies(
      title: reader.next(),
      heading: reader.next(),
      metadata: reader.next(),
      body: reader.next()
    )
    var posting = PostingTable.Posting(
      document: document,
      sections: reader.nextBits(),
      follows: reader.nextBits(),
      impact: UInt8(Ranking.impact(frequencies, normalizers: normalizers)),
      fine: 0
    )
    if posting.isBeforeOneWord { posting.fine = UInt8(truncatingIfNeeded: reader.next()) }
    return posting
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
