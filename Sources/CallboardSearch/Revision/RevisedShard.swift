import CallboardJSON

/// One file of terms, taken apart to be written again with other postings.
struct RevisedShard {
  private let shard: TermShard
  private let options: SearchOptions

  /// nil for a file of which not every byte is understood.
  init?(_ file: [UInt8], _ options: SearchOptions) {
    guard let value = JSONValue(indexFile: file) else { return nil }
    shard = TermShard(value)
    self.options = options
    var columns = TermShardColumns()
    for term in shard.terms.indices { append(term, to: &columns) }
    guard columns.bytes() == file else { return nil }
  }

  /// The file after some changes, which are sorted; nil when it does not have all that this needs.
  func bytes(with changes: [TermChange]) -> [UInt8]? {
    var columns = TermShardColumns()
    var next = 0
    for change in changes {
      while next < shard.terms.count, shard.terms[next].lexicographicallyPrecedes(change.term) {
        append(next, to: &columns)
        next += 1
      }
      let isThere = next < shard.terms.count && shard.terms[next].elementsEqual(change.term)
      guard append(change, isThere ? next : nil, to: &columns) else { return nil }
      if isThere { next += 1 }
    }
    for term in next..<shard.terms.count { append(term, to: &columns) }
    return columns.bytes()
  }

  /// Appends a key as it is.
  private func append(_ term: Int, to columns: inout TermShardColumns) {
    let (key, entry) = (shard.terms[term], shard.entries[term])
    columns.append(key: key[...])
    if key.contains(UInt8(ascii: ":")) {
      columns.append(filter: shard.runs(term).flatMap { Array($0) })
    } else {
      columns.append(postings(of: term), of: entry.frequency)
      columns.append(names(of: term), isCut: entry.hasMoreNames)
    }
  }

  /// Appends a word as it is now. False when that cannot be told.
  ///
  /// - Parameter term: Its place in the file; nil for a new one.
  private func append(
    _ change: TermChange,
    _ term: Int?,
    to columns: inout TermShardColumns
  ) -> Bool {
    let count = (term.map { shard.entries[$0].frequency } ?? 0) + change.addedPostings
    guard count > 0 else { return true }
    guard let postings = postings(of: change, term, count),
      let names = names(of: change, term)
    else { return false }
    columns.append(key: change.term)
    columns.append(postings, of: count)
    columns.append(names.list, isCut: names.isCut)
    return true
  }

  private func postings(
    of change: TermChange,
    _ term: Int?,
    _ count: Int
  ) -> [PostingTable.Posting]? {
    let isPartial = term.map { shard.entries[$0].isPartial } ?? false
    var postings = term.map { self.postings(of: $0) } ?? []
    let limit = options.maximumPostings
    for document in change.documents {
      let rank = postings.firstIndex { Int($0.document) >= document.document } ?? postings.count
      let isListed = rank < postings.count && Int(postings[rank].document) == document.document
      // One that is not listed comes after the worst that is.
      if isListed {
        postings.remove(at: rank)
      } else if !isPartial, document.before != nil {
        return nil
      }
      guard let after = document.after else {
        if isListed, isPartial { return nil }
        continue
      }
      if isPartial, isListed, let before = document.before, after.impact < before.impact,
        !postings.contains(where: { $0.isWorse(than: after) })
      {
        return nil
      }
      postings.insert(after, at: rank)
      // Whom a list of the best leaves out is known as long as it is one more than there is room for.
      if isPartial { TermShardWriter.keepBest(of: &postings, limit: limit) }
    }
    TermShardWriter.keepBest(of: &postings, limit: limit)
    return postings.count == min(count, limit) ? postings : nil
  }

  private func names(
    of change: TermChange,
    _ term: Int?
  ) -> (list: [TermShardColumns.Name], isCut: Bool)? {
    var list = term.map { names(of: $0) } ?? []
    let isCut = term.map { shard.entries[$0].hasMoreNames } ?? false
    for document in change.documents {
      guard let revised = document.names else { continue }
      guard !isCut else { return nil }
      list.removeAll { $0.document == document.document }
      let place = list.firstIndex { $0.document > document.document } ?? list.count
      let names = revised.after.map {
        TermShardColumns.Name($0, popularity: document.popularity)
      }
      list.insert(contentsOf: names, at: place)
    }
    return isCut || list.count <= options.maximumNames ? (list, isCut) : nil
  }

  private func postings(of term: Int) -> [PostingTable.Posting] {
    var postings: [PostingTable.Posting] = []
    shard.forEachPosting(term) { posting in
      postings.append(
        PostingTable.Posting(
          document: UInt32(truncatingIfNeeded: posting.document),
          sections: posting.sections,
          follows: posting.follows,
          impact: UInt8(truncatingIfNeeded: posting.impact),
          fine: UInt8(truncatingIfNeeded: posting.fine ?? 0)
        )
      )
    }
    return postings
  }

  private func names(of term: Int) -> [TermShardColumns.Name] {
    var names: [TermShardColumns.Name] = []
    shard.forEachShape(term) { names.append($0) }
    return names
  }
}

extension PostingTable.Posting {
  /// Whether it leaves a full list before another does.
  fileprivate func isWorse(than other: Self) -> Bool {
    impact == other.impact ? document > other.document : impact < other.impact
  }
}
