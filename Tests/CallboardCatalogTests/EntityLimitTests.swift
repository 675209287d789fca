import CallboardCatalog
import CallboardDiagnostics
import CallboardYAML
import Testing

@Suite struct EntityLimitTests {
  @Test func leavesOutWhatIsBeyondTheLimits() throws {
    var limits = EntityLimits()
    limits.relations = 2
    limits.links = 1
    limits.tags = 2
    limits.labels = 1
    limits.titleLength = 3
    limits.urlLength = 5
    var fixture = CatalogFixture()
    fixture.add(
      component(
        metadata: [
          "title: äöüß", "tags: [a, b, c]", "labels: {a: x, b: y}",
          "links: [{url: 'a:123456'}, {url: 'a:b'}]",
        ],
        spec: ["dependsOn: ['api:a', 'api:b']"]
      ),
      processor: EntityProcessor(limits: limits)
    )
    let entity = try #require(fixture.entities.first)
    #expect(entity.title == "äöü…")
    #expect(entity.tags == ["a", "b"])
    #expect(entity.labels.map(\.key) == ["a"])
    #expect(entity.links.isEmpty)
    #expect(entity.relations.map(\.field) == ["spec.owner", "spec.dependsOn"])
    #expect(
      fixture.findings == [
        "limit-entity 8:3", "limit-entity 6:3", "limit-entity 7:3", "limit-entity 5:3",
        "limit-entity 8:3", "limit-entity 9:1", "limit-entity 9:1",
      ]
    )
    #expect(fixture.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func cutsWhatStandsInListsOfOtherEntities() throws {
    var limits = EntityLimits()
    limits.titleLength = 12
    limits.referenceLength = 30
    var fixture = CatalogFixture()
    let long = String(repeating: "x", count: 20)
    fixture.add(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: long}
      spec: {type: \(long), lifecycle: production, owner: \(long), dependsOn: ['api:a']}
      """,
      processor: EntityProcessor(limits: limits)
    )
    let entity = try #require(fixture.entities.first)
    #expect(entity.spec["type"]?.string == "xxxxxxxxxxxx…")
    #expect(entity.spec["lifecycle"]?.string == "production")
    #expect(entity.relations.map(\.field) == ["spec.dependsOn"])
    #expect(fixture.findings == ["limit-entity 4:1", "limit-entity 4:1"])
  }

  @Test func leavesOutAnnotationsThatWouldRunAsCode() throws {
    var fixture = CatalogFixture()
    let url = "java\\tscript:alert(1)"
    fixture.add(
      component(metadata: [
        "annotations:", "  backstage.io/view-url: \"\(url)\"", "  backstage.io/edit-url: https://x",
      ])
    )
    let entity = try #require(fixture.entities.first)
    #expect(entity.annotations.map(\.key) == ["backstage.io/edit-url"])
    #expect(fixture.findings == ["annotation-unsafe 6:28"])
  }
}
