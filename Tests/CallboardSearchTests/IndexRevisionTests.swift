import Testing

@testable import CallboardSearch

/// A revised index is the one that would be assembled.
@Suite struct IndexRevisionTests {
  private static let records = SampleRecords.site(pages: 200)
    .sorted { IndexRecord.precedes($0.url, $1.url) }

  /// An index with what a revision begins with.
  private struct Index {
    var words: [IndexRecord]
    var files: [String: [UInt8]]
    var outline: [UInt8]

    init(_ records: [SearchRecord], _ options: SearchOptions) {
      words = records.map {
        IndexRecord(
          SearchIndex.tokenize($0, options: options),
          digest: SearchIndex.digest
        )
      }
      let made = SearchIndex.files(words, options: options)
      outline = made.encodedOutline()
      files = [:]
      for file in made.files { files[file.path] = file.open().make() }
      files["entry.json"] = made.entry(digests: Self.digests(of: files)).bytes
    }

    static func digests(of files: [String: [UInt8]]) -> [SIMD2<UInt64>] {
      files.filter { $0.key != "entry.json" }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { $0.value.withUnsafeBytes { SearchIndex.digest($0) } }
    }

    /// False when only assembling would tell.
    mutating func revise(_ revised: [Int: SearchRecord], _ options: SearchOptions) -> Bool {
      let records = revised.mapValues {
        IndexRecord(SearchIndex.tokenize($0, options: options), digest: SearchIndex.digest)
      }
      guard let revision = IndexRevision(of: words, revised: records, options: options),
        let made = revision.files(since: outline, file: { files[$0] })
      else { return false }
      for file in made.files {
        #expect(files[file.path] != nil, "\(file.path) is new")
        files[file.path] = file.bytes
      }
      outline = made.outline
      for (number, record) in records { words[number] = record }
      let digests = Self.digests(of: files)
      files["entry.json"] =
        files["entry.json"].flatMap { revision.entry(digests: digests, since: $0) }?.bytes
      return true
    }
  }

  private static func different(
    _ index: Index,
    _ records: [SearchRecord],
    _ options: SearchOptions
  ) -> [String] {
    let whole = Index(records, options)
    return Set(whole.files.keys).union(index.files.keys)
      .filter { whole.files[$0] != index.files[$0] }.sorted()
  }

  @Test func makesFewFilesOfManyAgain() throws {
    let options = SearchOptions()
    var index = Index(Self.records, options)
    let before = index.files
    var record = Self.records[120]
    record.sections[0].text += Array(" Another sentence about a ledger and zymurgy.".utf8)
    let isRevised = index.revise([120: record], options)
    #expect(isRevised)
    var records = Self.records
    records[120] = record
    #expect(Self.different(index, records, options) == [])
    let changed = index.files.filter { before[$0.key] != $0.value }
    #expect(changed.count > 2)
    #expect(changed.count * 2 < before.count)
  }

  /// Lists that are cut, and words that come and go.
  @Test(arguments: [(5_120, 2_048), (40, 30), (7, 5)])
  func equalsTheWholeIndexAfterEachOfManyEdits(postings: Int, names: Int) throws {
    var options = SearchOptions()
    options.maximumPostings = postings
    options.maximumNames = names
    let seed = UInt64.random(in: 0..<1_000_000)
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let words = [
      "ledger", "invoice", "the queue", "zymurgy", "cache cache", "quay\(random(9))", "fogbank",
      "é", "日本語", "tide", "worker_\(random(5))", "policy",
    ]
    var records = Self.records
    var index = Index(records, options)
    var revisedCount = 0
    for round in 0..<20 {
      var edited: [Int: SearchRecord] = [:]
      for _ in 0...random(2) {
        let number = random(records.count)
        var record = records[number]
        guard !record.sections.isEmpty else { continue }
        let section = random(record.sections.count)
        if random(3) == 0 {
          let text = record.sections[section].text
          record.sections[section].text = Array(text.prefix(text.count / 2))
        } else {
          record.sections[section].text += Array(" \(words[random(words.count)]).".utf8)
        }
        if random(6) == 0 { record.sections[section].heading = words[random(words.count)] }
        edited[number] = record
      }
      for (number, record) in edited { records[number] = record }
      if index.revise(edited, options) {
        revisedCount += 1
        let different = Self.different(index, records, options)
        try #require(different == [], "seed \(seed), round \(round)")
      } else {
        index = Index(records, options)
      }
    }
    #expect(revisedCount > 3, "seed \(seed)")
  }

  @Test func leavesOtherTitlesToTheWholeIndex() {
    let options = SearchOptions()
    var index = Index(Self.records, options)
    var record = Self.records[120]
    record.title = "Zymurgy"
    let isRevised = index.revise([120: record], options)
    #expect(!isRevised)
  }

  @Test func leavesOtherWeightsToTheWholeIndex() {
    let options = SearchOptions()
    var index = Index(Self.records, options)
    var record = Self.records[120]
    record.sections[0].text = Array(String(repeating: "zymurgy ", count: 5_000).utf8)
    let isRevised = index.revise([120: record], options)
    #expect(!isRevised)
  }

  @Test func leavesFilesThatItDoesNotUnderstandToTheWholeIndex() {
    let options = SearchOptions()
    var index = Index(Self.records, options)
    for path in index.files.keys where path.hasPrefix("t/") {
      index.files[path]?.replace(Array(",".utf8), with: Array(", ".utf8))
    }
    var record = Self.records[120]
    record.sections[0].text += Array(" ledger".utf8)
    let isRevised = index.revise([120: record], options)
    #expect(!isRevised)
  }

  @Test func takesNoDamagedOutline() {
    let options = SearchOptions()
    let index = Index(Self.records, options)
    let outline = index.outline
    for count in [0, 10, outline.count / 2, outline.count - 1] {
      #expect(IndexOutline(encoded: Array(outline.prefix(count))) == nil, "\(count)")
    }
    #expect(IndexOutline(encoded: outline) != nil)
  }
}
