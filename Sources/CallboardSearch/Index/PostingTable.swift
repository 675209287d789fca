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
    /// See ``Ranking/Normalizers/impact(_:)``.
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

  fileprivate struct Part: Sendable {
    /// The number of its first document.
    var start: UInt32
    /// Of its own terms among all; ascending.
    var numbers: [UInt32]
    /// Of its own terms.
    var postings: PostingRuns
    /// Of its own terms.
    var names: Groups<Name>
  }

  /// - Complexity: Linear; 12 bytes for each term that a part has, and 12 for each posting that no part keeps elsewhere.
  init(_ drafts: [AssembledPart], vocabulary: MergedTerms, starts: [Int]) {
    let (terms, numbers) = (vocabulary.terms, vocabulary.numbers)
    self.terms = terms
    parts = drafts.indices.map { index in
      Part(
        start: UInt32(truncatingIfNeeded: starts[index]),
        numbers: numbers[index],
        postings: drafts[index].postings,
        names: drafts[index].names
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

  /// All that is known of neighbouring terms.
  func window(_ terms: Range<Int>) -> PostingWindow {
    PostingWindow(
      first: terms.lowerBound,
      parts: parts.map { part in
        let own = part.terms(in: terms)
        let places = part.numbers[own].map { $0 - UInt32(truncatingIfNeeded: terms.lowerBound) }
        return PostingWindow.Part(
          start: part.start,
          postingStarts: part.postings.starts[own.lowerBound...own.upperBound]
            .spread(to: places, of: terms.count),
          postings: part.postings.entries(of: own),
          nameStarts: part.names.starts[own.lowerBound...own.upperBound]
            .spread(to: places, of: terms.count),
          names: part.names[own]
        )
      }
    )
  }

  /// The names that neighbouring terms are part of: by part of the index, and by term within it.
  func names(of terms: Range<Int>) -> [Name] {
    parts.flatMap { part in
      part.names[part.terms(in: terms)].map { $0.counted(from: part.start) }
    }
  }

  /// Appends all that is known of consecutive terms, for a digest: equal terms with equal occurrences give equal bytes,
  /// and no others do.
  ///
  /// - Parameter window: Of these terms, and others as well.
  func appendContents(of range: Range<Int>, _ window: PostingWindow, to bytes: inout [UInt8]) {
    guard let last = range.last else { return }
    bytes.appendPlain(range.map { UInt32(terms.range($0).count) })
    bytes += terms.bytes[terms.range(range.lowerBound).lowerBound..<terms.range(last).upperBound]
    window.appendContents(of: range, to: &bytes)
  }
}

extension PostingTable.Part {
  /// Its own terms among neighbours of all; empty, and where they would stand, when it has none of them.
  fileprivate func terms(in range: Range<Int>) -> Range<Int> {
    place(of: range.lowerBound)..<place(of: range.upperBound)
  }

  /// Of the first own term whose number is not below one.
  private func place(of number: Int) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(numbers[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PostingTable.Name {
  /// The same name in an index of which its part begins at a document.
  func counted(from start: UInt32) -> Self {
    var name = self
    name.document += start
    return name
  }
}
