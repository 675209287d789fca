import CallboardSearch
import Testing

@Suite struct TokenCodingTests {
  @Test func givesTheSameIndexFromTokensThatWereKept() throws {
    let records = SampleRecords.site()
    let tokens = records.map { SearchIndex.tokenize($0) }
    let kept = try tokens.map { try #require(RecordTokens(encoded: $0.encoded())) }
    let expected = SearchIndex.assemble(tokens)
    #expect(SearchIndex.assemble(kept).map(\.path) == expected.map(\.path))
    #expect(SearchIndex.assemble(kept).map(\.bytes) == expected.map(\.bytes))
  }

  @Test func refusesTokensThatAreCutShort() throws {
    let record = try #require(SampleRecords.site().first)
    let bytes = SearchIndex.tokenize(record).encoded()
    for count in 0..<bytes.count {
      #expect(RecordTokens(encoded: Array(bytes.prefix(count))) == nil)
    }
  }
}
