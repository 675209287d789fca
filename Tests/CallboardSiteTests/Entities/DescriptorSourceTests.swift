import CallboardCatalog
import CallboardDiagnostics
import Testing

@testable import CallboardSite

/// The lines of descriptors on pages.
@Suite struct DescriptorSourceTests {
  private static func group(_ name: String, _ more: String = "") -> String {
    "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata:\n  name: \(name)\n\(more)"
      + "spec:\n  type: team\n  children: []\n"
  }

  private func lines(_ sample: SiteSample, _ ref: String) throws -> (ClosedRange<Int>, String)? {
    let entity = try sample.model.catalog[sample.id(ref)]
    return sample.model.sources.document(of: entity).map {
      ($0.lines, String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  @Test func cutsEachDocumentOutOfItsFile() throws {
    let sample = try SiteSample(Self.group("a") + "---\n" + Self.group("b"))
    let first = try #require(try lines(sample, "group:a"))
    #expect(first.0.lowerBound == 1)
    #expect(first.1.hasPrefix("apiVersion") && first.1.contains("name: a"))
    #expect(!first.1.contains("name: b") && !first.1.contains("---"))
    let second = try #require(try lines(sample, "group:b"))
    #expect(second.1.split(separator: "\n").first == "apiVersion: backstage.io/v1alpha1")
    #expect(second.1.split(separator: "\n").last == "  children: []")
  }

  @Test func numbersLinesAsTheirFileDoes() throws {
    let sample = try SiteSample(Self.group("a") + "---\n" + Self.group("b"))
    let page = try #require(try sample.page("catalog/default/group/b"))
    let line = try #require(
      page.firstMatch(
        of: /id="L(\d+)"[^\n]*name<\/span>: <span class="t-s">b<|id="L(\d+)"[^\n]*name[^\n]*b\n/
      )
    )
    #expect(line.1 ?? line.2 == "12")
    #expect(!page.contains("id=\"L1\""))
  }

  @Test func escapesTheDescriptor() throws {
    let sample = try SiteSample(
      Self.group("a", "  description: \"</code><script>alert(1)</script>\"\n")
    )
    let page = try #require(try sample.page("catalog/default/group/a"))
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;"))
  }

  @Test func givesALargeDescriptorAPage() throws {
    let lines = (0..<2_000).map { "      line \($0)\n" }.joined()
    let sample = try SiteSample(
      """
      apiVersion: backstage.io/v1alpha1
      kind: API
      metadata: {name: big}
      spec:
        type: openapi
        lifecycle: production
        owner: nobody
        definition: |
      \(lines)
      """
    )
    let page = try #require(try sample.page("catalog/default/api/big"))
    #expect(page.contains("href=\"../../../../catalog/default/api/big/-/source/\""))
    #expect(!page.contains("id=\"L2\""))
    let source = try #require(try sample.page("catalog/default/api/big/-/source"))
    #expect(source.contains("id=\"L\(PageSize.source.lines)\""))
    #expect(!source.contains("id=\"L\(PageSize.source.lines + 1)\""))
    #expect(source.contains("content=\"noindex\""))
    // The owner's line stands on the page of the source, and the reason leads there.
    #expect(page.contains("catalog/default/api/big/-/source/#L7"))
  }

  @Test func cutsALineThatIsTooLongBetweenCharacters() throws {
    let text = String(repeating: "é", count: 100)
    let bytes = Array(text.utf8)
    let cut = SourceListing.prefix(of: bytes[...], 31)
    #expect(String(decoding: cut, as: UTF8.self) == String(repeating: "é", count: 15))
    let excerpt = DescriptorSources.Excerpt(bytes: bytes[...], lines: 7...7)
    #expect(excerpt.prefix(bytes: 31, lines: 10).bytes.count == 30)
    #expect(excerpt.prefix(bytes: 31, lines: 10).lines == 7...7)
    #expect(excerpt.prefix(bytes: 500, lines: 10).bytes.count == 200)
  }

  @Test func doesWithoutAFileThatBecameUnreadable() throws {
    let sample = try SiteSample(Self.group("a"))
    var model = sample.model
    model.sources = DescriptorSources()
    let entity = try model.catalog[sample.id("group:a")]
    #expect(model.sources.document(of: entity) == nil)
    #expect(model.sources.address(ofLine: 1, of: entity) == nil)
  }
}
