import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

/// What the first page and the page about the build tell of the portal's state.
@Suite struct HealthTests {
  @Test func countsTheFindingsThatLinkingComesUponAndTheProblemsPageShows() throws {
    let site = try SampleSite()
    _ = try site.build()
    #expect(try site.page("index.html").contains("0 errors, 0 warnings"))
    try site.folder.write(
      "# Welcome\n\n[Gone](gone.md) and [away](away.md)\n",
      to: "repos/shop/docs/index.md"
    )
    let report = try site.build()
    let warnings = report.diagnostics.count { $0.severity == .warning }
    #expect(warnings >= 2)
    #expect(try site.page("index.html").contains("0 errors, \(warnings) warnings"))
  }

  @Test func tellsHowManyComponentsAreDocumented() throws {
    let site = try SampleSite()
    _ = try site.build()
    #expect(try site.page("index.html").contains("1 of 1 components have documentation"))
    #expect(!(try site.page("index.html").contains("Recently updated")), "nothing has a date")
  }

  @Test func tellsWhatWasUpdatedAndHowFreshItIs() throws {
    let site = try SampleSite()
    let repository = try GitRepository("repos/shop", in: site.folder)
    try repository.commit("Begin", date: 1_700_000_000)
    try site.folder.write("# Welcome back\n", to: "repos/shop/docs/index.md")
    try repository.commit("Change", date: 1_750_000_000)
    _ = try site.build()
    let page = try site.page("index.html")
    #expect(page.contains("id=\"cb:updated\">Recently updated"))
    #expect(page.contains("1 of 2 pages of docs were changed in the last year"))
    let about = try site.page("about/index.html")
    #expect(about.contains("<time datetime=\"2025-06-15"))
  }

  @Test func leavesOutWhatTheOperatorDoesNotName() throws {
    let site = try SampleSite()
    try site.folder.write(
      "sources: [{path: repos/*}]\nlayout: {home: [search, catalog]}\n",
      to: "site.yaml"
    )
    _ = try site.build()
    #expect(!(try site.page("index.html").contains("cb:health")))
  }
}
