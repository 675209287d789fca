import CallboardJSON

/// The files `t/<n>.json`: every term, prefix list and filter with its documents.
struct TermShards {
  /// A key of the shards with what is written for it.
  private enum Content {
    case word(Int)
    case prefix([PostingTable.Name])
    case filter([Int])
  }

  let files: [SearchFile]
  let shardCount: Int
  /// Between the shards, or between the route files where there are some.
  let separators: [[UInt8]]
  let hasRoutes: Bool

  init(
    table: PostingTable,
    sorted: [Int],
    filters: [(key: String, documents: [Int])],
    tokens: [RecordTokens],
    averages: Ranking.Averages,
    options: SearchOptions
  ) {
    let sizes = sorted.map { Self.expectedSize($0, in: table, options: options) }
    let target = Self.target(total: sizes.reduce(0, +))

    var items: [(key: ArraySlice<UInt8>, size: Int, content: Content)] = []
    for (term, size) in zip(sorted, sizes) {
      items.append((table.terms.bytes[table.terms.range(term)], size, .word(term)))
    }
    for wide in WidePrefixes.find(table: table, sorted: sorted, sizes: sizes, limit: target * 2) {
      let key = wide.prefix + [UInt8(ascii: "*")]
      items.append(
        (key[...], min(wide.names.count, options.maximumNames / 4) * 5, .prefix(wide.names))
      )
    }
    for filter in filters {
      items.append((Array(filter.key.utf8)[...], filter.documents.count, .filter(filter.documents)))
    }
    items.sort { $0.key.lexicographicallyPrecedes($1.key) }

    let plan = ShardPlan(keys: items.map(\.key), sizes: items.map(\.size), target: target)
    let normalizers = tokens.map { Ranking.Normalizers($0.lengths, averages: averages) }
    var files = plan.starts.indices.map { shard in
      var writer = TermShardWriter(tokens: tokens, normalizers: normalizers, options: options)
      for item in items[plan.range(shard, of: items.count)] {
        switch item.content {
        case .word(let term):
          writer.append(
            word: item.key,
            postings: table.postings(of: term),
            names: table.names(of: term)
          )
        case .prefix(let names): writer.append(prefix: item.key, names: names)
        case .filter(let documents): writer.append(filter: item.key, documents: documents)
        }
      }
      return SearchFile(path: "t/\(shard).json", bytes: writer.bytes())
    }
    shardCount = plan.starts.count
    hasRoutes = plan.separators.count > options.maximumSeparators
    if hasRoutes {
      let routes = Self.routes(plan.separators, perFile: max(1, options.maximumSeparators / 6))
      separators = routes.separators
      files += routes.files
    } else {
      separators = plan.separators
    }
    self.files = files
  }

  /// Small shards for small sites, where a query's price is the terms it did not ask for; larger ones for
  /// large sites, where files have a price, too. In bytes before compression, which takes a quarter.
  private static func target(total: Int) -> Int {
    min(14_000, 4_000 + total / 1_500)
  }

  private static func expectedSize(
    _ term: Int,
    in table: PostingTable,
    options: SearchOptions
  ) -> Int {
    let postings = min(table.postings(of: term).count, options.maximumPostings)
    let names = min(table.names(of: term).count, options.maximumNames)
    return 8 + postings * 11 / 2 + names * 5
  }

  /// Each route file holds the separators within a group of shards.
  private static func routes(
    _ separators: [[UInt8]],
    perFile: Int
  ) -> (files: [SearchFile], separators: [[UInt8]]) {
    var files: [SearchFile] = []
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
      files.append(SearchFile(path: "r/\(files.count).json", bytes: writer.bytes))
    }
    return (files, between)
  }
}
