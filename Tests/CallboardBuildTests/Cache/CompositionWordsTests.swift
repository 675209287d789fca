import CallboardSearch
import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardBuild

/// What a build does about words that it has put into the cache and cannot read again.
@Suite struct CompositionWordsTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path + "/compositions" }
  private let key = ContentHash(of: "a page")

  init() throws {
    temporary = try TemporaryFolder()
  }

  private static var record: IndexRecord {
    let page = SearchRecord(url: "docs/shop/", title: "Shop", kind: "docs", category: .docs)
    let tokens = SearchIndex.tokenize(page, options: SearchOptions())
    return IndexRecord(tokens, digest: SearchCache.digest)
  }

  private func composed() -> GrowingCache {
    var composition = KnownComposition()
    composition.tokens = Self.record
    let entries = GrowingCache(folder: folder)
    entries.keep(composition.encoded(), key: key)
    return entries
  }

  private var kept: KeptTexts.Record {
    KeptTexts.Record(url: Self.record.url, figures: Self.record.figures, words: .composed(key))
  }

  @Test func fetchesTheWordsOfAComposition() {
    let words = CompositionWords(composed())
    #expect(words.record(kept).encoded == Self.record.encoded)
    #expect(!words.areLost)
  }

  @Test func tellsThatWordsAreLost() throws {
    let entries = composed()
    entries.save()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try #require(truncate("\(folder)/\(name)", 100) == 0)
    }
    let words = CompositionWords(entries)
    #expect(words.record(kept).encoded.isEmpty)
    #expect(words.areLost)
  }
}
