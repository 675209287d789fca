import CallboardJSON

/// Writes one file of terms and their postings, as columns so that like digits compress together.
struct TermShardWriter {
  private let tokens: [RecordTokens]
  private let normalizers: [Ranking.Normalizers]
  private let options: SearchOptions

  private var terms = FrontCoder()
  private var counts = DigitString()
  private var documents = DigitString()
  private var impacts = DigitString()
  private var sections = DigitString()
  private var follows = DigitString()
  private var names = DigitString()
  private var filters = DigitString()

  init(tokens: [RecordTokens], normalizers: [Ranking.Normalizers], options: SearchOptions) {
    self.tokens = tokens
    self.normalizers = normalizers
    self.options = options
  }

  mutating func append(
    word: ArraySlice<UInt8>,
    postings: ArraySlice<PostingTable.Posting>,
    names: ArraySlice<PostingTable.Name>
  ) {
    terms.append(word)
    let statistics = postings.map { Statistics($0, in: tokens, normalizers) }
    let kept = Self.best(
      statistics.count,
      limit: options.maximumPostings,
      levels: Ranking.impactLevels
    ) { Ranking.impactLevels - 1 - statistics[$0].impact }
    counts.append(number: kept.count * 2 + (kept.count < postings.count ? 1 : 0))
    if kept.count < postings.count { counts.append(number: postings.count) }
    var next = 0
    for index in kept {
      let entry = statistics[index]
      documents.append(number: entry.document - next)
      impacts.append(digit: entry.impact)
      sections.append(list: entry.sections)
      follows.append(list: entry.follows)
      if let fine = entry.fine { follows.append(digit: fine) }
      next = entry.document + 1
    }
    append(names: names, limit: options.maximumNames)
  }

  /// The titles that have a word with a prefix that too many terms share to fetch them all.
  mutating func append(prefix: ArraySlice<UInt8>, names: [PostingTable.Name]) {
    terms.append(prefix)
    counts.append(number: 0)
    append(names: names[...], limit: options.maximumNames / 4)
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

  private mutating func append(names entries: ArraySlice<PostingTable.Name>, limit: Int) {
    let first = entries.startIndex
    let kept = Self.best(entries.count, limit: limit, levels: 24) { index in
      let name = entries[first + index]
      let rank = name.field < NameField.firstAlias ? 0 : name.field < NameField.trail ? 1 : 2
      return rank * 8 + min(7, Int(name.length))
    }
    counts.append(number: kept.count * 2 + (kept.count < entries.count ? 1 : 0))
    var previous = 0
    for index in kept {
      let name = entries[first + index]
      names.append(number: Int(name.document) - previous)
      names.append(number: Int(name.field))
      let popularity =
        name.field < NameField.trail ? tokens[Int(name.document)].document.popularityLevel : 0
      let length = min(15, Int(name.length))
      names.append(number: length | popularity << 4 | (Int(name.cover) - 1) << 7)
      previous = Int(name.document)
    }
  }

  /// The indices to keep when there are more than `limit`: those of the lowest levels, and among
  /// equals the first; ascending.
  private static func best(
    _ count: Int,
    limit: Int,
    levels: Int,
    level: (Int) -> Int
  ) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    var histogram = Array(repeating: 0, count: levels)
    for index in 0..<count { histogram[level(index)] += 1 }
    var room = limit
    var last = 0
    while last < levels, histogram[last] <= room {
      room -= histogram[last]
      last += 1
    }
    return (0..<count).filter { index in
      let level = level(index)
      if level == last, room > 0 {
        room -= 1
        return true
      }
      return level < last
    }
  }
}

extension TermShardWriter {
  /// What a term's occurrences in one document come to.
  private struct Statistics {
    var document: Int
    var impact: Int
    var sections: [UInt8]
    var follows: [UInt8]
    /// See `Follow.fine`.
    var fine: Int?

    init(
      _ posting: PostingTable.Posting,
      in tokens: [RecordTokens],
      _ normalizers: [Ranking.Normalizers]
    ) {
      let number = Int(posting.document)
      document = number
      (impact, sections, follows, fine) = tokens[number].terms.withUnsafeBufferPointer { bytes in
        var reader = NumberReader(bytes: bytes, offset: Int(posting.offset))
        let frequencies = Ranking.Frequencies(
          title: reader.next(),
          heading: reader.next(),
          metadata: reader.next(),
          body: reader.next()
        )
        func list() -> [UInt8] {
          (0..<reader.next()).map { _ in UInt8(truncatingIfNeeded: reader.next()) }
        }
        let sections = list()
        let follows = list()
        let isOneWord = follows.count == 1 && follows[0] < Follow.none
        return (
          Ranking.impact(frequencies, normalizers: normalizers[number]), sections, follows,
          isOneWord ? reader.next() : nil
        )
      }
    }
  }
}
