import CallboardBuild
import CallboardTestSupport
import Testing

/// What stands around the text of a docs page, from git and the forge.
@Suite struct DocsPageTests {
  /// Folders inside one git repository, as in a monorepo, and one repository with a forge.
  private static func site(_ settings: String = "") throws -> SampleSite {
    let site = try SampleSite()
    try site.folder.write(
      SampleSite.files["site.yaml"].map { $0 + "\n" + settings } ?? "",
      to: "site.yaml"
    )
    let repository = try GitRepository("repos", in: site.folder)
    for (number, name) in ["Ada", "Bo", "Cy", "Di", "Eve", "Flo", "Ada"].enumerated() {
      try site.folder.write(
        "# Welcome\n\n\(number) by {{ git_page_authors }}\n",
        to: "repos/shop/docs/index.md"
      )
      try repository.git("add", "--all")
      try repository.git(
        "commit",
        "--quiet",
        "--message=x",
        "--author=\(name) <\(name)@mail.example>",
        date: 1_700_000_000 + number * 86_400
      )
    }
    return site
  }

  @Test func saysWhenAndByWhomAPageWasWritten() throws {
    let site = try Self.site()
    for _ in 0..<2 {
      _ = try site.build()
      let page = try site.page("docs/default/component/shop/index.html")
      #expect(
        page.contains("<time datetime=\"2023-11-20T22:13:20Z\" data-cb-time>20 November 2023")
      )
      #expect(
        page.contains(
          "Written by <bdi>Ada</bdi>, <bdi>Bo</bdi>, <bdi>Cy</bdi>, <bdi>Di</bdi>, <bdi>Eve</bdi> "
            + "<span class=\"docs-more\">+1</span>"
        )
      )
      #expect(page.contains("<p>6 by Ada, Bo, Cy, Di, Eve +1</p>"))
      #expect(!page.contains("mail.example"))
    }
  }

  @Test func namesNobodyWhereTheOperatorDoesNotWantIt() throws {
    let site = try Self.site("docs: {contributors: false}")
    _ = try site.build()
    let page = try site.page("docs/default/component/shop/index.html")
    #expect(page.contains("20 November 2023"))
    #expect(!page.contains("Ada"))
  }

  @Test func linksToTheFormForANewIssue() throws {
    let site = try SampleSite()
    let repository = try GitRepository("repos/shop", in: site.folder)
    try repository.commit("x", date: 1_700_000_000)
    try repository.git("remote", "add", "origin", "https://github.com/acme/shop.git")
    _ = try site.build()
    let page = try site.page("docs/default/component/shop/guide/set up/index.html")
    #expect(page.contains("href=\"https://github.com/acme/shop/edit/main/docs/guide/set%20up.md\""))
    #expect(
      page.contains(
        "href=\"https://github.com/acme/shop/issues/new?title=Documentation%20Feedback%3A%20"
          + "Setting%20up&amp;body=Page%3A%20https%3A%2F%2Fportal.acme.example%2Fdocs%2Fdocs%2F"
          + "default%2Fcomponent%2Fshop%2Fguide%2Fset%2520up%2F%0ASource%3A%20https%3A%2F%2F"
          + "github.com%2Facme%2Fshop%2Fblob%2Fmain%2Fdocs%2Fguide%2Fset%2520up.md%0A%0A\""
      )
    )
  }

  @Test func loadsFromTheHostsThatTheOperatorListsAndFromNoOthers() throws {
    let site = try SampleSite()
    let text =
      "![a](https://img.example/a.svg) ![b](https://other.example/b.svg)\n\n"
      + "<iframe src=\"https://video.example/1\"></iframe>\n"
    try site.folder.write(text, to: "repos/shop/docs/index.md")
    _ = try site.build()
    let closed = try site.page("docs/default/component/shop/index.html")
    #expect(closed.contains("img-src 'self' data:; "))
    #expect(closed.contains("frame-src 'none'; "))
    #expect(!closed.contains("<iframe") && !closed.contains("<img src=\"https:"))

    try site.folder.write(
      """
      sources: [path: repos/*]
      docs: {imageHosts: [IMG.example], iframeHosts: ["video.example", "b.example:8443"]}
      """,
      to: "site.yaml"
    )
    _ = try site.build()
    let open = try site.page("docs/default/component/shop/index.html")
    #expect(open.contains("img-src 'self' data: https://img.example; "))
    #expect(open.contains("frame-src https://b.example:8443 https://video.example; "))
    #expect(open.contains("<img src=\"https://img.example/a.svg\""))
    #expect(!open.contains("<img src=\"https://other.example"))
    #expect(open.contains("<iframe src=\"https://video.example/1\""))
  }

  @Test func takesTheAddressesThatTheOperatorAndTheAuthorGive() throws {
    let site = try SampleSite()
    try site.folder.write(
      """
      site: {title: Acme}
      sources:
        - path: repos/*
          forge: gitlab
      docs:
        issues: https://tracker.example/new?summary={title}&text={body}
      """,
      to: "site.yaml"
    )
    try site.folder.write(
      "repo_url: https://x.example/shop\nedit_uri_template: 'web/{path_noext}'\n",
      to: "repos/shop/mkdocs.yml"
    )
    let repository = try GitRepository("repos/shop", in: site.folder)
    try repository.commit("x", date: 1_700_000_000)
    try repository.git("remote", "add", "origin", "https://code.acme.example/acme/shop.git")
    _ = try site.build()
    let page = try site.page("docs/default/component/shop/index.html")
    #expect(page.contains("href=\"https://code.acme.example/acme/shop/-/blob/main/docs/index.md\""))
    #expect(page.contains("href=\"https://x.example/shop/web/index\""))
    #expect(
      page.contains(
        "https://tracker.example/new?summary=Documentation%20Feedback%3A%20Welcome&amp;"
      )
    )
  }
}
