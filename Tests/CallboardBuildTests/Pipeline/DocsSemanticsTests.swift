import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// What a portal makes of docs that were written for MkDocs, from the files to the pages.
@Suite struct DocsSemanticsTests {
  /// A site of some repositories that was built.
  private struct BuiltDocs {
    let folder: TemporaryFolder
    let findings: [Diagnostic]

    init(_ files: [String: String], remotes: [String: String] = [:]) throws {
      folder = try TemporaryFolder()
      try folder.write(files)
      try folder.write(
        "sources: [{path: repos/*}]\nsite: {url: \"https://portal.example/\"}\n",
        to: "site.yaml"
      )
      for (repository, url) in remotes { try folder.makeClone(repository, of: url) }
      findings =
        try BuildSession(
          request: BuildRequest(
            configuration: "\(folder.path)/site.yaml",
            output: "\(folder.path)/dist",
            cache: "\(folder.path)/cache",
            jobs: 2,
            executable: BuiltProduct.callboard
          ),
          progress: NoProgress()
        ).build().diagnostics
    }

    /// `id path:line:column` of each finding, sorted as they are reported.
    var places: [String] {
      findings.map { finding in
        let start = finding.span?.range.lowerBound
        return
          "\(finding.id) \(finding.span?.file.path ?? ""):\(start?.line ?? 0):\(start?.column ?? 0)"
      }
    }

    func page(_ path: String, of entity: String = "shop") throws -> String {
      try folder.text(of: "dist/docs/default/component/\(entity)/\(path)index.html")
    }

    /// The targets of links and images in the text of a page, relative to the docs where they lead there.
    func targets(_ path: String, of entity: String = "shop") throws -> [String] {
      let html = try page(path, of: entity)
      let article =
        html.split(separator: "<article class=\"content\">").last?
        .split(separator: "</article>").first.map(String.init) ?? ""
      let docs = "https://portal.example/docs/default/component/\(entity)/"
      let page = URL(string: docs + path)
      return article.matches(of: /(?:href|src)="([^"#][^"]*)"/).compactMap { match in
        URL(string: String(match.1), relativeTo: page)?.absoluteString.replacing(docs, with: "")
      }
    }
  }

