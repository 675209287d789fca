import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

/// `redirects` of site.yaml.
@Suite struct SiteRedirectTests {
  private static func site(_ redirects: String) throws -> SampleSite {
    let site = try SampleSite()
    try site.folder.write(
      """
      site: {title: Acme, url: "https://portal.acme.example/docs"}
      sources: [path: repos/*]
      redirects:
      \(redirects)
      """,
      to: "site.yaml"
    )
    return site
  }

  @Test func leadToPagesEntitiesAndOtherSites() throws {
    let site = try Self.site(
      """
        wiki/shop: /docs/default/component/shop/guide/set up/?a=1#first-steps
        /Old Page.html/: entity:component:shop
        jira: https://jira.acme.example/browse/x y
        first: wiki/shop/
        broken: problems/
      """
    )
    let report = try site.build()
    #expect(!report.diagnostics.contains { $0.id.description.hasPrefix("site-redirect") })
    let page = try site.page("wiki/shop/index.html")
    let target = "../../docs/default/component/shop/guide/set%20up/?a=1#first-steps"
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">"))
    #expect(page.contains("<a href=\"\(target)\" data-cb-redirect>"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    let entity = try site.page("Old Page.html/index.html")
    #expect(entity.contains("0; url=../catalog/default/component/shop/\""))
    let external = try site.page("jira/index.html")
    #expect(external.contains("0; url=https://jira.acme.example/browse/x y\""))
    #expect(
      try site.page("_redirects") == """
        /docs/Old%20Page.html/ /docs/catalog/default/component/shop/ 301
        /docs/broken/ /docs/problems/ 301
        /docs/first/ /docs/docs/default/component/shop/guide/set%20up/?a=1#first-steps 301
        /docs/jira/ https://jira.acme.example/browse/x%20y 301
        /docs/wiki/shop/ /docs/docs/default/component/shop/guide/set%20up/?a=1#first-steps 301

        """
    )
  }

  @Test(arguments: [
    ("  a: b\n  b: a\n", ["site-redirect-loop", "site-redirect-loop"]),
    ("  a: a\n", ["site-redirect-loop"]),
    ("  a: nowhere/\n", ["site-redirect-target-missing"]),
    ("  a: entity:nobody\n", ["site-redirect-target-missing"]),
    ("  Catalog/: docs/\n", ["site-redirect-shadowed"]),
    ("  a: docs/\n  A/: docs/\n", ["site-redirect-shadowed"]),
    ("  ../a: docs/\n", ["site-redirect-invalid"]),
    ("  /: docs/\n", ["site-redirect-invalid"]),
    ("  a?b=1: docs/\n", ["site-redirect-invalid"]),
    ("  'https://x.example/': docs/\n", ["site-redirect-invalid"]),
    ("  api/v1/x: docs/\n", ["site-redirect-invalid"]),
    ("  sw.js: docs/\n", ["site-redirect-invalid"]),
    ("  docs/default/component/shop/img/plan.svg: docs/\n", ["site-redirect-invalid"]),
  ])
  func reportsThoseThatCannotBe(redirects: String, expected: [String]) throws {
    let report = try Self.site(redirects).build()
    let found = report.diagnostics.filter { $0.id.description.hasPrefix("site-redirect") }
    #expect(found.map(\.id.description) == expected)
    #expect(found.allSatisfy { $0.span?.file.path.hasSuffix("site.yaml") ?? false })
  }

  @Test func refusesAnotherForm() throws {
    #expect(throws: BuildFailure.self) { try Self.site("  - from: a\n    to: b\n").build() }
    #expect(throws: BuildFailure.self) { try Self.site("  a: [b]\n").build() }
  }
}
