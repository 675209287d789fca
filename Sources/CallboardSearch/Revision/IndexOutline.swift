/// What the shards of an index were planned by: enough to tell whether other words would change the plan.
struct IndexOutline: Sendable {
  var counts: TermCounts
  /// The keys that are no words, by their bytes, with their expected sizes.
  let others: TermList
  let otherSizes: [UInt32]
  /// Between the shards.
  let separators: TermList

  init(
    counts: TermCounts,
    others: TermList,
    otherSizes: [UInt32],
    separators: TermList
  ) {
    self.counts = counts
    self.others = others
    self.otherSizes = otherSizes
    self.separators = separators
  }

  /// The number of the shard that has a key.
  func shard(of key: ArraySlice<UInt8>) -> Int { separators.countUpTo(key) }

  /// Whether shards planned now would have the same bounds.
  ///
  /// - Parameters:
  ///   - changed: The terms that tell something else than in the outline before; ascending.
  ///   - earlier: Of that outline.
  func planStands(
    changed: [ArraySlice<UInt8>],
    since earlier: TermCounts,
    _ options: SearchOptions
  ) -> Bool {
    TermShards.planStands(
      ShardKeys(counts, others: others, otherSizes: otherSizes, options: options),
      of: counts,
      since: earlier,
      separators: separators,
      changed: changed,
      options: options
    )
  }

  /// Whether so many terms begin with `prefix` that a query for it gets a list of names.
  func isWide(_ prefix: ArraySlice<UInt8>, _ options: SearchOptions) -> Bool {
    var term = counts.terms.countBelow(prefix)
    let first = term
    var size = 0
    while term < counts.count, counts.terms[term].starts(with: prefix) {
      size += counts.expectedSize(of: term, options: options)
      term += 1
      if size > TermShards.widestPrefix, term - first > 1 { return true }
    }
    return false
  }
}

extension IndexOutline {
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    for list in [counts.terms, others, separators] {
      bytes.appendPlain(list.bytes)
      bytes.appendPlain(list.ends)
    }
    for numbers in [counts.postings, counts.names, otherSizes] { bytes.appendPlain(numbers) }
    return bytes
  }

  /// nil for bytes that ``encoded()`` never gives. The caller has checked that nobody has changed them.
  init?(encoded bytes: [UInt8]) {
    let read: IndexOutline? = bytes.withUnsafeBufferPointer { buffer in
      var reader = NumberReader(bytes: buffer, offset: 0)
      guard let terms = reader.terms(), let others = reader.terms(),
        let separators = reader.terms(), let postings = reader.plain(UInt32.self),
        let names = reader.plain(UInt32.self), let sizes = reader.plain(UInt32.self),
        reader.offset == buffer.count, !buffer.isEmpty, postings.count == terms.count,
        names.count == terms.count, sizes.count == others.count
      else { return nil }
      return IndexOutline(
        counts: TermCounts(terms: terms, postings: postings, names: names),
        others: others,
        otherSizes: sizes,
        separators: separators
      )
    }
    guard let read else { return nil }
    self = read
  }
}

extension NumberReader {
  fileprivate mutating func terms() -> TermList? {
    guard let bytes = plain(UInt8.self), let ends = plain(UInt32.self) else { return nil }
    return TermList(bytes: bytes, ends: ends)
  }
}

extension TermList {
  /// Some sorted keys.
  init(_ keys: [ArraySlice<UInt8>]) {
    var ends: [UInt32] = []
    ends.reserveCapacity(keys.count)
    var bytes: [UInt8] = []
    for key in keys {
      bytes += key
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
    }
    self.init(sorted: bytes, ends: ends)
  }

  /// How many terms stand before a key.
  func countBelow(_ key: ArraySlice<UInt8>) -> Int {
    count(where: { $0.lexicographicallyPrecedes(key) })
  }

  /// How many terms are not above a key.
  func countUpTo(_ key: ArraySlice<UInt8>) -> Int {
    count(where: { !key.lexicographicallyPrecedes($0) })
  }

  /// The number of a term; nil when it is none of the list.
  func number(of term: ArraySlice<UInt8>) -> Int? {
    let number = countBelow(term)
    return number < count && self[number].elementsEqual(term) ? number : nil
  }

  /// How many of the first terms a condition holds of that holds of no later one.
  private func count(where holds: (ArraySlice<UInt8>) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
