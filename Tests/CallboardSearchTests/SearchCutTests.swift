import CallboardSearch
import Testing

/// An index can be cut by audience and by version, and says of each document which it belongs to.
@Suite struct SearchCutTests {
  private static func page(_ version: String, audience: String?, word: String) -> SearchRecord {
    var record = SearchRecord(
      url: "docs/\(version)/\(word)/",
      title: "Refunds of \(version)",
      kind: "docs",
      category: .docs
    )
    record.version = version
    record.audience = audience
    record.owner = audience.map { "\($0)-team" } ?? "everybody"
    record.sections = [.init(heading: "How", fragment: "how", text: "Refunds are \(word).")]
    return record
  }

  private static let records = [
    page("v1", audience: nil, word: "manual"),
    page("v2", audience: nil, word: "automatic"),
    page("v2", audience: "auditors", word: "zephyrous"),
  ]

  private static func text(of files: [SearchFile]) -> String {
    files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
  }

  @Test func anIndexForAnAudienceHasNoTraceOfTheRest() {
    let all = Self.text(of: SearchIndex.build(Self.records))
    let cut = Self.text(of: SearchIndex.build(Self.records.filter { $0.audience == nil }))
    for trace in ["zephyrous", "auditors"] {
      #expect(all.contains(trace))
      #expect(!cut.contains(trace))
    }
    #expect(all.contains(#""audience":"auditors""#))
  }

  @Test func anIndexHasItsFormWhateverItWasCutBy() {
    func forms(_ records: [SearchRecord]) -> Set<String> {
      Set(SearchIndex.build(records).map { String($0.path.prefix { $0 != "/" }) })
    }
    #expect(forms(Self.records) == forms(Self.records.filter { $0.version == "v2" }))
    #expect(forms(Self.records) == forms(Self.records.filter { $0.audience == nil }))
  }

  @Test func findsOneVersion() throws {
    let read = SearchQueryTests.reader(of: SearchIndex.build(Self.records))
    let answer = try SearchQuery.run("refunds version:v1", read: read)
    #expect(answer.results.map(\.url) == ["docs/v1/manual/"])
    let other = try SearchQuery.run("refunds -version:v1", read: read)
    #expect(other.total == 2)
  }
}
