import Foundation
import Testing

@testable import CallboardSearch

@Suite struct SearchQueryTests {
  static func reader(of files: [SearchFile]) -> (String) -> [UInt8]? {
    let byPath = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    return { byPath[$0] }
  }

  private let read = Self.reader(of: SearchIndex.build(SampleRecords.site()))

  /// A query and the beginning of the first result's address, or nothing.
  private static func cases() throws -> [(query: String, expected: String?)] {
    let data = try Data(contentsOf: SearchVectors.folder.appending(path: "queries.json"))
    return try JSONDecoder().decode([[String?]].self, from: data).map { ($0[0] ?? "", $0[1]) }
  }

  @Test func findsTheKnownPagesOfASite() throws {
    let cases = try Self.cases()
    try #require(!cases.isEmpty)
    for (query, expected) in cases {
      let first = try SearchQuery.run(query, read: read).results.first?.url
      if let expected {
        #expect(first?.hasPrefix(expected) == true, "\(query): \(first ?? "nothing")")
      } else {
        #expect(first == nil, "\(query)")
      }
    }
  }

  @Test func namesTheSectionsThatMatch() throws {
    let result = try #require(try SearchQuery.run("partial refunds", read: read).results.first)
    #expect(result.hits.first?.heading == "Partial refunds")
    #expect(result.hits.first?.fragment == "s1")
  }

  @Test func doesNotNameTheTitleAsASection() throws {
    let result = try #require(try SearchQuery.run("night watch", read: read).results.first)
    #expect(result.title == "Night watch")
    #expect(result.hits.isEmpty)
  }

  @Test func saysWhatItTookASlipFor() throws {
    let answer = try SearchQuery.run("refudns", read: read)
    #expect(answer.corrected == ["refunds"])
  }

  @Test func givesEachResultOnOnePageOnly() throws {
    var urls: [String] = []
    for offset in [0, 10, 20] {
      let answer = try SearchQuery.run("kind:docs cluster", offset: offset, read: read)
      urls += answer.results.map(\.url)
    }
    #expect(urls.count == 30)
    #expect(Set(urls).count == 30)
  }

  @Test func findsTermsThroughRouteFiles() throws {
    var options = SearchOptions()
    options.maximumSeparators = 12
    let files = SearchIndex.build(SampleRecords.site(pages: 600), options: options)
    try #require(files.contains { $0.path == "r/1.json" })
    let read = Self.reader(of: files)
    for number in [0, 17, 599] {
      let first = try SearchQuery.run("notes \(number)", read: read).results.first
      #expect(first?.url == "docs/default/component/filler/\(number)/")
    }
    #expect(
      try SearchQuery.run("refun", read: read).results.first?.title == "Refunds and chargebacks"
    )
  }

  @Test func refusesAnIndexItCannotRead() {
    #expect(throws: SearchQueryError.unreadableFile("entry.json")) {
      try SearchQuery.run("a") { _ in nil }
    }
    #expect(throws: SearchQueryError.unknownFormat(99)) {
      try SearchQuery.run("a") { _ in Array(#"{"format": 99}"#.utf8) }
    }
  }

  @Test func survivesADamagedIndex() {
    // Every file but the entry cut in half and closed again, or filled with the highest digits.
    let read = read
    for filler in ["A", "_", "\u{1F}", "\""] {
      let damaged: (String) -> [UInt8]? = { path in
        guard let bytes = read(path), path != "entry.json" else { return read(path) }
        let text = String(decoding: bytes, as: UTF8.self)
        return Array(text.replacingOccurrences(of: "B", with: filler).utf8)
      }
      for query in ["payment gateway", "refun", "kind:api", "\"bank settles\"", "paymnet"] {
        // Whether it throws or finds nothing is all one; it must return.
        _ = try? SearchQuery.run(query, read: damaged)
      }
    }
  }
}
