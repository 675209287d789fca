import CallboardJSON

/// One file `t/<n>.json`, with the places of all its terms.
struct TermShard {
  struct Entry {
    var runs = 0
    var count = 0
    /// The documents that have the word, of which `count` are listed.
    var frequency = 0
    var isPartial = false
    var nameCount = 0
    /// Whether there are more names than are listed.
    var hasMoreNames = false
    var documents = 0
    var impacts = 0
    var sections = 0
    var follows = 0
    var names = 0
    var filters = 0
  }

  struct Posting {
    var document: Int
    var impact: Int
    var sections: UInt32
    var follows: UInt32
    var fine: Int?
  }

  struct Name {
    var document: Int
    var field: Int
    var length: Int
    var cover: Int
    var popularity: Int
    /// See `StopWords.lead(_:)`.
    var lead: Int
  }

  /// Ascending by bytes.
  let terms: [[UInt8]]
  private(set) var entries: [Entry] = []
  private let columns: [String: [UInt8]]

  init(_ file: JSONValue) {
    terms = FrontCoder.decode(file["terms"]?.utf8 ?? [])
    var columns: [String: [UInt8]] = [:]
    let names = ["counts", "documents", "impacts", "sections", "follows", "names", "filters"]
    for name in names { columns[name] = file[name]?.utf8 ?? [] }
    self.columns = columns
    readEntries()
  }

  private func reader(_ column: String, at position: Int = 0) -> DigitReader {
    DigitReader(columns[column] ?? [], at: position)
  }

  private mutating func readEntries() {
    var counts = reader("counts")
    var documents = reader("documents")
    var sections = reader("sections")
    var follows = reader("follows")
    var names = reader("names")
    var filters = reader("filters")
    var impacts = 0
    for term in terms {
      var entry = Entry()
      if term.contains(UInt8(ascii: ":")) {
        entry.runs = counts.number()
        entry.filters = filters.position
        filters.skip(entry.runs * 2)
      } else {
        let stored = counts.number()
        entry.count = stored >> 1
        entry.isPartial = stored & 1 == 1
        entry.frequency = entry.isPartial ? counts.number() : entry.count
        let listed = counts.number()
        (entry.nameCount, entry.hasMoreNames) = (listed >> 1, listed & 1 == 1)
        (entry.documents, entry.impacts) = (documents.position, impacts)
        (entry.sections, entry.follows) = (sections.position, follows.position)
        entry.names = names.position
        documents.skip(entry.count)
        impacts += entry.count
        sections.skip(entry.count)
        follows.skipFollows(entry.count)
        names.skip(entry.nameCount * 3)
      }
      entries.append(entry)
    }
  }

  func find(_ term: [UInt8]) -> Int? {
    let index = Separators.countUpTo(terms, term) - 1
    return index >= 0 && terms[index] == term ? index : nil
  }

  /// The words that begin with `prefix`; filters and prefix lists are none.
  func withPrefix(_ prefix: [UInt8]) -> [Int] {
    var index = Separators.countUpTo(terms, prefix)
    if index > 0, terms[index - 1] == prefix { index -= 1 }
    return terms[index...].indices.prefix { terms[$0].starts(with: prefix) }.filter {
      !terms[$0].contains(UInt8(ascii: ":")) && !terms[$0].contains(UInt8(ascii: "*"))
    }
  }

  func forEachPosting(_ index: Int, _ visit: (Posting) -> Void) {
    let entry = entries[index]
    var documents = reader("documents", at: entry.documents)
    var impacts = reader("impacts", at: entry.impacts)
    var sections = reader("sections", at: entry.sections)
    var follows = reader("follows", at: entry.follows)
    var next = 0
    for _ in 0..<entry.count {
      guard !documents.isAtEnd else { return }
      let document = next + documents.number()
      let impact = impacts.digit()
      let bits = sections.bits()
      let (set, fine) = follows.follow()
      visit(
        Posting(document: document, impact: impact, sections: bits, follows: set, fine: fine)
      )
      next = document + 1
    }
  }

  func forEachName(_ index: Int, _ visit: (Name) -> Void) {
    forEachShape(index) { name in
      visit(
        Name(
          document: name.document,
          field: name.field,
          length: name.shape & 15,
          cover: ((name.shape >> 7) & 7) + 1,
          popularity: (name.shape >> 4) & 7,
          lead: name.shape >> 10
        )
      )
    }
  }

  /// The names as they are written.
  func forEachShape(_ index: Int, _ visit: (TermShardColumns.Name) -> Void) {
    let entry = entries[index]
    var names = reader("names", at: entry.names)
    var document = 0
    for _ in 0..<entry.nameCount {
      guard !names.isAtEnd else { return }
      document += names.number()
      let field = names.number()
      visit(TermShardColumns.Name(document: document, field: field, shape: names.number()))
    }
  }

  /// The documents of a filter.
  func runs(_ index: Int) -> [Range<Int>] {
    let entry = entries[index]
    var digits = reader("filters", at: entry.filters)
    var runs: [Range<Int>] = []
    var end = 0
    for _ in 0..<entry.runs {
      guard !digits.isAtEnd else { break }
      let start = end + digits.number()
      end = start + digits.number()
      runs.append(start..<end)
    }
    return runs
  }
}

/// Looks keys up between sorted keys.
enum Separators {
  /// How many of `keys` are not above `key`.
  static func countUpTo(_ keys: [[UInt8]], _ key: [UInt8]) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if key.lexicographicallyPrecedes(keys[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension FrontCoder {
  /// The terms that `append` wrote.
  static func decode(_ text: [UInt8]) -> [[UInt8]] {
    guard !text.isEmpty else { return [] }
    var previous: [UInt8] = []
    return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      var digits = DigitReader(Array(line.prefix(1)))
      var units = digits.digit()
      var shared = 0
      while units > 0, shared < previous.count {
        let width = width(previous[shared])
        units -= width == 4 ? 2 : 1
        shared += width
      }
      previous = Array(previous.prefix(shared)) + line.dropFirst()
      return previous
    }
  }
}
