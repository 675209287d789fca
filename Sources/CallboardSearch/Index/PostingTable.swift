/// All occurrences of all terms, grouped by term; documents ascend within a term.
///
/// Terms have the numbers of `terms`. Postings lie in their order, too, so that who goes through the terms reads memory from front to back.
struct PostingTable {
  /// What a term's occurrences in one document come to.
  struct Posting: Sendable {
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
    var isBeforeOneWord: Bool {
      follows.nonzeroBitCount == 1 && follows.trailingZeroBitCount < Int(Follow.none)
    }
  }

  /// A name or heading that a term is part of.
  struct Name: Sendable {
    var document: UInt32
    var field: UInt32
    var length: UInt16
    var cover: UInt8
    /// See `StopWords.lead(_:)`.
    var lead: UInt8
  }

  let terms: TermList
  /// Of consecutive ranges of documents, in order.
  private let parts: [Part]

  private struct Part: Sendable {
    var postings: Groups<Posting>
    var names: Groups<Name>
  }

  /// - Complexity: linear but for the sorting of terms; about 20 bytes for each distinct word of each
  ///   document, and as much again for the parts being read at a time.
  init(_ words: WordParts, averages: Ranking.Averages, map: ConcurrentMap) {
    let drafts = map(words.count) { index in
      let part = words.take(index)
      return PartialPostings(part.words, firstDocument: part.start, averages: averages)
    }
    let (terms, numbers) = TermList.merged(drafts.map(\.terms))
    self.terms = terms
    parts = map(drafts.count) { index in
      Part(
        postings: drafts[index].postings.spread(to: numbers[index], of: terms.count),
        names: drafts[index].names.spread(to: numbers[index], of: terms.count)
      )
    }
  }

  func postingCount(of term: Int) -> Int {
    parts.reduce(0) { $0 + $1.postings.count(of: term) }
  }

  func nameCount(of term: Int) -> Int {
    parts.reduce(0) { $0 + $1.names.count(of: term) }
  }

  /// In the order of documents.
  func appendPostings(of term: Int, to output: inout [Posting]) {
    for part in parts { output.append(contentsOf: part.postings[term]) }
  }

  /// In the order of documents.
  func appendNames(of term: Int, to output: inout [Name]) {
    for part in parts { output.append(contentsOf: part.names[term]) }
  }
}
