import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

@Suite struct BuildSessionTests {
  @Test func buildsAPageForEachEntityAndEachDocument() throws {
    let site = try SampleSite()
    let report = try site.build()

    #expect(report.diagnostics.isEmpty)
    #expect(report.entityCount == 3)
    #expect(report.repositoryCount == 2)
    for path in [
      "index.html", "404.html", ".nojekyll", "catalog/index.html", "search/index.html",
      "problems/index.html", "about/index.html", "catalog/default/component/shop/index.html",
      "catalog/default/group/sellers/index.html", "catalog/default/api/pay/index.html",
      "catalog/-/kind/api/index.html", "docs/index.html",
      "docs/default/component/shop/index.html",
      "docs/default/component/shop/guide/set up/index.html",
      "docs/default/component/shop/img/plan.svg", "search/index/entry.json",
      "api/v1/index.json", "api/v1/relations.ndjson", "api/v1/problems.json",
      "api/v1/entities/by-name/component/default/shop.json",
    ] {
      #expect(site.folder.exists("dist/\(path)"), "\(path)")
    }
  }

  @Test func linksPagesByRelativeAddresses() throws {
    let site = try SampleSite()
    _ = try site.build()
    let home = try site.page("docs/default/component/shop/index.html")
    #expect(home.contains("href=\"guide/set%20up/#first-steps\">guide</a>"))
    #expect(home.contains("src=\"img/plan.svg\""))
    let guide = try site.page("docs/default/component/shop/guide/set up/index.html")
    #expect(guide.contains("href=\"../../\">start</a>"))
  }

  @Test func takesTheTitleOfAPageFromItsFrontMatter() throws {
    let site = try SampleSite()
    _ = try site.build()
    let guide = try site.page("docs/default/component/shop/guide/set up/index.html")
    #expect(guide.contains("<title>Setting up · Shop docs · Acme</title>"))
    #expect(guide.contains("<h1>Setting up</h1>"))
  }

  @Test func escapesWhatAuthorsWroteInDescriptors() throws {
    let site = try SampleSite()
    _ = try site.build()
    let page = try site.page("catalog/default/component/shop/index.html")
    #expect(page.contains("The &lt;Shop&gt;"))
    #expect(!page.contains("<Shop>"))
  }

  @Test func showsARelationAtBothOfItsEnds() throws {
    let site = try SampleSite()
    _ = try site.build()
    let relations = try site.page("api/v1/relations.ndjson")
    #expect(
      relations.contains(
        """
        {"source":"component:default/shop","type":"consumesApi","target":"api:default/pay",\
        "dangling":false}
        """
      )
    )
    #expect(relations.contains("\"source\":\"api:default/pay\",\"type\":\"apiConsumedBy\""))
    #expect(try site.page("catalog/default/api/pay/index.html").contains("Consumed by"))
  }

  @Test func writesNothingWhenNothingChanged() throws {
    let site = try SampleSite()
    _ = try site.build()
    let emitted = try #require(try site.build().emitted)
    #expect(emitted.written == 0)
    #expect(emitted.removed == 0)
    #expect(!emitted.exchanged)
  }

  @Test func keepsAPageThatTellsOfADeletedEntity() throws {
    let site = try SampleSite()
    _ = try site.build()
    try site.folder.remove("repos/pay")
    let report = try site.build()
    #expect(!site.folder.exists("dist/api/v1/entities/by-name/api/default/pay.json"))
    let page = try site.page("catalog/default/api/pay/index.html")
    #expect(page.contains("This catalog has no such entity"))
    #expect(report.diagnostics.map(\.id.rawValue) == ["relation-target-missing"])
  }

  @Test func servesThePageOfMissingAddressesFromTheRootOfTheSite() throws {
    let site = try SampleSite()
    _ = try site.build()
    #expect(try site.page("404.html").contains("href=\"/docs/\""))
  }

  @Test func reportsADeadLinkAtItsPlace() throws {
    let site = try SampleSite()
    try site.folder.write(
      "# Welcome\n\nSee [this](guide/setup.md).\n",
      to: "repos/shop/docs/index.md"
    )
    let report = try site.build()
    let finding = try #require(report.diagnostics.first)
    #expect(finding.id.rawValue == "link-target-missing")
    #expect(finding.span?.file == SourcePath(repository: "shop", path: "docs/index.md"))
    #expect(finding.span?.range.lowerBound == .init(line: 3, column: 5))
    #expect(finding.help == ["Change its file name to 'set up.md'."])
    #expect(try site.page("problems/index.html").contains("guide/setup.md"))
  }

  @Test func refusesASiteFileWithUnknownKeys() throws {
    let site = try SampleSite()
    try site.folder.write("sources:\n  - paht: repos/*\n", to: "site.yaml")
    let failure = #expect(throws: BuildFailure.self) { try site.build() }
    let finding = try #require(failure?.diagnostics.first { $0.id.rawValue == "key-unknown" })
    #expect(finding.help == ["Change it to 'path'."])
    #expect(finding.span?.range.lowerBound == .init(line: 2, column: 5))
  }
}
