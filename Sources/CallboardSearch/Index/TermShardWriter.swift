/// Writes one file of terms and their postings out of the table of all.
struct TermShardWriter {
  private let table: PostingTable
  private let window: PostingWindow
  private let popularityLevels: [UInt8]
  private let options: SearchOptions
  private var columns = TermShardColumns()

  /// What the term being written has; kept for its memory.
  private var postingsOfTerm: [PostingTable.Posting] = []
  private var namesOfTerm: [PostingTable.Name] = []

  /// - Parameters:
  ///   - window: Of the terms of the file.
  ///   - popularityLevels: Of all documents, in order.
  init(
    table: PostingTable,
    window: PostingWindow,
    popularityLevels: [UInt8],
    options: SearchOptions
  ) {
    self.table = table
    self.window = window
    self.popularityLevels = popularityLevels
    self.options = options
  }

  mutating func append(word term: Int) {
    columns.append(key: table.terms[term])
    postingsOfTerm.removeAll(keepingCapacity: true)
    window.appendPostings(of: term, to: &postingsOfTerm)
    let count = postingsOfTerm.count
    Self.keepBest(of: &postingsOfTerm, limit: options.maximumPostings)
    columns.append(postingsOfTerm, of: count)
    namesOfTerm.removeAll(keepingCapacity: true)
    window.appendNames(of: term, to: &namesOfTerm)
    appendNames(limit: options.maximumNames)
  }

  /// The titles that have a word with a prefix that too many terms share to fetch them all.
  mutating func append(prefix: ArraySlice<UInt8>, names: [PostingTable.Name]) {
    columns.append(key: prefix)
    columns.append([], of: 0)
    namesOfTerm = names
    appendNames(limit: options.maximumNames / 4)
  }

  mutating func append(filter: ArraySlice<UInt8>, documents: [Int]) {
    columns.append(key: filter)
    columns.append(filter: documents)
  }

  func bytes() -> [UInt8] { columns.bytes() }

  /// Writes `namesOfTerm`.
  private mutating func appendNames(limit: Int) {
    let count = namesOfTerm.count
    Self.keepBest(of: &namesOfTerm, limit: limit, levels: 24) { name in
      let rank = name.field < NameField.firstAlias ? 0 : name.field < NameField.trail ? 1 : 2
      return rank * 8 + min(7, Int(name.length))
    }
    let names = namesOfTerm.map { name in
      TermShardColumns.Name(name, popularity: Int(popularityLevels[Int(name.document)]))
    }
    columns.append(names, isCut: names.count < count)
  }

  /// Keeps the postings of the highest impacts when there are more than `limit`, and among equals the first.
  static func keepBest(of postings: inout [PostingTable.Posting], limit: Int) {
    keepBest(of: &postings, limit: limit, levels: Ranking.impactLevels) {
      Ranking.impactLevels - 1 - Int($0.impact)
    }
  }

  /// Keeps the entries of the lowest levels when there are more than `limit`, and among equals the
  /// first.
  private static func keepBest<Entry>(
    of entries: inout [Entry],
    limit: Int,
    levels: Int,
    level: (Entry) -> Int
  ) {
    guard entries.count > limit else { return }
    var histogram = Array(repeating: 0, count: levels)
    for entry in entries { histogram[level(entry)] += 1 }
    var room = limit
    var last = 0
    while last < levels, histogram[last] <= room {
      room -= histogram[last]
      last += 1
    }
    entries.removeAll { entry in
      let level = level(entry)
      if level == last, room > 0 {
        room -= 1
        return false
      }
      return level >= last
    }
  }
}
