import Foundation
import Testing

@testable import CallboardSearch

@Suite struct SearchIndexTests {
  @Test func givesEqualBytesForAnyOrderOfRecords() {
    let records = SampleRecords.site()
    let files = SearchIndex.build(records)
    #expect(SearchIndex.build(records.reversed()) == files)
    #expect(SearchIndex.build(records) == files)
  }

  @Test func changesTheBuildIDWithAnyFile() throws {
    var records = SampleRecords.site()
    let before = try entry(of: SearchIndex.build(records))
    records[3].summary += " more"
    let after = try entry(of: SearchIndex.build(records))
    #expect(before.build != after.build)
  }

  @Test func writesOnlyJSONInAFixedSetOfFolders() throws {
    for file in SearchIndex.build(SampleRecords.site()) {
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(file.bytes))
      }
      let folder = file.path.split(separator: "/").first.map(String.init)
      #expect(["entry.json", "t", "v", "d", "f", "r", "x"].contains(folder), "\(file.path)")
    }
  }

  @Test func keepsShardsNearTheirTarget() throws {
    let files = SearchIndex.build(SampleRecords.site(pages: 600))
    let shards = files.filter { $0.path.hasPrefix("t/") }
    #expect(shards.count > 4)
    // One word of every page is the largest list that this site can have.
    #expect(shards.allSatisfy { $0.bytes.count < 20_000 })
  }

  @Test func boundsTheListOfACommonWord() throws {
    var options = SearchOptions()
    options.maximumPostings = 50
    options.maximumNames = 20
    let records = (0..<400).map { number in
      var record = SearchRecord(
        url: "docs/\(number)/",
        title: "Overview \(number)",
        kind: "docs",
        category: .docs
      )
      record.sections = [.init(text: "common")]
      return record
    }
    let unbounded = SearchIndex.build(records).reduce(0) { $0 + $1.bytes.count }
    let bounded = SearchIndex.build(records, options: options).reduce(0) { $0 + $1.bytes.count }
    #expect(bounded < unbounded)
  }

  @Test func acceptsASiteWithoutPages() throws {
    let entry = try entry(of: SearchIndex.build([]))
    #expect(entry.documents == 0)
    #expect(entry.shards == 0)
  }

  @Test func acceptsARecordWithManySectionsAndNoWords() {
    var record = SearchRecord(url: "docs/", title: "", kind: "", category: .docs)
    record.sections = (0..<5_000).map {
      .init(heading: "", fragment: "s\($0)", text: Array("…".utf8))
    }
    #expect(!SearchIndex.build([record]).isEmpty)
  }

  @Test func cutsExcerptsBetweenWords() {
    var record = SearchRecord(url: "docs/", title: "Guide", kind: "docs", category: .docs)
    record.sections = [.init(text: "one  two\nthree four")]
    var options = SearchOptions()
    options.excerptLength = 9
    let document = SearchIndex.tokenize(record, options: options).document
    #expect(document.excerpt == "one two…")
  }

  private struct Entry: Decodable {
    var build: String
    var documents: Int
    var shards: Int
  }

  private func entry(of files: [SearchFile]) throws -> Entry {
    let file = try #require(files.first { $0.path == "entry.json" })
    return try JSONDecoder().decode(Entry.self, from: Data(file.bytes))
  }
}
