import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Builds sites from repositories with a history.
@Suite struct ChangesPageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private static func component(_ name: String, owner: String = "team") -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: \(name)}
    spec: {type: service, lifecycle: production, owner: \(owner)}

    """
  }

  private static let group = """
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: team, title: The <team>}
    spec: {type: team, children: []}

    """

  /// A site whose only repository has four commits.
  private static func site(options: String = "") throws -> TemporaryFolder {
    let site = try TemporaryFolder()
    try site.write(
      "site: {title: Acme, url: \"https://acme.example/\"}\nsources: [path: repos/*]\n\(options)",
      to: "site.yaml"
    )
    let repository = try GitRepository("repos/shop", in: site)
    try repository.git("remote", "add", "origin", "https://github.com/acme/shop.git")
    let file = "repos/shop/catalog-info.yaml"
    try site.write(component("shop") + group, to: file)
    try repository.commit("Describe the shop", date: 1_750_000_000)
    try site.write(component("shop", owner: "others") + group, to: file)
    try repository.commit("Sell <b>shop</b> & \"all\" to @others", date: 1_760_000_000)
    try site.write(component("store", owner: "others") + group, to: file)
    try repository.commit("", date: 1_760_500_000)
    try site.write(component("store", owner: "others"), to: file)
    try site.write(String(group.dropFirst(4)), to: "repos/shop/teams/catalog-info.yaml")
    try repository.commit("Give teams a folder", date: 1_770_000_000)
    return site
  }

  @discardableResult
  private static func build(
    _ site: TemporaryFolder,
    output: String = "dist",
    cache: String = "cache",
    jobs: Int = 2
  ) throws -> BuildReport {
    try BuildSession(
      request: BuildRequest(
        configuration: "\(site.path)/site.yaml",
        output: "\(site.path)/\(output)",
        cache: "\(site.path)/\(cache)",
        jobs: jobs,
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
  }

  /// The `main` element of a page.
  private static func main(of page: String, in site: TemporaryFolder) throws -> String {
    let html = try site.text(of: "dist/\(page)")
    let start = try #require(html.firstRange(of: "<main"))
    let end = try #require(html.firstRange(of: "</main>"))
    let main = String(html[start.lowerBound..<end.upperBound]) + "\n"
    // The folder is named by the contents of the theme.
    return main.replacing(/assets\/[0-9a-f]+\//, with: "assets/VERSION/")
  }

  @Test func listsWhatCommitsDid() throws {
    let site = try Self.site()
    try Self.build(site)
    let difference = try GoldenFile.difference(
      of: Self.main(of: "catalog/-/changes/index.html", in: site),
      from: Self.folder.appending(path: "Golden/changes.html")
    )
    #expect(difference == nil)
    let page = try site.text(of: "dist/catalog/-/changes/index.html")
    #expect(page.contains("href=\"../../../catalog/-/changes/feed.atom\""))
  }

  @Test func showsAnEntityWhatHappenedToItUnderAllItsNames() throws {
    let site = try Self.site()
    try Self.build(site)
    let page = try Self.main(of: "catalog/default/component/store/index.html", in: site)
    #expect(Self.timeline(of: page) == ["Renamed", "Owner", "Added"])
    let team = try Self.main(of: "catalog/default/group/team/index.html", in: site)
    #expect(Self.timeline(of: team) == ["Moved", "Added"])
  }

  /// What the events of a page's timeline are called.
  private static func timeline(of page: String) -> [String] {
    page.matches(of: /<span class="timeline-label"><svg.*?<\/svg>([A-Za-z]+)</)
      .map { String($0.1) }
  }

  @Test func writesTheSameBytesWithAndWithoutACache() throws {
    let site = try Self.site()
    try Self.build(site, output: "cold", jobs: 1)
    try Self.build(site, output: "warm", jobs: 4)
    try Self.build(site, output: "other", cache: "other-cache")
    let expected = try site.contents(of: "cold")
    #expect(expected["catalog/-/changes/recent.json"] != nil)
    #expect(try site.contents(of: "warm") == expected)
    #expect(try site.contents(of: "other") == expected)
  }

  @Test func seesANewCommitInSpiteOfTheCache() throws {
    let site = try Self.site()
    try Self.build(site)
    try site.remove("repos/shop/catalog-info.yaml")
    let repository = try GitRepository("repos/shop", in: site)
    try repository.commit("Close the shop", date: 1_780_000_000)
    try Self.build(site)
    let page = try Self.main(of: "catalog/-/changes/index.html", in: site)
    #expect(page.contains("Close the shop"))
    #expect(page.contains("data-cb-change=\"removed\""))
  }

  @Test func readsTheHistoryOfFoldersInALargerRepository() throws {
    let site = try TemporaryFolder()
    try site.write("sources: [path: apps/*]\n", to: "site.yaml")
    let repository = try GitRepository("", in: site)
    try site.write("dist\ncache\n.dist.callboard\n", to: ".gitignore")
    for app in ["a", "b"] {
      try site.write(Self.component(app), to: "apps/\(app)/catalog-info.yaml")
      try repository.commit("Add \(app)", date: 1_750_000_000)
    }
    try Self.build(site)
    let data = try site.text(of: "dist/catalog/-/changes/recent.json")
    #expect(data.contains("\"repository\":\"a\""))
    #expect(data.contains("\"repository\":\"b\""))
    #expect(!site.exists("dist/catalog/-/changes/feed.atom"), "there is no address to make it of")
  }

  @Test func saysWhyThereAreNoChanges() throws {
    let plain = try SampleSite()
    _ = try plain.build()
    #expect(try plain.page("catalog/-/changes/index.html").contains("No history to read"))
    #expect(!plain.folder.exists("dist/catalog/-/changes/recent.json"))

    let off = try Self.site(options: "catalog: {history: {commits: 0}}\n")
    try Self.build(off)
    #expect(
      try Self.main(of: "catalog/-/changes/index.html", in: off).contains("No history is kept")
    )

    let few = try Self.site(options: "catalog: {history: {commits: 1}}\n")
    try Self.build(few)
    let page = try Self.main(of: "catalog/-/changes/index.html", in: few)
    #expect(page.matches(of: /class="change-entry"/).count == 1)
  }

  @Test func saysOnceThatACloneIsShallow() throws {
    let site = try Self.site()
    let repository = try GitRepository("repos/shop", in: site)
    try site.write("# Shop\n", to: "repos/shop/docs/index.md")
    try site.write("site_name: Shop\n", to: "repos/shop/mkdocs.yml")
    let documented = Self.component("store")
      .replacing(
        "{name: store}",
        with: "{name: store, annotations: {backstage.io/techdocs-ref: 'dir:.'}}"
      )
    try site.write(documented, to: "repos/shop/catalog-info.yaml")
    try repository.commit("Document", date: 1_790_000_000)
    let path = "\(site.path)/repos/shop"
    try repository.git("clone", "--quiet", "--depth=1", "file://\(path)", "\(site.path)/copy")
    try site.remove("repos/shop")
    try site.write("sources: [path: copy]\n", to: "site.yaml")
    let report = try Self.build(site)
    #expect(report.diagnostics.count { $0.id.rawValue == "shallow-clone" } == 1)
    #expect(
      try Self.main(of: "catalog/-/changes/index.html", in: site).contains("No history to read")
    )
  }

  @Test func refusesAHistoryWithoutMeasure() throws {
    let site = try Self.site(options: "catalog: {history: {days: 0}}\n")
    let failure = #expect(throws: BuildFailure.self) { try Self.build(site) }
    #expect(failure?.diagnostics.map(\.id.rawValue) == ["history-limit-invalid"])
  }
}
