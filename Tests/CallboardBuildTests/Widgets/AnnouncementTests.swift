import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Announcements in whole sites.
@Suite struct AnnouncementTests {
  private static func site(_ files: [String: String]) throws -> SampleSite {
    let site = try SampleSite()
    try site.folder.write([
      "site.yaml": """
      site: {title: Acme}
      sources: [{path: repos/*}]
      announcements: news
      """
    ])
    try site.folder.write(files)
    return site
  }

  private static let freeze = """
    ---
    title: A freeze & more
    description: Nothing goes out.
    from: 2026-12-01
    until: 2026-12-24
    severity: warning
    audience: [sellers]
    ---
    Ask [the shop](entity:component:default/shop) or read [the other](2026-11-01-hello.md).
    """

  @Test func listsThemNewestFirstWithTheirDays() throws {
    let site = try Self.site([
      "news/2026-11-01-hello.md": "# Hello\n\nWelcome.", "news/freeze.md": Self.freeze,
      "news/README.md": "How to write one.",
    ])
    let report = try site.build()
    #expect(report.diagnostics.isEmpty)
    let list = try site.page("announcements/index.html")
    let freeze = try #require(list.range(of: "freeze/\">A freeze &amp; more"))
    let hello = try #require(list.range(of: "2026-11-01-hello/\">Hello"))
    #expect(freeze.lowerBound < hello.lowerBound)
    #expect(list.contains("data-cb-from=\"2026-12-01\" data-cb-until=\"2026-12-24\""))
    #expect(!list.contains("README") && !list.contains("readme"))
  }

  @Test func linksTheirTextsToEntitiesAndToEachOther() throws {
    let site = try Self.site([
      "news/2026-11-01-hello.md": "# Hello\n\nWelcome.", "news/freeze.md": Self.freeze,
    ])
    _ = try site.build()
    let page = try site.page("announcements/freeze/index.html")
    #expect(page.contains("href=\"../../catalog/default/component/shop/\""))
    #expect(page.contains("href=\"../2026-11-01-hello/\""))
    let hello = try site.page("announcements/2026-11-01-hello/index.html")
    #expect(hello.matches(of: /<h1/).count == 1, "the text has the heading already")
  }

  @Test func showsOnlySevereOnesAboveEveryPage() throws {
    let site = try Self.site([
      "news/2026-11-01-hello.md": "# Hello\n\nWelcome.", "news/freeze.md": Self.freeze,
    ])
    _ = try site.build()
    let page = try site.page("catalog/index.html")
    #expect(page.contains("data-cb-banner=\"announcements/freeze/\""))
    #expect(!page.contains("data-cb-banner=\"announcements/2026-11-01-hello/\""))
  }

  @Test func reportsHeadsThatCannotBe() throws {
    let site = try Self.site([
      "news/one.md": "---\nfrom: 2026-02-30\nseverity: urgent\n---\nText",
      "news/two.md": "---\nfrom: 2026-02-02\nuntil: 2026-02-01\n---\nText",
    ])
    let report = try site.build()
    let found = report.diagnostics.filter { $0.id.rawValue == "announcement-invalid" }
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(try site.page("announcements/one/index.html").contains("Text"))
  }

  @Test func showsAChangedOneOnPagesThatHaveNotChanged() throws {
    let site = try Self.site(["news/freeze.md": Self.freeze])
    _ = try site.build()
    try site.folder.write(
      Self.freeze.replacing("A freeze & more", with: "A thaw"),
      to: "news/freeze.md"
    )
    _ = try site.build()
    #expect(try site.page("catalog/index.html").contains("<bdi>A thaw</bdi></a>"))
    #expect(
      try site.page("docs/default/component/shop/index.html").contains("<bdi>A thaw</bdi></a>")
    )
    try site.folder.remove("news/freeze.md")
    try site.folder.write("# Hello", to: "news/2026-11-01-hello.md")
    _ = try site.build()
    #expect(!(try site.page("catalog/index.html").contains("A thaw")))
    #expect(try site.page("index.html").contains("2026-11-01-hello"))
  }

  @Test func leadsToThemFromTheMenuWithTheWordsOfTheLanguage() throws {
    let site = try Self.site(["news/freeze.md": Self.freeze])
    try site.folder.write(
      "site: {title: Acme, language: de}\nsources: [{path: repos/*}]\nannouncements: news\n",
      to: "site.yaml"
    )
    _ = try site.build()
    let page = try site.page("catalog/index.html")
    #expect(page.contains(#/href="../announcements/"[^\n]*Ankündigungen</#))
    #expect(page.contains("<strong>Warnung:</strong>"))
    #expect(page.contains("1. Dezember 2026 bis 24. Dezember 2026"))
  }

  @Test func tellsSearchEnginesOfThem() throws {
    let site = try Self.site(["news/freeze.md": Self.freeze])
    try site.folder.write(
      "site: {title: Acme, url: https://acme.example}\nsources: [{path: repos/*}]\nannouncements: news\n",
      to: "site.yaml"
    )
    _ = try site.build()
    let files = try site.folder.contents(of: "dist").filter { $0.key.hasPrefix("sitemap") }
    let text = files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(text.contains("<loc>https://acme.example/announcements/freeze/</loc>"))
    #expect(text.contains("<loc>https://acme.example/announcements/</loc>"))
  }

  @Test func tellsFeedReadersOfThoseWithADay() throws {
    let site = try Self.site(["news/freeze.md": Self.freeze, "news/undated.md": "# Undated"])
    try site.folder.write(
      "site: {title: Acme, url: https://acme.example}\nsources: [{path: repos/*}]\nannouncements: news\n",
      to: "site.yaml"
    )
    _ = try site.build()
    let feed = try site.page("announcements/feed.atom")
    #expect(feed.contains("<title>A freeze &amp; more</title>"))
    #expect(feed.contains("<id>https://acme.example/announcements/freeze/</id>"))
    #expect(feed.contains("<updated>2026-12-01T00:00:00Z</updated>"))
    #expect(!feed.contains("Undated"))
    #expect(try site.page("index.html").contains("announcements/feed.atom"))
  }

  @Test func watchesTheirFolder() throws {
    let site = try Self.site(["news/freeze.md": Self.freeze])
    #expect(try SampleSite.watchedFolders(in: site.folder).contains { $0.hasSuffix("/news") })
  }

  @Test func leavesSitesWithoutAFolderAlone() throws {
    let site = try SampleSite()
    _ = try site.build()
    let page = try site.page("index.html")
    #expect(!page.contains("announcement") && !page.contains("banners"))
  }
}
