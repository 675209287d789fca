import CallboardBuild
import CallboardTestSupport
import Foundation
import FoundationXML
import Testing

/// The files that programs other than browsers look for, and what pages say of themselves.
@Suite struct StandardFilesTests {
  private static let root = "https://portal.acme.example/docs/"

  @Test func sitemapListsPagesOfTheirOwnAndIsFoundByRobots() throws {
    let site = try SampleSite()
    _ = try site.build()
    let robots = try site.page("robots.txt")
    #expect(robots.contains("Sitemap: \(Self.root)sitemap.xml\n"))
    #expect(robots.contains("Disallow: /docs/api/\n"))
    let index = try Self.texts(of: "loc", in: site.page("sitemap.xml"))
    #expect(index == ["pages", "catalog", "docs"].map { "\(Self.root)sitemaps/\($0)-1.xml" })
    let docs = try Self.texts(of: "loc", in: site.page("sitemaps/docs-1.xml"))
    #expect(
      docs == [
        "\(Self.root)docs/", "\(Self.root)docs/default/component/shop/",
        "\(Self.root)docs/default/component/shop/guide/set%20up/",
      ]
    )
    let catalog = try Self.texts(of: "loc", in: site.page("sitemaps/catalog-1.xml"))
    #expect(catalog.contains("\(Self.root)catalog/default/component/shop/"))
    let pages = try Self.texts(of: "loc", in: site.page("sitemaps/pages-1.xml"))
    #expect(!pages.contains { $0.contains("404") || $0.contains("search") })
  }

  @Test func datesOfTheSitemapAndTheFeedOfDocsComeFromGit() throws {
    let site = try SampleSite()
    let repository = try GitRepository("repos/shop", in: site.folder)
    try repository.commit("Sell bread", date: 1_750_000_000)
    try site.folder.write("## First steps\n\nMore.\n", to: "repos/shop/docs/guide/set up.md")
    try repository.commit("Say more & <more>", date: 1_750_000_060)
    _ = try site.build()
    let sitemap = try site.page("sitemaps/docs-1.xml")
    #expect(sitemap.contains("shop/</loc><lastmod>2025-06-15T15:06:40Z</lastmod>"))
    let feed = try site.page("docs/feed.atom")
    let titles = try Self.texts(of: "title", in: feed)
    #expect(titles == ["Acme: documentation", "Set up", "Welcome"])
    #expect(try Self.texts(of: "updated", in: feed).first == "2025-06-15T15:07:40Z")
    #expect(Set(try Self.texts(of: "id", in: feed)).count == 3)
    let home = try site.page("index.html")
    #expect(
      home.contains(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Acme: documentation\" href=\"./docs/feed.atom\">"
      )
    )
  }

  @Test func nothingNeedsAnAddressThatIsNotKnown() throws {
    let site = try SampleSite()
    try site.folder.write("site: {title: Acme}\nsources: [path: repos/*]\n", to: "site.yaml")
    _ = try site.build()
    #expect(!site.folder.exists("dist/sitemap.xml"))
    #expect(!site.folder.exists("dist/docs/feed.atom"))
    #expect(try site.page("robots.txt") == "User-agent: *\nDisallow: /api/\n\n")
    #expect(try site.page("llms.txt").contains("(docs/default/component/shop/llms.txt)"))
    let list = try site.page("docs/default/component/shop/llms.txt")
    #expect(list.contains("(guide/set%20up/index.md)"))
    #expect(!(try site.page("index.html").contains("rel=\"canonical\"")))
  }

  @Test func aListForLanguageModelsThatTheAuthorsWroteStaysTheirs() throws {
    let site = try SampleSite()
    try site.folder.write("# By hand\n", to: "repos/shop/docs/llms.txt")
    _ = try site.build()
    #expect(try site.page("docs/default/component/shop/llms.txt") == "# By hand\n")
    #expect(try site.page("llms.txt").contains("default/component/shop/llms.txt)"))
  }

  @Test func pagesOfDocsAreThereAsMarkdownToo() throws {
    let site = try SampleSite()
    _ = try site.build()
    let page = try site.page("docs/default/component/shop/index.md")
    let text = "Read the [guide](guide/set%20up/#first-steps), see ![a plan](img/plan.svg)."
    #expect(page == "# Welcome\n\n\(text)")
    let guide = try site.page("docs/default/component/shop/guide/set up/index.md")
    #expect(guide.hasPrefix("# Setting up\n\n## First steps\n"))
    #expect(guide.contains("[start](../../)"))
    let html = try site.page("docs/default/component/shop/index.html")
    #expect(html.contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">"))
    let list = try site.page("docs/default/component/shop/llms.txt")
    let address = "\(Self.root)docs/default/component/shop/index.md"
    #expect(list.hasPrefix("# Shop docs\n\n- [Welcome](\(address))\n"))
  }

  @Test func operatorMayKeepMarkdownToThemselves() throws {
    let site = try SampleSite()
    try site.folder.write(
      "site: {title: Acme}\nsources: [path: repos/*]\ndocs: {markdown: false}\n",
      to: "site.yaml"
    )
    _ = try site.build()
    #expect(!site.folder.exists("dist/docs/default/component/shop/index.md"))
    #expect(!(try site.page("docs/default/component/shop/index.html").contains("text/markdown")))
    let list = try site.page("docs/default/component/shop/llms.txt")
    #expect(list.contains("(guide/set%20up/)"))
  }

  @Test func pagesSayWhatTheyAreToThoseWhoLinkToThem() throws {
    let site = try SampleSite()
    _ = try site.build()
    let docs = try site.page("docs/default/component/shop/guide/set up/index.html")
    let address = "\(Self.root)docs/default/component/shop/guide/set%20up/"
    #expect(docs.contains("<link rel=\"canonical\" href=\"\(address)\">"))
    #expect(docs.contains("<meta property=\"og:url\" content=\"\(address)\">"))
    #expect(docs.contains("<meta property=\"og:type\" content=\"article\">"))
    #expect(docs.contains("itemtype=\"https://schema.org/BreadcrumbList\""))
    #expect(try site.page("index.html").contains("<meta property=\"og:type\" content=\"website\">"))
    #expect(!(try site.page("404.html").contains("rel=\"canonical\"")))
  }

  @Test func manifestNamesTheSiteAndItsIcon() throws {
    let site = try SampleSite()
    _ = try site.build()
    let data = Data(try site.page("site.webmanifest").utf8)
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(manifest["name"] as? String == "Acme")
    #expect(manifest["start_url"] as? String == "./")
    let icons = try #require(manifest["icons"] as? [[String: String]])
    #expect(site.folder.exists("dist/\(icons.first?["src"] ?? "")"))
    let home = try site.page("index.html")
    #expect(home.contains("<link rel=\"manifest\" href=\"./site.webmanifest\">"))
  }

  @Test func serviceWorkerIsThereForThoseWhoWantIt() throws {
    let site = try SampleSite()
    _ = try site.build()
    #expect(!site.folder.exists("dist/sw.js"))
    try site.folder.write(
      "site: {title: Acme}\nsources: [path: repos/*]\noffline: true\n",
      to: "site.yaml"
    )
    _ = try site.build()
    let worker = try site.page("sw.js")
    #expect(worker.hasPrefix("const VERSION = \""))
    for line in worker.split(separator: "\n") where line.hasPrefix("  \"assets/") {
      #expect(site.folder.exists("dist/\(line.dropFirst(3).dropLast(2))"))
    }
    #expect(try site.page("index.html").contains(" data-cb-offline>"))
  }

  /// The texts of all elements of a name, which also shows that the document is well-formed.
  private static func texts(of name: String, in document: String) throws -> [String] {
    let reader = Reader(name)
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    try #require(parser.parse())
    return reader.texts
  }

  private final class Reader: NSObject, XMLParserDelegate {
    let name: String
    var texts: [String] = []
    private var isOpen = false

    init(_ name: String) { self.name = name }

    func parser(
      _ parser: XMLParser,
      didStartElement element: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      isOpen = element == name
      if isOpen { texts.append("") }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if isOpen { texts[texts.count - 1] += string }
    }

    func parser(
      _ parser: XMLParser,
      didEndElement element: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      isOpen = false
    }
  }
}
