import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Docs of several tags and branches of one repository.
@Suite struct DocsVersionTests {
  private static let docs = "docs/default/component/pay"

  /// Tags v1.0, v1.1, v2.0 and v3.0-rc.1, and the branch main, of a repository that is cloned.
  private static func site(_ versions: String, perSource: String = "") throws -> SampleSite {
    let site = try SampleSite()
    try site.folder.write(
      """
      site: {title: Acme, url: "https://portal.acme.example/"}
      sources:
        - git: \(site.folder.path)/origin/pay
      \(perSource)
      docs:
        versions: \(versions)
      """,
      to: "site.yaml"
    )
    try site.folder.write(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: pay, annotations: {backstage.io/techdocs-ref: "dir:."}}
      spec: {type: service, lifecycle: production, owner: unknown}
      """,
      to: "origin/pay/catalog-info.yaml"
    )
    let repository = try GitRepository("origin/pay", in: site.folder)
    for (number, tag) in ["v1.0", "v1.1", "v2.0", "v3.0-rc.1", nil].enumerated() {
      try site.folder.write(
        "# Pay\n\n[Setup](guide/setup.md) [gone](gone.md) ![](a.png) word\(number)\n",
        to: "origin/pay/docs/index.md"
      )
      try site.folder.write("\(number)", to: "origin/pay/docs/a.png")
      try site.folder.write("# Setup \(number)\n", to: "origin/pay/docs/guide/setup.md")
      if number > 0 { try site.folder.write("# New\n", to: "origin/pay/docs/new.md") }
      try repository.commit("x", date: 1_700_000_000 + number * 86_400)
      if let tag { try repository.git("tag", tag) }
    }
    return site
  }

  private static let usual = """

        - tags: v*
          newest: 2
          aliases: [stable]
          default: true
        - branches: main
          name: next
    """

  @Test func publishesTheNewestTagsAndABranch() throws {
    let site = try Self.site(Self.usual)
    let report = try site.build()
    #expect(try site.page("\(Self.docs)/index.html").contains("word2"))
    #expect(try site.page("\(Self.docs)/-/v1.1/index.html").contains("word1"))
    #expect(try site.page("\(Self.docs)/-/next/index.html").contains("word4"))
    for missing in ["v1.0", "v3.0-rc.1", "main"] {
      #expect(!site.folder.exists("dist/\(Self.docs)/-/\(missing)/index.html"), "\(missing)")
    }
    #expect(try site.page("\(Self.docs)/a.png") == "2")
    #expect(try site.page("\(Self.docs)/-/v1.1/a.png") == "1")
    #expect(report.repositoryCount == 1)
    // A dead link of an old tag cannot be mended; those of the others can.
    let places = report.diagnostics.filter { $0.id.rawValue == "link-target-missing" }
      .compactMap { $0.span?.file.description }
    #expect(places.sorted() == ["pay:docs/index.md", "pay@v2.0:docs/index.md"])
  }

  @Test func keepsLinksWithinAVersion() throws {
    let site = try Self.site(Self.usual)
    _ = try site.build()
    let page = try site.page("\(Self.docs)/-/v1.1/index.html")
    #expect(page.contains("href=\"guide/setup/\">Setup</a>"))
    #expect(page.contains("src=\"a.png\""))
  }

  @Test func leadsFromAnyVersionToTheSamePageOfTheOthers() throws {
    let site = try Self.site(
      """

          - {tags: v*, newest: 3, aliases: [stable], default: true}
          - {branches: main, name: next}
      """
    )
    _ = try site.build()
    let root = "../../../../../../../"
    let old = try site.page("\(Self.docs)/-/next/new/index.html")
    #expect(
      old.contains("<a href=\"\(root)\(Self.docs)/new/\">v2.0 <span class=\"version-alias\">stable")
    )
    #expect(old.contains("<a href=\"\(root)\(Self.docs)/-/v1.1/new/\">v1.1</a>"))
    // The page is younger than that version.
    #expect(
      old.contains("<a href=\"\(root)\(Self.docs)/-/v1.0/\">v1.0 <span class=\"version-missing\">")
    )
    #expect(old.contains("which is not released yet"))
    #expect(!(try site.page("\(Self.docs)/new/index.html").contains("version-notice")))
  }

  @Test func tellsReadersAndSearchEnginesOfTheNewestVersion() throws {
    let site = try Self.site(Self.usual)
    _ = try site.build()
    let old = try site.page("\(Self.docs)/-/v1.1/guide/setup/index.html")
    #expect(
      old.contains(
        "<link rel=\"canonical\" href=\"https://portal.acme.example/\(Self.docs)/guide/setup/\">"
      )
    )
    #expect(old.contains("version <b>v1.1</b>, which is not the newest"))
    #expect(old.contains("Read this page in v2.0</a>"))
    let search = try site.folder.contents(of: "dist/search").values
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(search.contains("word2") && search.contains(#""version":"v2.0""#))
    #expect(!search.contains("word1") && !search.contains("word4"))
  }

  @Test func standsAtItsAliasesToo() throws {
    let site = try Self.site(Self.usual)
    _ = try site.build()
    for name in ["stable", "v2.0"] {
      let page = try site.page("\(Self.docs)/-/\(name)/guide/setup/index.html")
      #expect(
        page.contains("content=\"0; url=../../../../../../../../\(Self.docs)/guide/setup/\""),
        "\(name)"
      )
      #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    }
  }

  @Test func beginsEveryVersionWithoutAnIndexPageWithItsPages() throws {
    let site = try Self.site(Self.usual)
    let repository = try GitRepository("origin/pay", in: site.folder)
    try repository.git("rm", "-q", "docs/index.md")
    try repository.commit("x", date: 1_700_900_000)
    try repository.git("tag", "v2.1")
    _ = try site.build()
    let newest = try site.page("\(Self.docs)/index.html")
    #expect(newest.contains("<h1><bdi>pay</bdi></h1>"))
    #expect(newest.contains("/\(Self.docs)/-/v2.0/\">v2.0</a>"))
    let stable = try site.page("\(Self.docs)/-/stable/index.html")
    #expect(stable.contains("content=\"0; url=../../../../../../\(Self.docs)/\""))
    let next = try site.page("\(Self.docs)/-/next/index.html")
    #expect(next.contains("Read this page in v2.1</a>"))
    #expect(
      next.contains("<link rel=\"canonical\" href=\"https://portal.acme.example/\(Self.docs)/\">")
    )
  }

  @Test func takesTheCrawledRevisionWithoutADefault() throws {
    let site = try Self.site("[{tags: 'v*', newest: 1}]")
    _ = try site.build()
    #expect(try site.page("\(Self.docs)/index.html").contains("word4"))
    #expect(try site.page("\(Self.docs)/-/v2.0/index.html").contains("is not the newest"))
    let emitted = try #require(try site.build().emitted)
    #expect(emitted.written == 0)
  }

  @Test func followsTheRulesOfASourceAndReportsWhatMatchesNothing() throws {
    let site = try Self.site(
      "[{tags: 'release-*'}]",
      perSource: "    versions: [{tags: v1.0, name: one}, {tags: w*}, {branches: main, name: one}]"
    )
    let report = try site.build()
    #expect(site.folder.exists("dist/\(Self.docs)/-/one/index.html"))
    let found = report.diagnostics.filter { $0.id.rawValue.hasPrefix("version-") }
    #expect(
      found.map(\.summary).sorted() == [
        "'release-*' matches no tag of any repository", "'w*' matches no tag of 'pay'",
        "The version 'one' of 'pay' is left out: its name is taken",
      ]
    )
  }

  @Test func refusesRulesThatSayNothing() throws {
    for (rule, summary) in [
      ("{newest: 3}", "A version has either 'tags' or 'branches'"),
      ("{tags: v*, newest: 0}", "'newest' is a number from 1 to 50"),
      ("{tags: v*, per: week}", "'per' is 'major', 'minor' or 'patch'"),
      ("{tags: v*, default: true}, {tags: w*, default: true}", "Two entries are the default one"),
    ] {
      let failure = #expect(throws: BuildFailure.self) { try Self.site("[\(rule)]").build() }
      #expect(failure?.diagnostics.map(\.summary) == [summary])
    }
  }

  @Test func usesWhatIsThereWhenTheRemoteIsAway() throws {
    let site = try Self.site(Self.usual)
    _ = try site.build()
    try FileManager.default.moveItem(
      at: site.folder.url.appending(path: "origin"),
      to: site.folder.url.appending(path: "away")
    )
    let report = try site.build(output: "again")
    #expect(site.folder.exists("again/\(Self.docs)/-/v1.1/index.html"))
    #expect(report.diagnostics.filter { $0.id.rawValue == "repository-stale" }.count == 1)
  }
}
