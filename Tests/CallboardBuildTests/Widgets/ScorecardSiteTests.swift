import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

/// Scorecards in whole sites.
@Suite struct ScorecardSiteTests {
  private static let configuration = """
    sources: [{path: repos/*}]
    scorecards:
      history: past.ndjson
      cards:
        - name: production
          title: Ready for production
          filter: kind=component
          levels: [bronze, silver]
          checks:
            - {title: Has an owner, matches: {relations.ownedBy: {$exists: true}}}
            - {title: Has docs, level: bronze, docs: true}
            - {title: Has a guide, level: silver, docs: guide/set up.md}
            - {title: Has pictures, level: silver, file: 'docs/**/*.svg'}
            - {title: Has a licence, level: silver, file: LICENSE, help: Add one & push.}

    """

  private static func site(_ text: String = configuration) throws -> SampleSite {
    let site = try SampleSite()
    try site.folder.write(["site.yaml": text, "past.ndjson": ""])
    return site
  }

  @Test func tellsOnAnEntitysPageWhatToDoNext() throws {
    let site = try Self.site()
    #expect(try site.build().diagnostics.isEmpty)
    let page = try site.page("catalog/default/component/shop/index.html")
    #expect(page.contains("id=\"cb:scorecards\"><span>Ready for production</span>"))
    #expect(page.contains("Bronze") && page.contains("4 of 5 checks passed"))
    #expect(page.contains("Has a licence") && page.contains("Add one &amp; push."))
    #expect(!page.contains("Has pictures"), "what is passed need not be done")
    let api = try site.page("catalog/default/api/pay/index.html")
    #expect(!api.contains("cb:scorecards"))
  }

  @Test func seesWhatHasChanged() throws {
    let site = try Self.site()
    _ = try site.build()
    try site.folder.write("All rights reserved.\n", to: "repos/shop/LICENSE")
    _ = try site.build()
    let page = try site.page("catalog/default/component/shop/index.html")
    #expect(page.contains("Silver") && page.contains("5 of 5 checks passed"))
    #expect(try site.page("scorecards/production/index.html").contains("1 of 1"))
  }

  @Test func looksFromTheRootOfTheRepositoryAfterASlash() throws {
    let site = try Self.site(
      Self.configuration.replacing("file: LICENSE", with: "file: /docs/index.md")
    )
    try site.folder.write(
      try site.folder.text(of: "repos/shop/catalog-info.yaml"),
      to: "repos/shop/service/catalog-info.yaml"
    )
    try site.folder.remove("repos/shop/catalog-info.yaml")
    _ = try site.build()
    let page = try site.page("catalog/default/component/shop/index.html")
    #expect(!page.contains("Has a licence") && page.contains("Has pictures"))
  }

  @Test func keepsWhatEarlierBuildsFoundAndAddsToIt() throws {
    let site = try Self.site()
    try site.folder.write(
      """
      {"date":"2026-01-02","scorecard":"production","owner":"group:default/sellers","percent":20,"entities":1}
      {"date":"2026-02-02","scorecard":"production","owner":"group:default/sellers","percent":60,"entities":1}

      """,
      to: "past.ndjson"
    )
    let repository = try GitRepository("repos/shop", in: site.folder)
    try repository.commit("Begin", date: 1_790_000_000)
    _ = try site.build()
    let lines = try site.page("scorecards/history.ndjson").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.last?.contains("\"percent\":80") == true)
    let page = try site.page("scorecards/production/index.html")
    #expect(page.contains("<svg class=\"sparkline\""))
    #expect(page.contains("2 January 2026: 20%"))
  }

  @Test func buildsAnewWhenTheHistoryIsAnother() throws {
    let site = try Self.site()
    _ = try site.build()
    #expect(try site.build().emitted?.written == 0)
    try site.folder.write(
      "{\"date\":\"2026-01-02\",\"scorecard\":\"production\",\"owner\":\"\",\"percent\":20,\"entities\":1}\n",
      to: "past.ndjson"
    )
    _ = try site.build()
    #expect(try site.page("scorecards/history.ndjson").contains("\"percent\":20"))
  }

  @Test(arguments: [
    ("name: production", "name: Production!"), ("level: bronze, docs", "level: gold, docs"),
    ("docs: true", "docs: true, file: LICENSE"), ("docs: true", "help: None"),
    ("file: LICENSE", "file: 'LICENSE['"), ("title: Has docs, ", ""),
  ])
  func refusesCardsThatCannotBe(old: String, new: String) throws {
    let site = try Self.site(Self.configuration.replacing(old, with: new))
    let failure = #expect(throws: BuildFailure.self) { try site.build() }
    #expect(failure?.diagnostics.contains { $0.id.rawValue == "scorecard-invalid" } == true)
  }
}
