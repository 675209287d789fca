import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

/// Radars in whole sites.
@Suite struct RadarSiteTests {
  private static let radar = """
    title: What we use
    date: 2026-10-05
    quadrants: [languages, platforms]
    rings: [adopt, hold]
    entries:
      - {title: Kotlin, quadrant: languages, ring: adopt, moved: in, entity: shop}
      - {title: A & B, quadrant: platforms, ring: hold, url: "https://b.example/?a=1&b=2"}
      - {title: Bad, quadrant: platforms, ring: hold, url: "javascript:alert(1)"}
    """

  private static func site(_ radars: [String: String], language: String = "en") throws -> SampleSite
  {
    let site = try SampleSite()
    try site.folder.write(radars)
    try site.folder.write(
      "site: {title: Acme, language: \(language)}\nsources: [{path: repos/*}]\nradars: [\(radars.keys.sorted().joined(separator: ", "))]\n",
      to: "site.yaml"
    )
    return site
  }

  @Test func drawsARadarAndListsTheSame() throws {
    let site = try Self.site(["tech.yaml": Self.radar])
    let report = try site.build()
    #expect(report.diagnostics.isEmpty)
    let page = try site.page("radar/tech/index.html")
    #expect(page.contains("<svg class=\"radar-drawing\""))
    #expect(page.contains("aria-label=\"Kotlin, adopt, Moved in\""))
    #expect(page.contains("href=\"../../catalog/default/component/shop/\""))
    #expect(page.contains("<strong>A &amp; B</strong>"))
    #expect(page.contains("href=\"https://b.example/?a=1&amp;b=2\""))
    #expect(!page.contains("javascript:"))
    #expect(!page.contains("style="))
  }

  @Test func leadsFromTheMenuToTheOnlyRadarAndElseToTheList() throws {
    let one = try Self.site(["tech.yaml": Self.radar])
    _ = try one.build()
    #expect(
      try one.page("index.html").contains(
        "href=\"./radar/tech/\" data-cb-place=\"radar\">Tech radar</a>"
      )
    )
    #expect(!one.folder.exists("dist/radar/index.html"))
    let two = try Self.site([
      "tech.yaml": Self.radar, "data.csv": "name,ring,quadrant\nA,Adopt,One\nB,Hold,Two\n",
    ])
    _ = try two.build()
    #expect(
      try two.page("index.html").contains(
        "href=\"./radar/\" data-cb-place=\"radar\">Tech radar</a>"
      )
    )
    let list = try two.page("radar/index.html")
    #expect(
      list.contains("radar/data/\">Data</a>") && list.contains("radar/tech/\">What we use</a>")
    )
    #expect(
      try two.page("radar/data/index.html").contains(
        "href=\"../../radar/\"><bdi itemprop=\"name\">Tech radar</bdi></a>"
      )
    )
  }

  @Test func speaksTheLanguageOfTheSite() throws {
    let site = try Self.site(["tech.yaml": Self.radar], language: "de")
    _ = try site.build()
    let page = try site.page("radar/tech/index.html")
    #expect(page.contains("5. Oktober 2026") && !page.contains("Moved in"))
  }

  @Test func isFoundBySearch() throws {
    let site = try Self.site(["tech.yaml": Self.radar])
    _ = try site.build()
    let files = try site.folder.contents(of: "dist/search")
    let text = files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(text.contains("radar/tech/"))
  }

  @Test func reportsFilesThatCannotBeReadOrHaveTheNameOfAnother() throws {
    let site = try Self.site(["tech.yaml": Self.radar, "more/tech.yaml": Self.radar])
    try site.folder.write(
      "sources: [{path: repos/*}]\nradars: [none.yaml, tech.yaml, more/tech.yaml]\n",
      to: "site.yaml"
    )
    let found = try site.build().diagnostics.map(\.id.rawValue)
    #expect(found.sorted() == ["operator-file-unreadable", "radar-name-taken"])
    #expect(site.folder.exists("dist/radar/tech/index.html"))
  }

  @Test func watchesTheFolderOfItsFile() throws {
    let site = try Self.site(["radars/tech.yaml": Self.radar])
    #expect(try SampleSite.watchedFolders(in: site.folder).contains { $0.hasSuffix("/radars") })
  }
}
