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
    var builder = Builder(averages: averages, documentCount: words.count)
    for record in words { builder.append(record) }
    self.init(builder)
  }

  private init(_ builder: consuming Builder) {
    let order = builder.table.sortedNumbers()
    terms = TermList(builder.table, order: order)
    postings = builder.postings.grouped(in: order)
    names = builder.names.grouped(in: order)
  }

  /// Takes the words of one document after the other, so that those of all need not be held.
  struct Builder {
    fileprivate var table = TermTable(capacity: 1 << 13)
    fileprivate var postings = Groups<Entry>.Builder(capacity: 0)
    fileprivate var names: Groups<PostingTable.Name>.Builder
    private let averages: Ranking.Averages
    private let documentCount: Int
    private var document = 0

    /// - Parameter documentCount: How many will be taken at most.
    init(averages: Ranking.Averages, documentCount: Int) {
      self.averages = averages
      self.documentCount = documentCount
      names = Groups<PostingTable.Name>.Builder(capacity: documentCount * 16)
    }

    mutating func append(_ record: RecordWords) {
      reserve(for: record)
      let normalizers = Ranking.Normalizers(record.lengths, averages: averages)
      record.terms.withUnsafeBufferPointer { bytes in
        var reader = NumberReader(bytes: bytes, offset: 0)
        for _ in 0..<record.termCount {
          let count = min(reader.next(), bytes.count - reader.offset)
          let start = reader.offset
          let term = table.number(of: UnsafeBufferPointer(rebasing: bytes[start..<start + count]))
          reader.offset += count
          postings.append(PartialPostings.entry(&reader, document: document, normalizers), to: term)
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
      document += 1
    }

    /// All are about as long as the first ones: growing step by step would copy what is there, and leave half of the room
    /// unused.
    private mutating func reserve(for record: RecordWords) {
      let sample = min(documentCount, 64)
      if document == 0 {
        postings.reserveCapacity(sample * record.termCount)
      } else if document == sample {
        postings.reserveCapacity(postings.count / sample * documentCount * 9 / 8)
      }
    }

    consuming func finish() -> PartialPostings { PartialPostings(self) }
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
      impact: UInt8(normalizers.impact(frequencies)),
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
