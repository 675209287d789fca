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
    for part in parts {
      for entry in part.postings.of(term - first, in: part.postingStarts) {
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

  /// In the order of documents.
  func appendNames(of term: Int, to output: inout [PostingTable.Name]) {
    for part in parts {
      for name in part.names.of(term - first, in: part.nameStarts) {
        output.append(name.counted(from: part.start))
      }
    }
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

extension ArraySlice {
  /// The values of a group: those from its start to the next one, counted from the first value of all; none when some
  /// are missing.
  fileprivate func of(_ group: Int, in starts: [UInt32]) -> ArraySlice {
    let (lower, upper) = (Int(starts[group]), Int(starts[group + 1]))
    guard upper <= count else { return [] }
    return self[startIndex + lower..<startIndex + upper]
  }
}
