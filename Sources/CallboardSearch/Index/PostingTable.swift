/// All occurrences of all terms, grouped by term; documents ascend within a term.
///
/// Terms have the numbers of `terms`. Postings lie in their order, too, so that who goes through the terms reads memory from front to back.
struct PostingTable {
  /// What a term's occurrences in one document come to.
  struct Posting: Hashable, Sendable {
    var document: UInt32
    /// A bit for each section that has the term, section 0 lowest.
    var sections: UInt32
    /// A bit for each `Follow` of the term.
    var follows: UInt32
    /// See `Ranking.impact`.
    var impact: UInt8
    /// See `Follow.fine`; 0 where the document has none.
    var fine: UInt8

    /// Whether one word alone follows, and `fine` says more about it.
    var isBeforeOneWord: Bool { Follow.isOneWord(follows) }
  }

  /// A name or heading that a term is part of.
  /// Without padding, since it is kept and hashed as it lies in memory.
  struct Name: BitwiseCopyable, Sendable {
    var document: UInt32
    var field: UInt32
    var length: UInt16
    var cover: UInt8
    /// See `StopWords.lead(_:)`.
    var lead: UInt8
  }

  let terms: TermList
  let counts: TermCounts
  /// Of consecutive ranges of documents, in order.
  private let parts: [Part]

  private struct Part: Sendable {
    /// The number of its first document.
    var start: UInt32
    var postings: PostingRuns
    var names: Groups<Name>
  }

  /// - Complexity: Linear but for the sorting of terms; 8 bytes for each term of each part, and 12 for each posting that no
  ///   part keeps elsewhere.
  init(_ drafts: [AssembledPart], vocabulary: MergedTerms, starts: [Int], map: ConcurrentMap) {
    let (terms, numbers) = (vocabulary.terms, vocabulary.numbers)
    self.terms = terms
    parts = map(drafts.count) { index in
      Part(
        start: UInt32(truncatingIfNeeded: starts[index]),
        postings: drafts[index].postings.spread(to: numbers[index], of: terms.count),
        names: drafts[index].names.spread(to: numbers[index], of: terms.count)
      )
    }
    counts = TermCounts(
      terms: terms,
      postings: Self.counts(drafts.map(\.postings.starts), numbers, of: terms.count),
      names: Self.counts(drafts.map(\.names.starts), numbers, of: terms.count)
    )
  }

  private static func counts(_ starts: [[UInt32]], _ numbers: [[UInt32]], of count: Int) -> [UInt32]
  {
    var counts = Array(repeating: UInt32(0), count: count)
    for (starts, numbers) in zip(starts, numbers) {
      for (group, number) in numbers.enumerated() {
        counts[Int(number)] += starts[group + 1] - starts[group]
      }
    }
    return counts
  }

  /// The postings of neighbouring terms.
  func window(_ terms: Range<Int>) -> PostingWindow {
    PostingWindow(
      first: terms.lowerBound,
      parts: parts.map { part in
        PostingWindow.Part(
          start: part.start,
          starts: part.postings.starts[terms.lowerBound...terms.upperBound],
          entries: part.postings.entries(of: terms)
        )
      }
    )
  }

  /// In the order of documents.
  func appendNames(of term: Int, to output: inout [Name]) {
    for part in parts {
      part.names.forEach(in: term) { name in
        var name = name
        name.document += part.start
        output.append(name)
      }
    }
  }

  /// Appends all that is known of consecutive terms, for a digest: equal terms with equal occurrences give equal bytes,
  /// and no others do.
  func appendContents(of range: Range<Int>, to bytes: inout [UInt8]) {
    bytes.appendPlain(range.map { UInt32(terms.range($0).count) })
    for term in range { bytes += terms[term] }
    let window = window(range)
    for (number, part) in parts.enumerated() {
      bytes.appendPlain([part.start])
      window.appendContents(ofPart: number, to: &bytes)
      part.names.appendContents(of: range, to: &bytes)
    }
  }
}

extension Groups where Value: BitwiseCopyable {
  /// Appends how many values each of some groups has, and the values as they lie in memory.
  fileprivate func appendContents(of range: Range<Int>, to bytes: inout [UInt8]) {
    let first = starts[range.lowerBound]
    bytes.appendPlain(starts[range.lowerBound...range.upperBound].map { $0 - first })
    values.withUnsafeBytes { raw in
      let stride = MemoryLayout<Value>.stride
      bytes += raw[Int(first) * stride..<Int(starts[range.upperBound]) * stride]
    }
  }
}
