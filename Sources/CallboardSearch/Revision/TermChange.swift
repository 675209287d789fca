/// What becomes of one term when the words of some documents are others.
struct TermChange: Sendable {
  /// What becomes of it in one document.
  struct InDocument: Sendable {
    /// Counted from the first of the index.
    var document: Int
    var before: PostingTable.Posting?
    var after: PostingTable.Posting?
    /// Where they are others than before; nil where they are not.
    var names: (before: [PostingTable.Name], after: [PostingTable.Name])?
    /// Its ``SearchDocument/popularityLevel``.
    var popularity: Int
  }

  var term: ArraySlice<UInt8>
  /// By document.
  var documents: [InDocument] = []

  /// How many postings there are more than before.
  var addedPostings: Int {
    documents.reduce(0) { $0 + ($1.after == nil ? 0 : 1) - ($1.before == nil ? 0 : 1) }
  }

  /// How many names there are more than before.
  var addedNames: Int {
    documents.reduce(0) { sum, document in
      sum + (document.names.map { $0.after.count - $0.before.count } ?? 0)
    }
  }

  /// Whether a title, a name or an alias has the term and has not had it, or the other way round.
  var concernsTitles: Bool {
    documents.contains { document in
      guard let names = document.names else { return false }
      return (names.before + names.after).contains { $0.field < NameField.trail }
    }
  }
}

extension TermChange {
  /// All terms of which a document tells something else than before, by their bytes.
  static func all(
    of revised: [IndexRevision.Document],
    averages: Ranking.Averages
  ) -> [TermChange] {
    var changes: [[UInt8]: TermChange] = [:]
    for document in revised {
      let before = PartialPostings([document.before.words], averages: averages)
      let after = PartialPostings([document.after.words], averages: averages)
      let popularity = document.after.document.popularityLevel
      func note(_ old: Int?, _ new: Int?) {
        let earlier = old.flatMap { before.posting(of: $0, in: document.number) }
        let later = new.flatMap { after.posting(of: $0, in: document.number) }
        let oldNames = old.map { before.names(of: $0, in: document.number) } ?? []
        let newNames = new.map { after.names(of: $0, in: document.number) } ?? []
        let hasOtherNames = !oldNames.elementsEqual(newNames) { $0.isSame(as: $1) }
        guard earlier != later || hasOtherNames else { return }
        let term = new.map { after.terms[$0] } ?? old.map { before.terms[$0] } ?? []
        changes[Array(term), default: TermChange(term: Array(term)[...])].documents.append(
          TermChange.InDocument(
            document: document.number,
            before: earlier,
            after: later,
            names: hasOtherNames ? (oldNames, newNames) : nil,
            popularity: popularity
          )
        )
      }
      var (old, new) = (0, 0)
      while old < before.terms.count || new < after.terms.count {
        if new == after.terms.count {
          note(old, nil)
          old += 1
        } else if old == before.terms.count {
          note(nil, new)
          new += 1
        } else if before.terms[old].elementsEqual(after.terms[new]) {
          note(old, new)
          (old, new) = (old + 1, new + 1)
        } else if before.terms[old].lexicographicallyPrecedes(after.terms[new]) {
          note(old, nil)
          old += 1
        } else {
          note(nil, new)
          new += 1
        }
      }
    }
    return changes.values.sorted { $0.term.lexicographicallyPrecedes($1.term) }
  }
}

extension PartialPostings {
  /// A term's posting of the only document.
  fileprivate func posting(of term: Int, in document: Int) -> PostingTable.Posting? {
    postings[term].first.map { entry in
      PostingTable.Posting(
        document: UInt32(truncatingIfNeeded: document),
        sections: entry.sections,
        follows: entry.follows,
        impact: entry.impact,
        fine: entry.fine
      )
    }
  }

  fileprivate func names(of term: Int, in document: Int) -> [PostingTable.Name] {
    names[term].map { name in
      var name = name
      name.document = UInt32(truncatingIfNeeded: document)
      return name
    }
  }
}

extension PostingTable.Name {
  fileprivate func isSame(as other: Self) -> Bool {
    (document, field, length, cover, lead)
      == (other.document, other.field, other.length, other.cover, other.lead)
  }
}
