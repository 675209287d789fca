/// The postings of neighbouring terms, read at once.
struct PostingWindow {
  /// What one range of documents has of them.
  struct Part {
    /// The number of the first document.
    var start: UInt32
    /// Where the postings of each term begin among those of the whole part, and where those of the last one end.
    var starts: ArraySlice<UInt32>
    var entries: ArraySlice<PartialPostings.Entry>
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
    for part in parts {
      for entry in part.entries[part.range(of: term - first)] {
        output.append(
          PostingTable.Posting(
            document: part.start + UInt32(entry.document),
            sections: entry.sections,
            follows: entry.follows,
            impact: entry.impact,
            fine: entry.fine
          )
        )
      }
    }
  }

  /// Appends how many postings each term has in a part, and the postings as they lie in memory, of each part in turn.
  func appendContents(ofPart number: Int, to bytes: inout [UInt8]) {
    let part = parts[number]
    let before = part.starts.first ?? 0
    bytes.appendPlain(part.starts.map { $0 - before })
    part.entries.withUnsafeBytes { bytes += $0 }
  }
}

extension PostingWindow.Part {
  /// Where the postings of a term are among ``entries``; nowhere when these are lost.
  fileprivate func range(of term: Int) -> Range<Int> {
    let before = starts[starts.startIndex]
    let bounds = starts[starts.startIndex + term]..<starts[starts.startIndex + term + 1]
    let (lower, upper) = (Int(bounds.lowerBound - before), Int(bounds.upperBound - before))
    guard upper <= entries.count else { return entries.startIndex..<entries.startIndex }
    return entries.startIndex + lower..<entries.startIndex + upper
  }
}
