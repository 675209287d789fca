import CallboardJSON

/// `entry.json`, the one file that a client reads before any query.
struct EntryFile {
  let documents: Int
  let options: SearchOptions
  let averages: Ranking.Averages
  let filters: FilterLists
  let terms: TermShards
  let vocabulary: VocabularyShards
  let build: String

  func file() -> SearchFile {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", SearchIndex.formatVersion)
      writer.member("build", build)
      writer.member("language", options.language.rawValue)
      writer.member("documents", documents)
      writer.member("documentsPerFile", max(1, options.documentsPerFile))
      writer.key("averages")
      writer.object { writer in
        writeRounded("title", averages.title, to: &writer)
        writeRounded("heading", averages.heading, to: &writer)
        writeRounded("body", averages.body, to: &writer)
      }
      writer.key("weights")
      writer.object { writer in
        writeRounded("title", Ranking.titleWeight, to: &writer)
        writeRounded("heading", Ranking.headingWeight, to: &writer)
        writeRounded("metadata", Ranking.metadataWeight, to: &writer)
        writeRounded("body", 1, to: &writer)
      }
      writer.member("facets", FilterLists.facets.filter { filters.values[$0] != nil })
      writer.member("stopWords", StopWords.list(options.language))
      writer.member("shards", terms.shardCount)
      writer.member(terms.hasRoutes ? "routes" : "terms", Self.coded(terms.separators))
      writer.member("vocabularyShards", vocabulary.files.count)
      writer.member("vocabulary", Self.coded(vocabulary.separators))
    }
    return SearchFile(path: "entry.json", bytes: writer.bytes)
  }

  private func writeRounded(_ name: String, _ value: Double, to writer: inout JSONWriter) {
    writer.key(name)
    writer.number((value * 10).rounded() / 10)
  }

  private static func coded(_ separators: [[UInt8]]) -> String {
    var coder = FrontCoder()
    for separator in separators { coder.append(separator[...]) }
    return coder.string
  }
}
