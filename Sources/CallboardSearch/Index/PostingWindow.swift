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
      for place in places(
        of: term,
        in: parts[part].postingStarts,
        count: parts[part].postings.count
      ) {
        let entry = parts[part].postings[parts[part].postings.startIndex + place]
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
      for place in places(of: term, in: parts[part].nameStarts, count: parts[part].names.count) {
        let name = parts[part].names[parts[part].names.startIndex + place]
        output.append(name.counted(from: parts[part].start))
      }
    }
  }

  /// Which of a range's values belong to a term, counted from the first; none when some are missing.
  private func places(of term: Int, in starts: [UInt32], count: Int) -> Range<Int> {
    let (lower, upper) = (Int(starts[term - first]), Int(starts[term - first + 1]))
    return upper <= count ? lower..<upper : 0..<0
  }

  /// Appends, of each part in turn, how many postings and names each term has, and these as they lie in memory.
  func appendContents(to bytes: inout [UInt8]) {
    for part in parts {
      bytes.appendPlain([part.start])
      bytes.appendPlain(part.postingStarts)
      part.postings.withUnsafeBytes { bytes += $0 }
      bytes.appendPlain(part.nameStarts)
      part.names.withUnsafeBytes { bytes += $0 }
    }
  }
}
