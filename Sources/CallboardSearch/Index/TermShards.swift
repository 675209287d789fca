import CallboardJSON

/// The files `t/<n>.json`: every term, prefix list and filter with its documents.
struct TermShards {
  /// A key that is no word, with what is written for it.
  fileprivate struct Other: Sendable {
    var key: [UInt8]
    /// In bytes, as expected.
    var size: Int
    var content: Content
  }

  fileprivate enum Content: Sendable {
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
    digest: @escaping IndexDigest
  ) {
    let others = Self.others(table, filters, options)
    let otherKeys = TermList(others.map { $0.key[...] })
    let otherSizes = others.map { UInt32(truncatingIfNeeded: $0.size) }
    let keys = ShardKeys(table.counts, others: otherKeys, otherSizes: otherSizes, options: options)
    let plan = Self.plan(keys, of: table.counts, options: options)
    let common = [UInt64(options.maximumPostings), UInt64(options.maximumNames)]
    let documents = popularityLevels.withUnsafeBytes { digest($0) }
    let windows = PostingWindows(table, plan, keys)
    var files = plan.starts.indices.map { shard in
      IndexFile(path: Self.path(shard)) {
        let positions = plan.range(shard, of: keys.count)
        let window = windows.window(of: shard)
        var contents: [UInt8] = []
        contents.appendPlain(common + [documents.x, documents.y])
        Self.appendContents(of: positions, keys, others, table, window, to: &contents)
        return IndexFile.Opened(key: contents.withUnsafeBytes { digest($0) }) {
          var writer = TermShardWriter(
            table: table,
            window: window,
            popularityLevels: popularityLevels,
            options: options
          )
          for position in positions {
            switch keys.entry(at: position) {
            case .word(let term): writer.append(word: term)
            case .other(let other): others[other].write(to: &writer)
            }
          }
          return writer.bytes()
        }
      }
    }
    shardCount = plan.starts.count
    outline = IndexOutline(
      counts: table.counts,
      others: otherKeys,
      otherSizes: otherSizes,
      separators: TermList(plan.separators.map { $0[...] })
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
    of positions: Range<Int>,
    _ keys: ShardKeys,
    _ others: [Other],
    _ table: PostingTable,
    _ window: PostingWindow,
    to bytes: inout [UInt8]
  ) {
    for (place, position) in zip(0..., positions) {
      guard case .other(let number) = keys.entry(at: position) else { continue }
      let other = others[number]
      bytes.appendNumber(place)
      bytes.appendPlain(other.key)
      switch other.content {
      case .prefix(let names): bytes.appendPlain(names)
      case .filter(let documents): bytes.appendPlain(documents)
      }
    }
    bytes.appendNumber(positions.count)
    table.appendContents(of: keys.words(in: positions), window, to: &bytes)
  }

  /// Prefixes and filters, by key.
  private static func others(
    _ table: PostingTable,
    _ filters: [(key: String, documents: [Int])],
    _ options: SearchOptions
  ) -> [Other] {
    let wide = WidePrefixes.find(table: table, limit: widestPrefix, options: options)
    let prefixes = wide.map { wide in
      Other(
        key: wide.prefix + [UInt8(ascii: "*")],
        size: min(wide.names.count, options.maximumNames / 4) * 5,
        content: .prefix(wide.names)
      )
    }
    let values = filters.map { filter in
      Other(
        key: Array(filter.key.utf8),
        // A value of many documents has few runs, or as many as it has documents.
        size: filter.key.utf8.count + filter.documents.count * 3,
        content: .filter(filter.documents)
      )
    }
    return (prefixes + values).sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// Cuts the keys into shards.
  static func plan(_ keys: ShardKeys, of counts: TermCounts, options: SearchOptions) -> ShardPlan {
    ShardPlan(
      keys,
      target: target(of: counts, options),
      areTogether: areTogether(options)
    )
  }

  /// Whether keys would be cut as before some of them changed.
  ///
  /// - Parameters:
  ///   - earlier: Of the terms before.
  ///   - separators: Between the shards that were cut then.
  ///   - changed: The terms that tell something else now; ascending.
  static func planStands(
    _ keys: ShardKeys,
    of counts: TermCounts,
    since earlier: TermCounts,
    separators: TermList,
    changed: [ArraySlice<UInt8>],
    options: SearchOptions
  ) -> Bool {
    let target = target(of: counts, options)
    if target == self.target(of: earlier, options) {
      return ShardPlan.stands(
        separators,
        of: keys,
        changed: changed,
        target: target,
        areTogether: areTogether(options)
      )
    }
    let plan = plan(keys, of: counts, options: options)
    return plan.separators.count == separators.count
      && plan.separators.enumerated().allSatisfy { separators[$0].elementsEqual($1) }
  }

  /// Whether whoever looks for one of two words wants the other, too.
  private static func areTogether(
    _ options: SearchOptions
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool {
    let isEnglish = options.language == .english
    return { isEnglish && EnglishStemmer.areStemMates($0, $1) }
  }

  private static func target(of counts: TermCounts, _ options: SearchOptions) -> Int {
    target(total: counts.expectedSize(of: 0..<counts.count, options: options))
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

extension TermShards.Other {
  fileprivate func write(to writer: inout TermShardWriter) {
    switch content {
    case .prefix(let names): writer.append(prefix: key[...], names: names)
    case .filter(let documents): writer.append(filter: key[...], documents: documents)
    }
  }
}
