import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Which pages are composed again after a change.
@Suite struct KeptPageTests {
  @Test func composesOnePageAfterAnEditOfItsText() throws {
    let site = try SampleSite()
    _ = try site.build()
    try Self.append("One more sentence.\n", to: "repos/shop/docs/index.md", of: site)
    #expect(Self.composed(try site.build()) == 1)
    #expect(try site.page("docs/default/component/shop/index.html").contains("One more sentence."))
  }

  @Test func composesTheDocsOfARepositoryAfterANewHeading() throws {
    let site = try Self.siteWithTwoDocs()
    _ = try site.build()
    try Self.append("## One more heading\n", to: "repos/shop/docs/index.md", of: site)
    #expect(Self.composed(try site.build()) == 2)
  }

  @Test func composesTheDocsOfItsOwnRepositoryAloneAfterAnEditOfADescriptor() throws {
    let site = try Self.siteWithTwoDocs()
    let first = try site.build()
    try Self.append("# A comment\n", to: "repos/shop/catalog-info.yaml", of: site)
    let composed = try #require(Self.composed(try site.build()))
    #expect(composed == (Self.composed(first) ?? 0) - 1, "all but the page of the other docs")
  }

  @Test func composesTheDocsOfOtherRepositoriesThatShowAnEditedDescriptor() throws {
    let site = try Self.siteWithTwoDocs()
    let first = try site.build()
    let descriptor = try site.folder.text(of: "repos/shop/catalog-info.yaml")
    try site.folder.write(
      descriptor.replacing("consumesApis: [pay]", with: "consumesApis: []"),
      to: "repos/shop/catalog-info.yaml"
    )
    // Search ranks the docs of an entity by how many others are related to it.
    #expect(Self.composed(try site.build()) == Self.composed(first))
  }

  @Test func composesAPageOfDocsAgainThatNamesAnEntityWhichIsGone() throws {
    let site = try Self.siteWithTwoDocs()
    try Self.append("[API](entity:api:pay)\n", to: "repos/shop/docs/index.md", of: site)
    #expect(try site.build().diagnostics.isEmpty)
    let descriptor = try site.folder.text(of: "repos/pay/catalog-info.yaml")
    try site.folder.write(
      descriptor.replacing("name: pay", with: "name: paid"),
      to: "repos/pay/catalog-info.yaml"
    )
    let found = try site.build().diagnostics.map(\.id.rawValue)
    #expect(found.contains("link-entity-missing"))
    try site.folder.write(descriptor, to: "repos/pay/catalog-info.yaml")
    #expect(try site.build().diagnostics.isEmpty)
  }

  @Test func composesAPageOfDocsAgainThatLinksToAnotherRepositorysPage() throws {
    let site = try Self.siteWithTwoDocs()
    let link = "[Pay](/docs/default/api/pay/#pay)\n"
    try Self.append(link, to: "repos/shop/docs/index.md", of: site)
    #expect(try site.build().diagnostics.isEmpty)
    try site.folder.write("# Paid\n", to: "repos/pay/docs/index.md")
    let found = try site.build().diagnostics.map(\.id.rawValue)
    #expect(found == ["link-anchor-missing"])
    try site.folder.write("# Pay\n\nMore.\n", to: "repos/pay/docs/index.md")
    #expect(try site.build().diagnostics.isEmpty)
  }

  @Test func composesNoPageOfDocsAfterAnEditOfARadar() throws {
    let site = try SampleSite()
    let radar = "quadrants: [a, b]\nrings: [one]\nentries: [{title: Go, quadrant: a, ring: one}]\n"
    try site.folder.write(radar, to: "radar.yaml")
    try Self.append("\nradars: [radar.yaml]\n", to: "site.yaml", of: site)
    let first = try site.build()
    try site.folder.write(radar.replacing("Go", with: "Swift"), to: "radar.yaml")
    let composed = try #require(Self.composed(try site.build()))
    #expect(composed == (Self.composed(first) ?? 0) - 2, "all but the two pages of docs")
    #expect(try site.page("radar/radar/index.html").contains("Swift"))
  }

  @Test func composesAPageAgainThatIsNoLongerInTheOutput() throws {
    let site = try SampleSite()
    _ = try site.build()
    try site.folder.remove("dist/about/index.html")
    #expect(Self.composed(try site.build()) == 1)
    #expect(site.folder.exists("dist/about/index.html"))
  }

  @Test func findsDeadLinksInPagesThatAreKept() throws {
    let site = try SampleSite()
    try Self.append("[Nowhere](nowhere.md)\n", to: "repos/shop/docs/guide/set up.md", of: site)
    let first = try site.build()
    #expect(first.diagnostics.count == 1)
    try Self.append("One more sentence.\n", to: "repos/shop/docs/index.md", of: site)
    let second = try site.build()
    #expect(Self.composed(second) == 1)
    #expect(second.diagnostics == first.diagnostics)
  }

  /// With a page of docs in each of two repositories.
  private static func siteWithTwoDocs() throws -> SampleSite {
    let site = try SampleSite()
    try site.folder.write("# Pay\n", to: "repos/pay/docs/index.md")
    let descriptor = try site.folder.text(of: "repos/pay/catalog-info.yaml")
    try site.folder.write(
      descriptor.replacing(
        "name: pay",
        with: "name: pay\n  annotations: {backstage.io/techdocs-ref: \"dir:.\"}"
      ),
      to: "repos/pay/catalog-info.yaml"
    )
    return site
  }

  private static func append(_ text: String, to path: String, of site: SampleSite) throws {
    try site.folder.write(try site.folder.text(of: path) + "\n" + text, to: path)
  }

  private static func composed(_ report: BuildReport) -> Int? {
    report.timings.entries.first { $0.stage == "compose" }?.items
  }
}
