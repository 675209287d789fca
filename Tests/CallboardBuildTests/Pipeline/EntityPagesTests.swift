import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Pages of entities in whole sites.
@Suite struct EntityPagesTests {
  @Test func tellAllAboutTheSampleOrganisation() throws {
    let folder = try TemporaryFolder()
    _ = try BuildSession(
      request: BuildRequest(
        configuration: PackageFolder.url.appending(path: "site.yaml").path,
        output: "\(folder.path)/dist",
        cache: "\(folder.path)/cache",
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
    func page(_ path: String) throws -> String {
      try folder.text(of: "dist/catalog/default/\(path)/index.html")
    }

    let component = try page("component/booking-api")
    for expected in [
      "href=\"https://github.com/tidewater/booking/issues\"",
      "href=\"https://tidewater.pagerduty.com/service-directory/PBOOK01\"",
      "Provided APIs <span class=\"count\">2</span>", "Consumed APIs", "Depends on resources",
      "<code>spec.subcomponentOf</code>", "<span class=\"source-line\" id=\"L23\">",
    ] {
      #expect(component.contains(expected), "\(expected)")
    }
    #expect(!component.contains("entity-warnings"))

    let division = try page("group/technology-division")
    #expect(division.contains("With child groups"))
    #expect(division.contains("Members with child groups"))
    #expect(division.contains("class=\"org-tree\""))

    let user = try page("location/tidewater-organisation")
    #expect(user.contains("spec") && !user.contains("cb:ownership"))
    let groups = try page("group/booking-team")
    #expect(groups.contains("named as"), "the Location that led to the file of groups")
  }

  @Test func leadFromStatementsToTheirLinesAtTheForge() throws {
    let site = try SampleSite()
    try site.folder.makeClone("repos/shop", of: "https://github.com/acme/shop.git")
    _ = try site.build()
    let group = try site.page("catalog/default/group/sellers/index.html")
    #expect(
      group.contains("https://github.com/acme/shop/blob/main/catalog-info.yaml#L11"),
      "the line of the component's owner"
    )
    #expect(group.contains("catalog/default/component/shop/#L11"))
    let shop = try site.page("catalog/default/component/shop/index.html")
    #expect(shop.contains("href=\"https://github.com/acme/shop/blob/main/catalog-info.yaml#L1\""))
    #expect(shop.contains("href=\"https://github.com/acme/shop/edit/main/catalog-info.yaml\""))
  }

  @Test func takeTheAuthorsAddressForTheirSource() throws {
    let site = try SampleSite()
    try site.folder.write(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata:
        name: sellers
        annotations:
          backstage.io/view-url: https://wiki.acme.example/sellers
          backstage.io/edit-url: javascript:alert(1)
      spec: {type: team, children: []}
      """,
      to: "repos/org/catalog-info.yaml"
    )
    _ = try site.build()
    // Of the two groups, that of the first repository by name is kept.
    let page = try site.page("catalog/default/group/sellers/index.html")
    #expect(page.contains("href=\"https://wiki.acme.example/sellers\""))
    #expect(!page.contains("href=\"javascript:"))
    #expect(page.contains("Left out"), "the group of the other repository")
  }

  @Test func linkToTheToolsOfTheSite() throws {
    let site = try SampleSite()
    try site.folder.write(
      """
      sources: [{path: repos/*}]
      integrations: {jenkins: {url: "https://ci.acme.example"}}
      """,
      to: "site.yaml"
    )
    try site.folder.write(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Domain
      metadata: {name: trade, annotations: {jenkins.io/job-full-name: trade/all}}
      spec: {owner: sellers}
      """,
      to: "repos/trade/catalog-info.yaml"
    )
    _ = try site.build()
    let page = try site.page("catalog/default/domain/trade/index.html")
    #expect(page.contains("href=\"https://ci.acme.example/job/trade/job/all/\""))
  }

  @Test func refuseAddressesOfToolsThatAreNoHTTPS() throws {
    let site = try SampleSite()
    for (url, id) in [
      ("http://ci.acme.example", "integration-url-invalid"),
      ("https://ci.acme.example/?a=b", "integration-url-invalid"),
      ("https://", "integration-url-invalid"),
      ("'https://u@ci.example'", "integration-url-invalid"),
    ] {
      try site.folder.write(
        "sources: [{path: repos/*}]\nintegrations:\n  jenkins: {url: \(url)}\n",
        to: "site.yaml"
      )
      let failure = #expect(throws: BuildFailure.self) { try site.build() }
      let finding = failure?.diagnostics.first
      #expect(finding?.id.rawValue == id, "\(url)")
      #expect(finding?.span?.range.lowerBound == .init(line: 3, column: 18), "\(url)")
    }
    try site.folder.write(
      "sources: [{path: repos/*}]\nintegrations: {jenkinz: {url: 'https://ci.example'}}\n",
      to: "site.yaml"
    )
    let failure = #expect(throws: BuildFailure.self) { try site.build() }
    #expect(failure?.diagnostics.first?.help == ["Change it to 'jenkins'."])
  }

  @Test func doNotChangeWithTheNumberOfThreads() throws {
    let site = try SampleSite()
    _ = try site.build(output: "one", cache: "cache-one", jobs: 1)
    _ = try site.build(output: "many", cache: "cache-many", jobs: 4)
    for path in ["component/shop", "group/sellers", "api/pay"] {
      let page = "catalog/default/\(path)/index.html"
      #expect(try site.page(page, output: "one") == site.page(page, output: "many"), "\(path)")
    }
  }
}
