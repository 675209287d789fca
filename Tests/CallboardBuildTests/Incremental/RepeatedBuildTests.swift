import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// What makes a build end at once with the findings of the last one, and what does not.
@Suite struct RepeatedBuildTests {
  @Test func readsNothingWhenNothingHasChanged() throws {
    let site = try SampleSite()
    try site.folder.write("# Welcome\n\n[Nowhere](nowhere.md)\n", to: "repos/shop/docs/index.md")
    let first = try site.build()
    #expect(first.diagnostics.count == 1)
    let second = try site.build()
    #expect(Self.stages(second) == ["inputs", "output"])
    #expect(second.diagnostics == first.diagnostics)
    #expect(second.pageCount == first.pageCount)
    #expect(second.entityCount == first.entityCount)
    #expect(second.repositoryCount == first.repositoryCount)
    #expect(second.emitted?.written == 0)
    #expect(second.emitted?.unchanged == first.emitted?.written)
    let place = try #require(second.diagnostics.first?.span?.file)
    #expect(second.source(place) == first.source(place))
  }

  @Test func quotesTheFilesOfNotesInRepositoriesWithoutFindings() throws {
    let site = try SampleSite()
    try site.folder.write(
      "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: pay}\n"
        + "spec: {type: openapi, lifecycle: production, owner: sellers, definition: x}\n",
      to: "repos/shop/apis/catalog-info.yaml"
    )
    let report = try site.build()
    let found = try #require(report.diagnostics.first { !$0.notes.isEmpty })
    let other = try #require(found.notes.first?.span?.file)
    #expect(report.diagnostics.allSatisfy { $0.span?.file.repository != other.repository })
    #expect(report.source(other) != nil)
  }

  @Test(arguments: [
    "repos/shop/docs/index.md", "repos/shop/catalog-info.yaml", "repos/shop/mkdocs.yml",
    "repos/shop/docs/img/plan.svg", "site.yaml",
  ])
  func buildsAnewWhenAFileHasChangedKeepingItsSize(path: String) throws {
    let site = try SampleSite()
    _ = try site.build()
    let text = try site.folder.text(of: path)
    try site.folder.write(text.replacing("s", with: "z"), to: path)
    #expect(Self.stages((try? site.build()) ?? nil) != ["inputs", "output"])
  }

  /// Only files come and go with an editor; a folder or a link may be a repository.
  @Test func readsARepositoryBehindANewLinkThatIsNamedLikeAFileOfAnEditor() throws {
    let site = try SampleSite()
    try site.folder.write("# Old\n", to: "elsewhere/readme.md")
    let before = try site.build().repositoryCount
    try site.folder.write("x", to: "repos/open~")
    #expect(Self.stages(try site.build()) == ["inputs", "output"])
    try FileManager.default.createSymbolicLink(
      atPath: "\(site.folder.path)/repos/old~",
      withDestinationPath: "../elsewhere"
    )
    #expect(try site.build().repositoryCount == before + 1)
  }

  @Test func readsAFileAgainThatWasOnlyTouched() throws {
    let site = try SampleSite()
    _ = try site.build()
    let path = "repos/shop/docs/index.md"
    try site.folder.write(try site.folder.text(of: path), to: path)
    #expect(Self.stages(try site.build()) == ["inputs", "output"])
  }

  @Test(arguments: [
    "repos/shop/docs/new.md", "repos/third/readme.md", "repos/pay/.git/HEAD", ".git/HEAD",
  ])
  func buildsAnewWhenAFileHasComeToTheSources(path: String) throws {
    let site = try SampleSite()
    _ = try site.build()
    try site.folder.write("ref: refs/heads/main\n", to: path)
    #expect(Self.stages(try site.build()) != ["inputs", "output"])
  }

  @Test func buildsAnewWhenAFileIsGone() throws {
    let site = try SampleSite()
    _ = try site.build()
    try site.folder.remove("repos/shop/docs/guide/set up.md")
    #expect(Self.stages(try site.build()) != ["inputs", "output"])
  }

  @Test(arguments: ["dist/index.html", "dist/stray.txt"])
  func mendsAnOutputThatSomebodyHasChanged(path: String) throws {
    let site = try SampleSite()
    _ = try site.build()
    let expected = try site.folder.contents(of: "dist")
    try site.folder.write("stray", to: path)
    #expect(Self.stages(try site.build()) != ["inputs", "output"])
    #expect(try site.folder.contents(of: "dist") == expected)
    #expect(Self.stages(try site.build()) == ["inputs", "output"])
  }

  @Test func buildsAnewAfterACommit() throws {
    let site = try SampleSite()
    let repository = try GitRepository("repos/shop", in: site.folder)
    try repository.commit("Begin", date: 1_700_000_000)
    _ = try site.build()
    #expect(Self.stages(try site.build()) == ["inputs", "output"])
    try repository.commit("Say more", date: 1_700_100_000)
    #expect(Self.stages(try site.build()) != ["inputs", "output"])
  }

  @Test func takesADamagedRecordForNone() throws {
    let site = try SampleSite()
    _ = try site.build()
    let records = try site.folder.contents(of: "cache/builds")
    let name = try #require(records.keys.first { $0.hasSuffix(".record") })
    var bytes = try #require(records[name])
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: site.folder.url.appending(path: "cache/builds/\(name)"))
    #expect(Self.stages(try site.build()) != ["inputs", "output"])
  }

  private static func stages(_ report: BuildReport?) -> [String] {
    report?.timings.entries.map(\.stage) ?? []
  }
}
