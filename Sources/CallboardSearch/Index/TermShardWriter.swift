import CallboardJSON

/// Writes one file of terms and their postings, as columns so that like digits compress together.
struct TermShardWriter {
  private let table: PostingTable
  private let popularityLevels: [UInt8]
  private let options: SearchOptions

  private var terms = FrontCoder()
  private var counts = DigitString()
  private var documents = DigitString()
  private var impacts = DigitString()
  private var sections = DigitString()
  private var follows = DigitString()
  private var names = DigitString()
  private var filters = DigitString()

  /// What the term being written has; kept for its memory.
  private var postingsOfTerm: [PostingTable.Posting] = []
  private var namesOfTerm: [PostingTable.Name] = []

  /// `popularityLevels` are those of all documents, in order.
  init(table: PostingTable, popularityLevels: [UInt8], options: SearchOptions) {
    self.table = table
    self.popularityLevels = popularityLevels
    self.options = options
  }

  mutating func append(word term: Int) {
    terms.append(table.terms[term])
    postingsOfTerm.removeAll(keepingCapacity: true)
    table.appendPostings(of: term, to: &postingsOfTerm)
    let count = postingsOfTerm.count
    Self.keepBest(
      of: &postingsOfTerm,
      limit: options.maximumPostings,
      levels: Ranking.impactLevels
    ) { Ranking.impactLevels - 1 - Int($0.impact) }
    let isCut = postingsOfTerm.count < count
    counts.append(number: postingsOfTerm.count * 2 + (isCut ? 1 : 0))
    if isCut { counts.append(number: count) }
    var next = 0
    for posting in postingsOfTerm {
      let document = Int(posting.document)
      documents.append(number: document - next)
      impacts.append(digit: Int(posting.impact))
      sections.append(bits: posting.sections)
      follows.append(bits: posting.follows)
      if posting.isBeforeOneWord { follows.append(digit: Int(posting.fine)) }
      next = document + 1
    }
    namesOfTerm.removeAll(keepingCapacity: true)
    table.appendNames(of: term, to: &namesOfTerm)
    appendNames(limit: options.maximumNames)
  }

  /// The titles that have a word with a prefix that too many terms share to fetch them all.
  mutating func append(prefix: ArraySlice<UInt8>, names: [PostingTable.Name]) {
    terms.append(prefix)
    counts.append(number: 0)
    namesOfTerm = names
    appendNames(limit: options.maximumNames / 4)
  }

  mutating func append(filter: ArraySlice<UInt8>, documents: [Int]) {
    terms.append(filter)
    counts.append(number: FilterLists.appendRuns(documents, to: &filters))
  }

  func bytes() -> [UInt8] {
    let columns = [
      ("counts", counts), ("documents", documents), ("impacts", impacts), ("sections", sections),
      ("follows", follows), ("names", names), ("filters", filters),
    ]
    var writer = JSONWriter(
      reservingCapacity: columns.reduce(terms.text.count + 100) { $0 + $1.1.bytes.count }
    )
    writer.object { writer in
      writer.member("terms", terms.string)
      for (name, digits) in columns {
        writer.key(name)
        writer.raw(digits.json)
      }
    }
    return writer.bytes
  }

  /// Writes `namesOfTerm`.
  private mutating func appendNames(limit: Int) {
    let count = namesOfTerm.count
    Self.keepBest(of: &namesOfTerm, limit: limit, levels: 24) { name in
      let rank = name.field < NameField.firstAlias ? 0 : name.field < NameField.trail ? 1 : 2
      return rank * 8 + min(7, Int(name.length))
    }
    counts.append(number: namesOfTerm.count * 2 + (namesOfTerm.count < count ? 1 : 0))
    var previous = 0
    for name in namesOfTerm {
      let document = Int(name.document)
      names.append(number: document - previous)
      names.append(number: Int(name.field))
      let popularity = name.field < NameField.trail ? Int(popularityLevels[document]) : 0
      let length = min(15, Int(name.length))
      let cover = min(8, max(1, Int(name.cover))) - 1
      names.append(number: length | popularity << 4 | cover << 7 | Int(name.lead) << 10)
      previous = document
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
