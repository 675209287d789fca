import CallboardBuild
import CallboardTestSupport
import Foundation
import Testing

/// Which stages a preview runs again after a change.
@Suite struct RememberedBuildTests {
  @Test func composesOnePageAndNoMoreAfterAnEditOfItsText() throws {
    var preview = try Preview()
    try preview.append("One more sentence.\n", to: "repos/shop/docs/index.md")
    let site = try preview.build()
    #expect(Self.stages(site) == ["inputs", "render", "compose"])
    #expect(Self.items(site, "render") == 1)
    #expect(Self.items(site, "compose") == 1)
    let page = try #require(site.files["docs/default/component/shop/index.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("One more sentence."))
  }

  @Test func readsNoDescriptorAfterANewHeading() throws {
    var preview = try Preview()
    try preview.append("## One more heading\n", to: "repos/shop/docs/index.md")
    let stages = Self.stages(try preview.build())
    #expect(stages.contains("plan"))
    #expect(!stages.contains("crawl"))
    #expect(!stages.contains("ingest"))
  }

  @Test func readsEverythingAgainAfterAnEditOfADescriptor() throws {
    var preview = try Preview()
    try preview.append("# A comment\n", to: "repos/shop/catalog-info.yaml")
    #expect(Self.stages(try preview.build()).contains("ingest"))
  }

  @Test func showsAPageAsItWasOnceAnEditIsTakenBack() throws {
    var preview = try Preview()
    let path = "repos/shop/docs/index.md"
    let before = try preview.site.folder.text(of: path)
    let first = try preview.build()
    try preview.append("One more sentence.\n", to: path)
    #expect(try preview.build().files != first.files)
    try preview.site.folder.write(before, to: path)
    let last = try preview.build()
    #expect(Self.stages(last) == ["inputs", "render", "compose"])
    #expect(last.files == first.files)
    #expect(last.search?.files == first.search?.files)
  }

  @Test func findsTheNewWordsOfAPage() throws {
    var preview = try Preview()
    let before = try preview.build().search?.files
    try preview.append("Mnemosyne.\n", to: "repos/shop/docs/index.md")
    #expect(try preview.build().search?.files != before)
  }

  @Test func reportsADeadLinkAndItsMending() throws {
    var preview = try Preview()
    let path = "repos/shop/docs/index.md"
    let before = try preview.site.folder.text(of: path)
    try preview.append("[Nowhere](nowhere.md)\n", to: path)
    #expect(try preview.build().report.diagnostics.count == 1)
    try preview.site.folder.write(before, to: path)
    #expect(try preview.build().report.diagnostics.isEmpty)
  }

  private static func stages(_ site: PreviewedSite) -> [String] {
    site.report.timings.entries.map(\.stage)
  }

  private static func items(_ site: PreviewedSite, _ stage: String) -> Int? {
    site.report.timings.entries.first { $0.stage == stage }?.items
  }
}

/// A sample site that is built into memory again and again.
private struct Preview {
  let site: SampleSite
  private var memory = SiteMemory()

  init() throws {
    site = try SampleSite()
    _ = try build()
  }

  mutating func build() throws -> PreviewedSite {
    let request = BuildRequest(
      configuration: "\(site.folder.path)/site.yaml",
      cache: "\(site.folder.path)/cache",
      jobs: 2,
      executable: BuiltProduct.callboard
    )
    let built = try BuildSession(request: request, progress: NoProgress()).preview(after: &memory)
    memory.settle()
    return built
  }

  func append(_ text: String, to path: String) throws {
    try site.folder.write(try site.folder.text(of: path) + "\n" + text, to: path)
  }
}
