import CallboardJSON

/// Finds and reads the files of an index, each once.
struct IndexReader {
  /// No prefix outside the prefix lists spans more; the limit guards against a damaged index.
  private static let maximumPrefixShards = 6

  let documentCount: Int
  let language: SearchOptions.Language
  let facets: Set<String>
  /// With their `StopWords.lead(_:)`.
  let stopWords: [[UInt8]: UInt8]

  private let read: (String) -> [UInt8]?
  private let entry: JSONValue
  private let separators: [[UInt8]]
  private let vocabulary: [[UInt8]]
  private let documentsPerFile: Int
  private let shardCount: Int
  private var shards: [Int: TermShard] = [:]
  private var routes: [Int: (first: Int, separators: [[UInt8]])] = [:]

  /// - Throws: ``SearchQueryError`` when there is no index or it has another format.
  init(_ read: @escaping (String) -> [UInt8]?) throws(SearchQueryError) {
    guard let bytes = read("entry.json") else { throw .unreadableFile("entry.json") }
    guard let entry = JSONValue(indexFile: bytes) else { throw .unreadableFile("entry.json") }
    let format = entry["format"]?.count ?? 0
    guard format == SearchIndex.formatVersion else { throw .unknownFormat(format) }
    self.read = read
    self.entry = entry
    documentCount = entry["documents"]?.count ?? 0
    documentsPerFile = max(1, entry["documentsPerFile"]?.count ?? 1)
    shardCount = entry["shards"]?.count ?? 0
    language = SearchOptions.Language(rawValue: entry["language"]?.text ?? "") ?? .none
    facets = Set(entry["facets"]?.elements.map(\.text) ?? [])
    stopWords = Dictionary(
      (entry["stopWords"]?.elements ?? []).enumerated().map {
        ($0.element.utf8, StopWords.lead($0.offset))
      },
      uniquingKeysWith: { first, _ in first }
    )
    separators = FrontCoder.decode((entry["terms"] ?? entry["routes"])?.utf8 ?? [])
    vocabulary = FrontCoder.decode(entry["vocabulary"]?.utf8 ?? [])
  }

  private func json(_ path: String) throws(SearchQueryError) -> JSONValue {
    guard let bytes = read(path), let json = JSONValue(indexFile: bytes) else {
      throw .unreadableFile(path)
    }
    return json
  }

  private mutating func shardNumber(_ term: [UInt8]) throws(SearchQueryError) -> Int {
    let place = Separators.countUpTo(separators, term)
    guard entry["routes"] != nil else { return place }
    if let route = routes[place] {
      return route.first + Separators.countUpTo(route.separators, term)
    }
    let file = try json("r/\(place).json")
    let route = (file["first"]?.count ?? 0, FrontCoder.decode(file["terms"]?.utf8 ?? []))
    routes[place] = route
    return route.0 + Separators.countUpTo(route.1, term)
  }

  private mutating func shard(_ number: Int) throws(SearchQueryError) -> TermShard {
    if let shard = shards[number] { return shard }
    let shard = TermShard(try json("t/\(number).json"))
    shards[number] = shard
    return shard
  }

  /// The number of the file that has `term`, if any has; `nil` in an empty index.
  mutating func shardOf(
    _ term: [UInt8]
  ) throws(SearchQueryError) -> (number: Int, shard: TermShard)? {
    guard shardCount > 0 else { return nil }
    let number = try shardNumber(term)
    return (number, try shard(number))
  }

  /// The files with the words that begin with `prefix`; one if there is a list of titles instead.
  mutating func shardsWithPrefix(
    _ prefix: [UInt8]
  ) throws(SearchQueryError) -> [(number: Int, shard: TermShard)] {
    guard let (first, shard) = try shardOf(prefix) else { return [] }
    var found = [(first, shard)]
    if shard.find(prefix + [UInt8(ascii: "*")]) != nil { return found }
    let end = min(
      try shardNumber(prefix + "\u{10FFFF}".utf8),
      first + Self.maximumPrefixShards
    )
    for number in first..<max(first, end) { found.append((number + 1, try self.shard(number + 1))) }
    return found
  }

  /// Words with the first character of `word` and a length within `distance`, with their weights.
  func similarWords(
    _ word: [UInt8],
    distance: Int
  ) throws(SearchQueryError) -> [(term: [UInt8], weight: Int)] {
    let count = entry["vocabularyShards"]?.count ?? 0
    guard count > 0, let lead = word.first else { return [] }
    let length = word.count { $0 & 0xC0 != 0x80 }
    let first = word.prefix(FrontCoder.width(lead))
    func key(_ length: Int) -> [UInt8] { first + [UInt8(48 + min(40, max(1, length)))] }
    let start = Separators.countUpTo(vocabulary, key(length - distance))
    let end = Separators.countUpTo(vocabulary, key(length + distance) + "\u{10FFFF}".utf8)
    var found: [(term: [UInt8], weight: Int)] = []
    for number in start...max(start, min(end, start + 15)) {
      let file = try json("v/\(number).json")
      var digits = DigitReader(file["weights"]?.utf8 ?? [])
      for term in FrontCoder.decode(file["terms"]?.utf8 ?? []) {
        let weight = digits.digit()
        // A file may begin or end with words of other letters.
        if term.starts(with: first) { found.append((term, weight)) }
      }
    }
    return found
  }

  /// The documents with one value of a facet.
  mutating func filterRuns(
    _ facet: String,
    _ value: String
  ) throws(SearchQueryError) -> [Range<Int>] {
    let key = Array("\(facet):\(value)".utf8)
    guard let (_, shard) = try shardOf(key), let index = shard.find(key) else { return [] }
    return shard.runs(index).map { $0.clamped(to: 0..<documentCount) }
  }

  /// `nil` when the index names a document that it does not have.
  func document(_ number: Int) throws(SearchQueryError) -> JSONValue? {
    let group = try json("d/\(number / documentsPerFile).json").elements
    let place = number % documentsPerFile
    return place < group.count ? group[place] : nil
  }
}
