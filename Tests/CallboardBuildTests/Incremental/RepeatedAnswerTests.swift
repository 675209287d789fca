import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Builds that ask others than files whether anything has changed.
@Suite struct RepeatedAnswerTests {
  @Test func endsAtOnceWhileTheServerOfACloneHasNothingNew() throws {
    let site = try CloneSite()
    let first = try site.build()
    #expect(first.diagnostics.count == 1)
    let second = try site.build()
    #expect(Self.stages(second) == ["inputs", "output", "answers"])
    #expect(second.diagnostics == first.diagnostics)
    let place = try #require(second.diagnostics.first?.span?.file)
    #expect(second.source(place) != nil)
    #expect(second.source(place) == first.source(place))
  }

  @Test func buildsAnewAfterAPushToTheServer() throws {
    let site = try CloneSite()
    _ = try site.build()
    try site.folder.write("# New title\n", to: "origin/docs/index.md")
    try site.repository.commit("Write", date: 1_700_100_000)
    #expect(Self.stages(try site.build()).contains("compose"))
    let page = try site.folder.text(of: "dist/docs/default/component/pay/index.html")
    #expect(page.contains("New title"))
    #expect(Self.stages(try site.build()) == ["inputs", "output", "answers"])
  }

  @Test func asksAServerAgainThatDidNotAnswer() throws {
    let site = try CloneSite()
    _ = try site.build()
    try FileManager.default.moveItem(
      atPath: "\(site.folder.path)/origin",
      toPath: "\(site.folder.path)/elsewhere"
    )
    #expect(Self.stages(try site.build()).contains("compose"))
    #expect(Self.stages(try site.build()).contains("compose"))
    try FileManager.default.moveItem(
      atPath: "\(site.folder.path)/elsewhere",
      toPath: "\(site.folder.path)/origin"
    )
    _ = try site.build()
    #expect(Self.stages(try site.build()) == ["inputs", "output", "answers"])
  }

  @Test func endsAtOnceWhileDiagramsAreDrawnByTheSameProgram() throws {
    let site = try DiagramSite(pages: ["index.md": "# Start\n\n\(DiagramSite.fence("a"))"])
    _ = try site.build()
    #expect(Self.stages(try site.build()) == ["inputs", "output", "answers"])
    let program = try site.folder.text(of: "draw.sh")
    try program.replacing("width='40'", with: "width='41'")
      .write(toFile: "\(site.folder.path)/draw.sh", atomically: false, encoding: .utf8)
    #expect(Self.stages(try site.build()).contains("compose"))
    #expect(try site.drawings().values.contains { $0.contains("41") })
  }

  @Test func drawsAgainWhatCouldNotBeDrawn() throws {
    let site = try DiagramSite(pages: ["index.md": "# Start\n\n\(DiagramSite.fence("fail"))"])
    _ = try site.build()
    #expect(Self.stages(try site.build()).contains("diagrams"))
  }

  private static func stages(_ report: BuildReport) -> [String] {
    report.timings.entries.map(\.stage)
  }
}

/// A site whose only repository is a clone of one beside it.
private struct CloneSite {
  let folder: TemporaryFolder
  let repository: GitRepository

  init() throws {
    folder = try TemporaryFolder()
    repository = try GitRepository("origin", in: folder)
    try folder.write(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: pay, annotations: {backstage.io/techdocs-ref: 'dir:.'}}
      spec: {type: website, lifecycle: production, owner: pay-team}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: pay-team}
      spec: {type: team, children: []}
      """,
      to: "origin/catalog-info.yaml"
    )
    try folder.write("site_name: Docs\n", to: "origin/mkdocs.yml")
    try folder.write("# Start\n\n[Nowhere](nowhere.md)\n", to: "origin/docs/index.md")
    try repository.commit("Begin", date: 1_700_000_000)
    try folder.write("sources:\n  - git: \(folder.path)/origin\n    name: pay\n", to: "site.yaml")
  }

  func build() throws -> BuildReport {
    try BuildSession(
      request: BuildRequest(
        configuration: "\(folder.path)/site.yaml",
        output: "\(folder.path)/dist",
        cache: "\(folder.path)/cache",
        jobs: 2,
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
  }
}
