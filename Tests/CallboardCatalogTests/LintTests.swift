import CallboardCatalog
import CallboardDiagnostics
import Testing

@Suite struct LintTests {
  private func annotated(_ key: String, _ value: String) -> [String] {
    findings(component(metadata: ["annotations:", "  \(key): \(value)"]))
  }

  @Test func knowsTheShapesOfWellKnownAnnotations() {
    let table: [(key: String, good: [String], bad: [String])] = [
      ("backstage.io/view-url", ["https://h/x"], ["h/x"]),
      ("backstage.io/techdocs-ref", ["dir:.", "url:https://h/x"], ["./docs", "'dir:'"]),
      ("backstage.io/techdocs-entity", ["system:shop", "shop"], ["'system:'"]),
      ("backstage.io/source-template", ["template:default/x"], ["':x'"]),
      ("backstage.io/code-coverage", ["enabled", "scm-only"], ["'on'"]),
      ("backstage.io/kubernetes-namespace", ["shop-1"], ["Shop"]),
      ("backstage.io/kubernetes-label-selector", ["'a=b'"], ["'=b'"]),
      (
        "github.com/project-slug", ["acme/shop"], ["shop", "https://github.com/a/b", "a/b/c", "a/"]
      ),
      ("gitlab.com/project-slug", ["acme/a/b/shop"], ["shop"]),
      ("dev.azure.com/project-repo", ["p/r"], ["o/p/r"]),
      ("circleci.com/project-slug", ["github/acme/shop"], ["acme/shop"]),
      ("sentry.io/project-slug", ["shop", "acme/shop"], ["a/b/c"]),
      ("pagerduty.com/service-id", ["P1"], ["'a b'"]),
      ("jira/project-key", ["SHOP", "A_1"], ["shop", "1A"]),
      ("backstage.io/adr-location", ["docs/adr"], ["/docs"]),
      (
        "graph.microsoft.com/user-id", ["0a1b2c3d-0000-1111-2222-333344445555"], ["jo", "0a1b2c3d"]
      ),
    ]
    for (key, good, bad) in table {
      for value in good { #expect(annotated(key, value).isEmpty, "\(key): \(value)") }
      for value in bad {
        let column = key.utf8.count + 7
        #expect(annotated(key, value) == ["annotation-shape 6:\(column)"], "\(key): \(value)")
      }
    }
  }

  @Test func asksForURLsOfSourceLocations() {
    #expect(annotated("backstage.io/source-location", "url:https://h/x/").isEmpty)
    for value in ["https://h/x/", "./src", "dir:./src"] {
      #expect(
        annotated("backstage.io/source-location", value) == ["source-location-not-url 6:35"]
      )
    }
  }

  @Test func reportsKeysThatAreMisspelt() {
    #expect(annotated("backstage.io/techdoc-ref", "dir:.") == ["annotation-unknown 6:5"])
    #expect(annotated("backstage.io/something-else", "x").isEmpty)
    #expect(annotated("acme.example/techdoc-ref", "x").isEmpty)
  }

  @Test func notesWhatTheCatalogWrites() throws {
    var fixture = CatalogFixture()
    fixture.add(component(metadata: ["annotations: {backstage.io/orphan: 'true'}"]))
    #expect(fixture.findings == ["annotation-written 5:17"])
    #expect(fixture.diagnostics.map(\.severity) == [.note])
    #expect(fixture.entities.count == 1)
  }

  @Test func notesOldVersions() {
    let spec = ["type: t", "children: []"]
    #expect(
      findings(descriptor("Group", version: "backstage.io/v1beta1", spec: spec))
        == ["api-version-old 1:13"]
    )
  }

  @Test func reportsAnnotationsThatLeadNowhere() {
    var fixture = CatalogFixture()
    fixture.add(
      component("a", metadata: ["annotations: {backstage.io/techdocs-entity: b}"]) + "---\n"
        + component("b", metadata: ["annotations: {backstage.io/techdocs-entity: 'api:gone'}"])
        + "---\n" + descriptor("Group", "team", spec: ["type: t", "children: []"])
    )
    _ = fixture.stitch()
    #expect(fixture.findings == ["annotation-target-missing 15:47"])
  }

  @Test func addsTheSlugOfComponents() throws {
    let origin = DescriptorOrigin(
      viewURL: "https://h/b/x.yaml",
      rootURL: "https://h/b/all.yaml",
      project: .init(annotation: "github.com/project-slug", value: "acme/shop")
    )
    var fixture = CatalogFixture()
    fixture.add(component("a"), origin: origin)
    fixture.add(
      component("b", metadata: ["annotations: {github.com/project-slug: a/own}"]),
      origin: origin
    )
    fixture.add(descriptor("System", "s", spec: ["owner: team"]), origin: origin)
    let slugs = fixture.entities.map { $0.annotation("github.com/project-slug") }
    #expect(slugs == ["acme/shop", "a/own", nil])
    #expect(
      fixture.entities[0].annotation("backstage.io/managed-by-origin-location")
        == "url:https://h/b/all.yaml"
    )
  }
}
