import CallboardCatalog
import CallboardDiagnostics
import Testing

@Suite struct EnvelopeTests {
  @Test func readsEverythingAnAuthorWrote() throws {
    var fixture = CatalogFixture()
    fixture.add(
      component(
        "Pay",
        metadata: [
          "namespace: shop", "title: Payments", "description: ''",
          "labels: {b: '1', example.com/a: ''}",
          "annotations: {z: '', a: x y}", "tags: [c++, 'a:b']",
          "links: [{url: 'mailto:a@b', title: T, icon: chat, type: t}, {url: 'https://x'}]",
        ]
      )
    )
    let entity = try #require(fixture.entities.first)
    #expect(fixture.findings.isEmpty)
    #expect(entity.ref.description == "component:shop/pay")
    #expect((entity.kind, entity.namespace, entity.name) == ("Component", "shop", "Pay"))
    #expect(entity.displayName == "Payments")
    #expect(entity.description == "")
    #expect(entity.labels.map(\.key) == ["b", "example.com/a"])
    #expect(entity.annotation("a") == "x y")
    #expect(entity.tags == ["c++", "a:b"])
    #expect(
      entity.links == [
        .init(url: "mailto:a@b", title: "T", icon: "chat", type: "t"), .init(url: "https://x"),
      ]
    )
    #expect((entity.type, entity.lifecycle) == ("service", "production"))
    #expect(entity.nameSpan.range.lowerBound == .init(line: 4, column: 9))
  }

  @Test func reportsADocumentThatIsNoMapping() {
    #expect(
      findings("- a\n---\nb\n---\n~\n") == [
        "descriptor-not-mapping 1:1", "descriptor-not-mapping 3:1",
      ]
    )
  }

  @Test func reportsEveryFaultOfTheEnvelope() {
    #expect(
      findings("a: 1\n") == [
        "entity-field-missing 1:1", "entity-field-missing 1:1", "entity-field-missing 1:1",
      ]
    )
    let text = "apiVersion: 1.20\nkind: ''\nmetadata: {name: 12, namespace: ~, annotations: 7}\n"
    #expect(
      findings(text) == [
        "entity-field-type 1:13", "entity-field-type 2:7", "entity-field-type 3:18",
        "entity-field-type 3:33",
        "entity-field-type 3:49",
      ]
    )
    #expect(findings("apiVersion: a\nkind: b\nmetadata: []\n") == ["entity-field-type 3:11"])
    #expect(
      findings("apiVersion: a\nkind: b\nmetadata:\n  title: x\n") == ["entity-field-missing 3:1"]
    )
  }

  @Test func pointsAtTheKeyOfAnEmptyValue() {
    #expect(findings(component(metadata: ["namespace:"])) == ["entity-field-type 5:3"])
  }

  @Test func reportsEveryFaultOfTheMetadata() {
    let text = component(
      metadata: [
        "uid: ''", "title: 1", "description: ~", "labels: {a b: x, c: -x, d: 1}",
        "annotations: {a/b/c: x, d: true}", "tags: [Java, '', 7]",
        "links: [x, {}, {url: abc}, {url: 'http://', title: ' ', icon: a b, type: ''}]",
      ]
    )
    #expect(
      findings(text) == [
        "entity-field-type 5:8", "entity-field-type 6:10", "entity-field-type 7:16",
        "entity-field-format 8:12",
        "entity-field-format 8:23", "entity-field-type 8:30", "entity-field-format 10:10",
        "entity-field-type 10:16",
        "entity-field-type 10:20", "entity-field-type 11:11", "entity-field-missing 11:14",
        "entity-field-format 11:24",
        "entity-field-format 11:36", "entity-field-format 11:54", "entity-field-format 11:65",
        "entity-field-type 11:76",
        "entity-field-format 9:17", "entity-field-type 9:30",
      ]
    )
  }

  @Test func takesEmptyAnnotationsButNoEmptyLists() {
    #expect(findings(component(metadata: ["annotations:"])).isEmpty)
    #expect(findings(component(metadata: ["annotations: ''"])).isEmpty)
    #expect(findings(component(metadata: ["annotations: []"])) == ["entity-field-type 5:16"])
    #expect(findings(component(metadata: ["labels: ~"])) == ["entity-field-type 5:11"])
    #expect(findings(component(metadata: ["tags: ~"])) == ["entity-field-type 5:9"])
    #expect(findings(component(metadata: ["links: ~"])) == ["entity-field-type 5:10"])
  }

  @Test func takesFurtherKeysInTheMetadataButNotAtTheRoot() {
    #expect(findings(component(metadata: ["custom: {x: 1}"])).isEmpty)
    #expect(
      findings(component() + "relations: []\nstatus: {}\ndependsOn: []\n") == [
        "entity-field-unknown 9:1", "entity-field-unknown 10:1", "entity-field-unknown 11:1",
      ]
    )
  }

  @Test func judgesNamespaces() {
    for bad in ["Upper", "a.b", "a_b", "-a", "a-"] {
      #expect(findings(component(metadata: ["namespace: \(bad)"])) == ["entity-field-format 5:14"])
    }
    #expect(findings(component(metadata: ["namespace: a--b"])).isEmpty)
  }

  @Test func addsWhereTheDescriptorWasRead() throws {
    var fixture = CatalogFixture()
    let origin = DescriptorOrigin(
      viewURL: "https://h/blob/main/x.yaml",
      editURL: "https://h/edit/main/x.yaml",
      sourceURL: "https://h/tree/main/"
    )
    let own = [
      "annotations:", "  backstage.io/edit-url: mine", "  backstage.io/managed-by-location: x",
    ]
    fixture.add(component(metadata: own), origin: origin)
    let entity = try #require(fixture.entities.first)
    #expect(entity.annotation("backstage.io/view-url") == "https://h/blob/main/x.yaml")
    #expect(entity.annotation("backstage.io/edit-url") == "mine")
    #expect(entity.annotation("backstage.io/source-location") == "url:https://h/tree/main/")
    for key in ["managed-by-location", "managed-by-origin-location"] {
      #expect(entity.annotation("backstage.io/\(key)") == "url:https://h/blob/main/x.yaml")
    }
  }

  @Test func takesOnlyKindsThatTheRulesAllow() {
    let rules = CatalogRules(rules: [
      .init(kinds: ["component"]), .init(kinds: ["User"], repositories: [.init("people")]),
    ])
    var fixture = CatalogFixture()
    let processor = EntityProcessor(rules: rules)
    fixture.add(component(), processor: processor)
    fixture.add(descriptor("User", "u", spec: ["memberOf: []"]), processor: processor)
    #expect(fixture.entities.count == 1)
    #expect(fixture.findings == ["entity-kind-not-allowed 2:7"])
    let nowhere = SourcePath(repository: "", path: "")
    #expect(CatalogRules(rules: []).refusal(kind: "API", namespace: "a", file: nowhere) != nil)
  }
}
