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

  /// Vim keeps a file beside the page as long as it is open, and another while it saves; Emacs a link that leads nowhere.
  @Test func composesOnePageWhenAnEditorHasFilesBesideIt() throws {
    var preview = try Preview()
    let path = "repos/shop/docs/index.md"
    try preview.site.folder.write("swap", to: "repos/shop/docs/.index.md.swp")
    try preview.site.folder.write("before", to: path + "~")
    try FileManager.default.createSymbolicLink(
      atPath: "\(preview.site.folder.path)/repos/shop/docs/.#index.md",
      withDestinationPath: "me@host.1"
    )
    for heard in [HeardChanges.anything, .files(["\(preview.site.folder.path)/\(path)"])] {
      try preview.append("One more sentence.\n", to: path)
      let site = try preview.build(hearing: heard)
      #expect(Self.stages(site) == ["inputs", "render", "compose"])
      #expect(Self.items(site, "compose") == 1)
    }
  }

  @Test func readsNoDescriptorAfterANewHeading() throws {
    var preview = try Preview()
    try preview.append("## One more heading\n", to: "repos/shop/docs/index.md")
    let stages = Self.stages(try preview.build())
    #expect(stages.contains("plan"))
    #expect(!stages.contains("crawl"))
    #expect(!stages.contains("ingest"))
  }

  @Test func composesNoMorePagesAfterTheFirstNewHeadingThanAfterOthers() throws {
    var preview = try Preview()
    let path = "repos/shop/docs/index.md"
    try preview.append("## One more heading\n", to: path)
    let first = Self.items(try preview.build(), "compose")
    try preview.append("## Another heading\n", to: path)
    let second = Self.items(try preview.build(), "compose")
    #expect(first != nil && first == second)
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
    #expect(try preview.build().files.all != first.files.all)
    try preview.site.folder.write(before, to: path)
    let last = try preview.build()
    #expect(Self.stages(last) == ["inputs", "render", "compose"])
    #expect(last.files.all == first.files.all)
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

  @Test func looksAtNothingButTheFilesThatAreSaidToHaveChanged() throws {
    var preview = try Preview()
    let (heard, unheard) = ("repos/shop/docs/index.md", "repos/shop/docs/guide/set up.md")
    try preview.append("Heard of.\n", to: heard)
    try preview.append("Not heard of.\n", to: unheard)
    let site = try preview.build(hearing: .files(["\(preview.site.folder.path)/\(heard)"]))
    #expect(Self.stages(site) == ["inputs", "render", "compose"])
    #expect(Self.items(site, "compose") == 1)
    #expect(preview.memory.isByHearsay)
    let isShown = preview.memory.verify()
    #expect(!isShown)
    #expect(Self.items(try preview.build(), "compose") == 1)
    let isShownNow = preview.memory.verify()
    #expect(isShownNow)
  }

  @Test func missesNoFileThatNobodyNamedWhenTheSiteIsLinkedAnew() throws {
    var preview = try Preview()
    let (heard, unheard) = ("repos/shop/docs/index.md", "repos/shop/docs/guide/set up.md")
    try preview.append("## Heard of\n", to: heard)
    try preview.append("Not heard of.\n", to: unheard)
    let site = try preview.build(hearing: .files(["\(preview.site.folder.path)/\(heard)"]))
    #expect(Self.stages(site).contains("plan"))
    #expect(preview.memory.isByHearsay)
    let isShown = preview.memory.verify()
    #expect(!isShown)
  }

  @Test func readsTheDocsAgainWhenAFileIsSaidToBeNewOrGone() throws {
    var preview = try Preview()
    let path = "repos/shop/docs/new.md"
    let heard = HeardChanges.files(["\(preview.site.folder.path)/\(path)"])
    try preview.site.folder.write("# New\n", to: path)
    #expect(
      try preview.build(hearing: heard).files["docs/default/component/shop/new/index.html"] != nil
    )
    try preview.site.folder.remove(path)
    #expect(
      try preview.build(hearing: heard).files["docs/default/component/shop/new/index.html"] == nil
    )
  }

  @Test func composesNothingWhenNothingHasChangedThatWasSaidTo() throws {
    var preview = try Preview()
    let path = "\(preview.site.folder.path)/repos/shop/docs/index.md"
    let site = try preview.build(hearing: .files([path, path + ".part"]))
    #expect(Self.stages(site) == ["inputs", "render", "compose"])
    #expect(Self.items(site, "compose") == 0)
  }

  @Test func looksAtEverythingWhenAFolderIsKnownUnderAnotherPath() throws {
    var preview = try Preview()
    let path = "repos/shop/docs/index.md"
    try preview.append("One more sentence.\n", to: path)
    let site = try preview.build(hearing: .files(["/somewhere/else/\(path)"]))
    #expect(Self.items(site, "compose") == 1)
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
  var memory = SiteMemory()

  init() throws {
    site = try SampleSite()
    _ = try build()
  }

  mutating func build(hearing heard: HeardChanges = .anything) throws -> PreviewedSite {
    let request = BuildRequest(
      configuration: "\(site.folder.path)/site.yaml",
      cache: "\(site.folder.path)/cache",
      jobs: 2,
      executable: BuiltProduct.callboard
    )
    return try BuildSession(request: request, progress: NoProgress())
      .preview(after: &memory, hearing: heard)
  }

  func append(_ text: String, to path: String) throws {
    try site.folder.write(try site.folder.text(of: path) + "\n" + text, to: path)
  }
}
