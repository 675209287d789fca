/// The postings and names of neighbouring terms, read at once.
struct PostingWindow {
  /// What one range of documents has of them.
  struct Part {
    /// The number of the first document.
    var start: UInt32
    /// Where the postings of each term begin among those of the range, and where those of the last one end.
    var postingStarts: [UInt32]
    /// None where they are lost.
    var postings: ArraySlice<PartialPostings.Entry>
    /// Where the names of each term begin among those of the range, and where those of the last one end.
    var nameStarts: [UInt32]
    var names: ArraySlice<PostingTable.Name>
  }

  private let first: Int
  /// In the order of documents.
  private let parts: [Part]

  /// - Parameter first: The number of the first term.
  init(first: Int, parts: [Part]) {
    self.first = first
    self.parts = parts
  }

  /// In the order of documents.
  func appendPostings(of term: Int, to output: inout [PostingTable.Posting]) {
    // Read in place: a copy of a part would retain its lists for every term.
    for part in parts.indices {
      let places = values(of: term..<term + 1, in: parts[part].postingStarts, parts[part].postings)
      for place in places {
        let entry = parts[part].postings[place]
        output.append(
          PostingTable.Posting(
            document: parts[part].start + UInt32(entry.document),
            sections: entry.sections,
            follows: entry.follows,
            impact: entry.impact,
            fine: entry.fine
          )
        )
      }
    }
  }

  /// In the order of documents.
  func appendNames(of term: Int, to output: inout [PostingTable.Name]) {
    for part in parts.indices {
      for place in values(of: term..<term + 1, in: parts[part].nameStarts, parts[part].names) {
        let name = parts[part].names[place]
        output.append(name.counted(from: parts[part].start))
      }
    }
  }

  /// Appends, of each part in turn, how many postings and names each of some terms has, and these as they lie in memory.
  func appendContents(of terms: Range<Int>, to bytes: inout [UInt8]) {
    guard !terms.isEmpty else { return }
    for part in parts {
      bytes.appendPlain([part.start])
      for starts in [part.postingStarts, part.nameStarts] {
        let own = starts[terms.lowerBound - first...terms.upperBound - first]
        bytes.appendPlain(own.map { $0 - (own.first ?? 0) })
      }
      part.postings[values(of: terms, in: part.postingStarts, part.postings)].withUnsafeBytes {
        bytes += $0
      }
      part.names[values(of: terms, in: part.nameStarts, part.names)].withUnsafeBytes { bytes += $0 }
    }
  }

  /// Where the values of neighbouring terms stand; nowhere when some are missing.
  private func values<Value>(
    of terms: Range<Int>,
    in starts: [UInt32],
    _ values: ArraySlice<Value>
  ) -> Range<Int> {
    let begin = values.startIndex
    let (lower, upper) = (
      Int(starts[terms.lowerBound - first]), Int(starts[terms.upperBound - first])
    )
    return upper <= values.count ? begin + lower..<begin + upper : begin..<begin
  }
}
