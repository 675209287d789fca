/// The prefixes that so many terms share that a query for one fetches a list of titles instead.
enum WidePrefixes {
  struct Wide {
    var prefix: [UInt8]
    /// Of titles, names and aliases, by document; each field of a document once.
    var names: [PostingTable.Name]
  }

  /// Shorter prefixes first. A prefix is wide when its terms are expected to take more than `limit` bytes.
  static func find(table: PostingTable, limit: Int, options: SearchOptions) -> [Wide] {
    var found: [Wide] = []
    var ranges = [0..<table.terms.count]
    var length = 1
    while !ranges.isEmpty {
      var wider: [Range<Int>] = []
      for range in ranges {
        for group in groups(range, length: length, terms: table.terms)
        where group.count > 1 && table.counts.expectedSize(of: group, options: options) > limit {
          wider.append(group)
          found.append(wide(group, length: length, table: table))
        }
      }
      ranges = wider
      length += 1
    }
    return found.filter { !$0.names.isEmpty }
  }

  /// The runs of terms that share their first `length` characters.
  private static func groups(
    _ range: Range<Int>,
    length: Int,
    terms: TermList
  ) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = range.lowerBound
    var current: ArraySlice<UInt8>?
    for index in range {
      let prefix = Self.prefix(of: index, length: length, in: terms)
      if let current, let prefix, current.elementsEqual(prefix) { continue }
      if current != nil { groups.append(start..<index) }
      (start, current) = (index, prefix)
    }
    if current != nil { groups.append(start..<range.upperBound) }
    return groups
  }

  /// `nil` when the term is shorter.
  private static func prefix(
    of term: Int,
    length: Int,
    in terms: TermList
  ) -> ArraySlice<UInt8>? {
    let range = terms.range(term)
    var end = range.lowerBound
    for _ in 0..<length {
      guard end < range.upperBound else { return nil }
      end += FrontCoder.width(terms.bytes[end])
    }
    return terms.bytes[range.lowerBound..<min(end, range.upperBound)]
  }

  private static func wide(
    _ group: Range<Int>,
    length: Int,
    table: PostingTable
  ) -> Wide {
    let prefix = Self.prefix(of: group.lowerBound, length: length, in: table.terms) ?? []
    return Wide(prefix: Array(prefix), names: eachOnce(table.names(of: group)))
  }

  /// The names by document and field, headings left out; of several words of one name the last.
  ///
  /// - Complexity: *n* log *n* in the names, however many documents there are.
  private static func eachOnce(_ found: [PostingTable.Name]) -> [PostingTable.Name] {
    func order(_ name: PostingTable.Name) -> UInt64 {
      UInt64(name.document) << 32 | UInt64(name.field)
    }
    // Stable, so that the last word of a name stays the last.
    let sorted = found.filter { $0.field < UInt32(NameField.trail) }
      .sorted { order($0) < order($1) }
    var names: [PostingTable.Name] = []
    for var name in sorted {
      name.cover = 1
      if let last = names.last, order(last) == order(name) { names.removeLast() }
      names.append(name)
    }
    return names
  }
}
