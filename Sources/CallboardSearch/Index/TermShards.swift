import CallboardJSON

/// The files `t/<n>.json`: every term, prefix list and filter with its documents.
struct TermShards {
  /// A key of the shards with what is written for it.
  private struct Item: Sendable {
    var key: ArraySlice<UInt8>
    /// In bytes, as expected.
    var size: Int
    var content: Content
  }

  private enum Content: Sendable {
    case word(Int)
    case prefix([PostingTable.Name])
    case filter([Int])
  }

  let files: [IndexFile]
  let shardCount: Int
  /// Between the shards, or between the route files where there are some.
  let separators: [[UInt8]]
  let hasRoutes: Bool
  /// What the shards were planned by.
  let outline: IndexOutline

  init(
    table: PostingTable,
    filters: [(key: String, documents: [Int])],
    popularityLevels: [UInt8],
    options: SearchOptions,
    digest: @escaping IndexDigest,
    map: ConcurrentMap
  ) {
    let sizes = (0..<table.counts.count).map {
      table.counts.expectedSize(of: $0, options: options)
    }
    let wide = WidePrefixes.find(table: table, sizes: sizes, limit: Self.widestPrefix)
    let items = Self.items(table, sizes, wide: wide, filters: filters, options: options)
    let plan = Self.plan(
      keys: items.map(\.key),
      sizes: items.map(\.size),
      total: sizes.reduce(0, +),
      options: options
    )
    let common = [UInt64(options.maximumPostings), UInt64(options.maximumNames)]
    let documents = popularityLevels.withUnsafeBytes { digest($0) }
    var files = map(plan.starts.count) { shard in
      let items = items[plan.range(shard, of: items.count)]
      var contents: [UInt8] = []
      contents.appendPlain(common + [documents.x, documents.y])
      Self.appendContents(of: items, table, to: &contents)
      return IndexFile(path: Self.path(shard), key: contents.withUnsafeBytes { digest($0) }) {
        var writer = TermShardWriter(
          table: table,
          words: Self.words(of: items) ?? 0..<0,
          popularityLevels: popularityLevels,
          options: options
        )
        for item in items {
          switch item.content {
          case .word(let term): writer.append(word: term)
          case .prefix(let names): writer.append(prefix: item.key, names: names)
          case .filter(let documents): writer.append(filter: item.key, documents: documents)
          }
        }
        return writer.bytes()
      }
    }
    shardCount = plan.starts.count
    outline = IndexOutline(
      counts: table.counts,
      others: items.compactMap { item in
        if case .word = item.content { nil } else { (item.key, item.size) }
      },
      separators: plan.separators
    )
    hasRoutes = plan.separators.count > options.maximumSeparators
    if hasRoutes {
      let routes = Self.routes(plan.separators, perFile: max(1, options.maximumSeparators / 12))
      separators = routes.separators
      files += routes.files
    } else {
      separators = plan.separators
    }
    self.files = files
  }

  /// Where a shard stands in the index.
  static func path(_ shard: Int) -> String { "t/\(shard).json" }

  /// Appends all that a shard is made from, for a digest.
  private static func appendContents(
    of items: ArraySlice<Item>,
    _ table: PostingTable,
    to bytes: inout [UInt8]
  ) {
    for (place, item) in zip(0..., items) {
      switch item.content {
      case .word: continue
      case .prefix(let names):
        bytes.appendNumber(place)
        bytes.appendPlain(Array(item.key))
        bytes.appendPlain(names)
      case .filter(let documents):
        bytes.appendNumber(place)
        bytes.appendPlain(Array(item.key))
        bytes.appendPlain(documents)
      }
    }
    bytes.appendNumber(items.count)
    if let words = words(of: items) { table.appendContents(of: words, to: &bytes) }
  }

  /// The words of a shard, which are neighbours whatever stands between them; nil when it has none.
  private static func words(of items: ArraySlice<Item>) -> Range<Int>? {
    var words: Range<Int>?
    for case .word(let term) in items.lazy.map(\.content) {
      words = (words?.lowerBound ?? term)..<term + 1
    }
    return words
  }

  /// By key. The terms come sorted; the few other keys are merged in.
  private static func items(
    _ table: PostingTable,
    _ sizes: [Int],
    wide: [WidePrefixes.Wide],
    filters: [(key: String, documents: [Int])],
    options: SearchOptions
  ) -> [Item] {
    let prefixes = wide.map { wide in
      Item(
        key: (wide.prefix + [UInt8(ascii: "*")])[...],
        size: min(wide.names.count, options.maximumNames / 4) * 5,
        content: .prefix(wide.names)
      )
    }
    let others =
      prefixes
      + filters.map { filter in
        Item(
          key: Array(filter.key.utf8)[...],
          // A value of many documents has few runs, or as many as it has documents.
          size: filter.key.utf8.count + filter.documents.count * 3,
          content: .filter(filter.documents)
        )
      }
    var rest = others.sorted { $0.key.lexicographicallyPrecedes($1.key) }[...]
    var items: [Item] = []
    items.reserveCapacity(sizes.count + rest.count)
    for (term, size) in sizes.enumerated() {
      let key = table.terms[term]
      while let other = rest.first, other.key.lexicographicallyPrecedes(key) {
        items.append(other)
        rest.removeFirst()
      }
      items.append(Item(key: key, size: size, content: .word(term)))
    }
    return items + rest
  }

  /// Cuts the keys into shards.
  ///
  /// - Parameter total: The size of all words.
  static func plan(
    keys: [ArraySlice<UInt8>],
    sizes: [Int],
    total: Int,
    options: SearchOptions
  ) -> ShardPlan {
    let isEnglish = options.language == .english
    return ShardPlan(keys: keys, sizes: sizes, target: target(total: total)) {
      isEnglish && EnglishStemmer.areStemMates($0, $1)
    }
  }

  /// Small shards for small sites, where a query's price is the terms it did not ask for; larger ones for
  /// large sites, where files have a price, too. In bytes before compression, which takes a quarter.
  private static func target(total: Int) -> Int {
    min(14_000, 4_000 + total / 15_000)
  }

  /// A prefix whose terms have more is searched by titles alone while its word is being typed.
  static let widestPrefix = 16_000

  /// Each route file holds the separators within a group of shards.
  private static func routes(
    _ separators: [[UInt8]],
    perFile: Int
  ) -> (files: [IndexFile], separators: [[UInt8]]) {
    var files: [IndexFile] = []
    var between: [[UInt8]] = []
    // Shard 0 has no separator before it.
    let all = [[]] + separators
    for start in stride(from: 0, to: all.count, by: perFile) {
      let group = all[start..<min(all.count, start + perFile)]
      if start > 0 { between.append(all[start]) }
      var terms = FrontCoder()
      for separator in group.dropFirst() { terms.append(separator[...]) }
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("first", start)
        writer.member("terms", terms.string)
      }
      files.append(IndexFile(path: "r/\(files.count).json", bytes: writer.bytes))
    }
    return (files, between)
  }
}
