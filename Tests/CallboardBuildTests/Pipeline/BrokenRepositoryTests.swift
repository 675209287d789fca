import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

@Suite struct BrokenRepositoryTests {
  @Test func costsOnlyItsOwnPages() throws {
    let site = try SampleSite()
    _ = try site.build(output: "without")
    try site.folder.write([
      "repos/broken/catalog-info.yaml": """
      kind: [unclosed
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: "-"}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: System
      metadata:
        name: survivor
        annotations: {"backstage.io/techdocs-ref": "dir:../../.."}
      spec: {owner: menders}
      """,
      "site.yaml": """
      site: {title: Acme, url: "https://portal.acme.example/docs"}
      sources:
        - path: repos/*
        - git: file:///nonexistent/repository.git
      """,
    ])
    let report = try site.build(output: "with")

    let ids = Set(report.diagnostics.map(\.id.rawValue))
    #expect(ids.isSuperset(of: ["yaml-syntax", "docs-outside-repository", "entity-field-format"]))
    #expect(report.diagnostics.contains { $0.id.rawValue.hasPrefix("repository-") })
    #expect(site.folder.exists("with/catalog/default/system/survivor/index.html"))
    for path in [
      "catalog/default/component/shop/index.html", "catalog/default/api/pay/index.html",
      "docs/default/component/shop/index.html",
      "docs/default/component/shop/guide/set up/index.html",
    ] {
      #expect(
        try site.page(path, output: "with") == site.page(path, output: "without"),
        "\(path) must not change because another repository is broken"
      )
    }
  }
}
