/// The terms of an index, each with how much there is of it.
struct TermCounts: Sendable {
  var terms: TermList
  /// How many documents each term stands in.
  var postings: [UInt32]
  /// How many names and headings each term stands in.
  var names: [UInt32]

  var count: Int { terms.count }

  func postingCount(of term: Int) -> Int { Int(postings[term]) }

  func nameCount(of term: Int) -> Int { Int(names[term]) }

  /// The bytes that a term is expected to take in its shard.
  func expectedSize(of term: Int, options: SearchOptions) -> Int {
    let postings = min(postingCount(of: term), options.maximumPostings)
    let names = min(nameCount(of: term), options.maximumNames)
    return 8 + postings * 11 / 2 + names * 5
  }

  /// The bytes that neighbouring terms are expected to take.
  func expectedSize(of terms: Range<Int>, options: SearchOptions) -> Int {
    terms.reduce(0) { $0 + expectedSize(of: $1, options: options) }
  }
}