  private static func component(_ name: String, _ annotations: String) -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: \(name)
      annotations:
        \(annotations)
    spec: {type: service, lifecycle: production, owner: team}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: team-of-\(name)}
    spec: {type: team, children: []}

    """
    .replacing("owner: team", with: "owner: team-of-\(name)")
  }

  private static let shop = component("shop", "backstage.io/techdocs-ref: dir:.")

  private static func docs(_ files: [String: String]) throws -> BuiltDocs {
    var all = ["repos/shop/catalog-info.yaml": shop]
    for (path, text) in files { all["repos/shop/" + path] = text }
    return try BuiltDocs(all)
  }

  @Test func followsLinksInEveryFormOfAddress() throws {
    let links = [
      "two.md", "two", "two/", "two.html", "../guide/two/index.html", "./two/#part",
      "../guide/two/", "/guide/two.md", "/guide/two/", "/docs/default/component/shop/guide/two/",
    ]
    let text = links.map { "[x](\($0))\n" }.joined(separator: "\n")
    let built = try Self.docs([
      "docs/index.md": "[a](guide/one.md) [b](guide/two.md)", "docs/guide/one.md": text,
      "docs/guide/two.md": "# Two\n\n## Part\n",
    ])
    #expect(built.findings.isEmpty)
    let targets = try built.targets("guide/one/")
    for (link, target) in zip(links, targets) {
      #expect(target.hasPrefix("guide/two/"), "\(link): \(target)")
    }
    #expect(targets.count == links.count)
  }

  @Test func readsHTMLAsABrowserDoesFirst() throws {
    let built = try Self.docs([
      "mkdocs.yml": "site_name: x\n",
      "docs/index.md": "[a](guide/one.md)",
      "docs/guide/one.md": """
      # One

      <a href="../two/">x</a> <img src="../../img/a.png"> <img src="../img/b.png"> [y](../two/)
      """,
      "docs/guide/two.md": "", "docs/two.md": "", "docs/img/a.png": "a", "docs/img/b.png": "b",
    ])
    #expect(
      try built.targets("guide/one/") == ["guide/two/", "img/a.png", "img/b.png", "two/"]
    )
    #expect(built.findings.isEmpty)
  }

  @Test func readsAddressesOfDocsWithoutDirectoryURLs() throws {
    let built = try Self.docs([
      "mkdocs.yml": "use_directory_urls: false\n",
      "docs/index.md": "",
      "docs/guide/one.md": "<a href=\"two.html#x\">x</a> <a href=\"../index.html\">y</a>",
      "docs/guide/two.md": "## X\n", "docs/guide/one/two.md": "",
    ])
    #expect(try built.targets("guide/one/") == ["guide/two/#x", ""])
    #expect(built.findings.isEmpty)
  }

  @Test func publishesWhatAREADMEShows() throws {
    let built = try Self.docs(["README.md": "# Shop\n\n![x](img/x.png)\n", "img/x.png": "x"])
    #expect(try built.targets("") == ["img/x.png"])
    #expect(built.folder.exists("dist/docs/default/component/shop/img/x.png"))
  }

  @Test func findsDeadLinksAnchorsImagesAndOrphans() throws {
    let built = try Self.docs([
      "mkdocs.yml": "nav: [index.md]\nnot_in_nav: meant.md\n",
      "docs/index.md": "# Home\n\nSee [a](gone.md) and\n[b](linked.md#nowhere), ![c](no.png).\n",
      "docs/linked.md": "[self](linked.md)", "docs/meant.md": "",
      "docs/orphan.md": "[o](orphan.md)",
    ])
    #expect(
      built.places == [
        "link-target-missing docs/index.md:3:5", "link-anchor-missing docs/index.md:4:1",
        "link-target-missing docs/index.md:4:25", "docs-page-orphaned docs/orphan.md:1:1",
      ]
    )
  }

  @Test func keepsTheFragmentsOfFiles() throws {
    let built = try Self.docs([
      "docs/index.md": "![a](a.png#only-dark) [b](b.pdf#page=3)",
      "docs/a.png": "a", "docs/b.pdf": "b",
    ])
    #expect(try built.targets("") == ["a.png#only-dark", "b.pdf#page=3"])
    #expect(built.findings.isEmpty)
  }

  @Test func leadsMissingTargetsToWhereTheyWouldStand() throws {
    let built = try Self.docs([
      "docs/index.md": "[a](guide/one.md)",
      "docs/guide/one.md": "![a](img/a.png) [b](b.md#x) [c](../c/) <img src=\"d.png\"> [e](/e.md)",
    ])
    #expect(
      try built.targets("guide/one/") == [
        "guide/img/a.png", "guide/b.md#x", "c", "guide/one/d.png", "https://portal.example/e.md",
      ]
    )
    #expect(built.findings.count == 5)
  }

  @Test func callsNoPageAnOrphanThatOtherDocsList() throws {
    let built = try BuiltDocs([
      "repos/all/catalog-info.yaml": Self.shop
        + "---\n" + Self.component("part", "backstage.io/techdocs-ref: dir:./docs/part"),
      "repos/all/mkdocs.yml": "nav: [index.md]\n", "repos/all/docs/index.md": "",
      "repos/all/docs/part/mkdocs.yml": "docs_dir: .\n", "repos/all/docs/part/x.md": "",
      "repos/all/docs/other.md": "",
    ])
    #expect(built.places == ["docs-page-orphaned docs/other.md:1:1"])
  }

  @Test func judgesLinksAsTheAuthorWants() throws {
    let built = try Self.docs([
      "mkdocs.yml": """
      strict: true
      nav: [index.md]
      validation:
        omitted_files: warn
        absolute_links: ignore
        links: {anchors: info, unrecognized_links: ignore}
      """,
      "docs/index.md": "[a](gone.md) [b](#gone) [c](/gone) [d](gone/)", "docs/orphan.md": "",
    ])
    #expect(
      built.findings.map { "\($0.severity) \($0.id)" } == [
        "error link-target-missing", "note link-anchor-missing", "error docs-page-orphaned",
      ]
    )
  }

  @Test func leadsFromAMovedPageToItsNewPlace() throws {
    let built = try Self.docs([
      "mkdocs.yml":
        "plugins: [{redirects: {redirect_maps: {a/old.md: 'new.md#part', b.md: 'https://example.com/?x=1&y'}}}]\n",
      "docs/index.md": "", "docs/new.md": "# New\n\n## Part\n",
    ])
    #expect(built.findings.isEmpty)
    let page = try built.page("a/old/")
    let target = "../../../../../../docs/default/component/shop/new/#part"
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">"))
    #expect(page.contains("<a href=\"\(target)\" data-cb-redirect>New</a>"))
    #expect(
      page.contains(
        "<link rel=\"canonical\" href=\"https://portal.example/docs/default/component/shop/new/\">"
      )
    )
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    // A repository does not send the portal's readers to other sites unasked.
    let external = try built.page("b/")
    #expect(external.contains("<a href=\"https://example.com/?x=1&amp;y\" data-cb-redirect>"))
    #expect(!external.contains("http-equiv=\"refresh\""))
    #expect(!external.contains("redirect.js"))
    let script = try #require(page.firstMatch(of: /src="(?:\.\.\/)*([^"]*redirect\.js)"/)?.1)
    #expect(built.folder.exists("dist/\(script)"))
  }

  @Test func listsThePagesOfDocsWithoutAnIndexPage() throws {
    let pages = (1...210).map { ("docs/p\($0).md", "# Page \($0)\n") }
    let nav = (1...210).map { ", p\($0).md" }.joined()
    let built = try Self.docs(
      [
        "mkdocs.yml":
          "site_name: A <b>\nsite_description: About & all\nnav: [{S & T: [one.md, {Out: 'https://example.com/?a&b'}]}\(nav)]\n",
        "docs/one.md": "# One <u>\n",
      ].merging(pages) { first, _ in first }
    )
    #expect(built.findings.isEmpty)
    let page = try built.page("")
    #expect(page.contains("<h1><bdi>A &lt;b&gt;</bdi></h1>"))
    #expect(page.contains("<p><bdi>About &amp; all</bdi></p>"))
    #expect(!page.contains("http-equiv=\"refresh\""))
    let list = try #require(
      page.firstMatch(of: /<nav aria-label="Contents[^"]*">(.*?)<\/nav>/.dotMatchesNewlines())?.1
    )
    let targets = list.matches(of: /<a href="(?:\.\.\/)*([^"]*)"/).map { String($0.1) }
    let root = "docs/default/component/shop/"
    #expect(
      targets.prefix(4)
        == ["\(root)one/", "https://example.com/?a&amp;b", "\(root)p1/", "\(root)p2/"]
    )
    #expect(targets.count == 200)
    #expect(page.contains("12 more pages"))
    #expect(list.contains("<bdi>S &amp; T</bdi>"))
    // It is a page like any other to search, to lists and to search engines.
    #expect(try built.folder.text(of: "dist/sitemaps/docs-1.xml").contains("/\(root)</loc>"))
    #expect(try built.folder.text(of: "dist/search/titles/index.html").contains("\(root)\""))
    #expect(!built.folder.exists("dist/_redirects"))
    #expect(
      try built.page("one/").contains("class=\"tree-title\"><a href=\"../../../../../\(root)\">")
    )
  }

  @Test func listsAllPagesOfDocsWhoseNavigationHasNone() throws {
    let built = try Self.docs([
      "mkdocs.yml": "nav: [{Out: 'https://example.com/'}]\n", "docs/b.md": "# B\n",
      "docs/a.md": "# A\n",
    ])
    let page = try built.page("")
    let list = try #require(
      page.firstMatch(of: /<nav aria-label="Contents[^"]*">(.*?)<\/nav>/.dotMatchesNewlines())?.1
    )
    #expect(
      list.matches(of: /<bdi>([^<]*)</).map { String($0.1) } == ["Out", "A", "B"]
    )
  }

  @Test func linksIncludedDocsByTheirPathsInBothTrees() throws {
    let built = try Self.docs([
      "mkdocs.yml": "nav:\n  - index.md\n  - Pay: '!include pay/mkdocs.yml'\n",
      "docs/index.md": "[x](pay/api.md) [y](../pay/docs/api.md)",
      "pay/mkdocs.yml": "site_name: pay\n",
      "pay/docs/index.md": "[x](../index.md) [y](api.md) ![z](a.png)", "pay/docs/api.md": "",
      "pay/docs/a.png": "x",
    ])
    #expect(built.findings.isEmpty)
    #expect(try built.targets("") == ["pay/api/", "pay/api/"])
    #expect(try built.targets("pay/") == ["", "pay/api/", "-/files/pay/docs/a.png"])
    #expect(built.folder.exists("dist/docs/default/component/shop/-/files/pay/docs/a.png"))
  }

  @Test func hidesWhatFrontMatterHidesAndShowsItsTags() throws {
    let built = try Self.docs([
      "docs/index.md": "", "docs/z.md": "",
      "docs/a.md":
        "---\nhide: [navigation, toc, footer]\nstatus: new\ntags: [Über uns]\nsearch: {exclude: true}\n---\n# A\n\n## B\n\nxylophone\n",
    ])
    let page = try built.page("a/")
    #expect(!page.contains("class=\"tree-link\""))
    #expect(!page.contains("id=\"cb:toc\""))
    #expect(!page.contains("prev-next"))
    #expect(page.contains("data-cb-status=\"new\""))
    #expect(page.contains("search/?tag=%C3%9Cber%20uns\">Über uns</a>"))
    #expect(try built.page("").contains("<span class=\"tree-status\">new</span>"))
    let index = try FileManager.default.subpathsOfDirectory(
      atPath: built.folder.path + "/dist/search/index"
    )
    for file in index where file.contains(".") {
      let text = try? built.folder.text(of: "dist/search/index/" + file)
      #expect(text?.contains("xylophone") != true, "\(file)")
    }
  }

  @Test func showsTheDocsOfAnotherEntity() throws {
    let built = try BuiltDocs([
      "repos/shop/catalog-info.yaml": Self.shop, "repos/shop/docs/index.md": "",
      "repos/shop/docs/api/pay.md": "",
      "repos/till/catalog-info.yaml": Self.component(
        "till",
        "backstage.io/techdocs-entity: component:default/shop\n"
          + "    backstage.io/techdocs-entity-path: /api/pay"
      ),
      "repos/bar/catalog-info.yaml": Self.component(
        "bar",
        "backstage.io/techdocs-entity: shop\n    backstage.io/techdocs-entity-path: /gone"
      ),
    ])
    let till = try built.folder.text(of: "dist/catalog/default/component/till/index.html")
    #expect(till.contains("docs/default/component/shop/api/pay/\""))
    #expect(!built.folder.exists("dist/docs/default/component/till"))
    #expect(built.places == ["docs-path-missing catalog-info.yaml:7:40"])
  }

  @Test func readsDocsAtTheAddressOfAnotherRepository() throws {
    let url = "https://github.com/acme/handbook/tree/main/teams/"
    let built = try BuiltDocs(
      [
        "repos/shop/catalog-info.yaml": Self.component(
          "shop",
          "backstage.io/techdocs-ref: url:\(url)"
        ),
        "repos/till/catalog-info.yaml": Self.component(
          "till",
          "backstage.io/techdocs-ref: url:https://github.com/acme/handbook/tree/dev"
        ),
        "repos/handbook/teams/docs/index.md": "# Teams\n", "repos/handbook/README.md": "",
      ],
      remotes: ["repos/handbook": "https://github.com/acme/handbook.git"]
    )
    #expect(try built.page("").contains(">Teams"))
    #expect(built.places == ["docs-url-not-fetched catalog-info.yaml:6:32"])
  }
}
