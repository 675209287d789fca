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
        "field-missing 1:1", "field-missing 1:1", "field-missing 1:1",
      ]
    )
    let text = "apiVersion: 1.20\nkind: ''\nmetadata: {name: 12, namespace: ~, annotations: 7}\n"
    #expect(
      findings(text) == [
        "field-type 1:13", "field-type 2:7", "field-type 3:18", "field-type 3:33",
        "field-type 3:49",
      ]
    )
    #expect(findings("apiVersion: a\nkind: b\nmetadata: []\n") == ["field-type 3:11"])
    #expect(findings("apiVersion: a\nkind: b\nmetadata:\n  title: x\n") == ["field-missing 3:1"])
  }

  @Test func pointsAtTheKeyOfAnEmptyValue() {
    #expect(findings(component(metadata: ["namespace:"])) == ["field-type 5:3"])
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
        "field-type 5:8", "field-type 6:10", "field-type 7:16", "field-format 8:12",
        "field-format 8:23", "field-type 8:30", "field-format 10:10", "field-type 10:16",
        "field-type 10:20", "field-type 11:11", "field-missing 11:14", "field-format 11:24",
        "field-format 11:36", "field-format 11:54", "field-format 11:65", "field-type 11:76",
        "field-format 9:17", "field-type 9:30",
      ]
    )
  }

  @Test func takesEmptyAnnotationsButNoEmptyLists() {
    #expect(findings(component(metadata: ["annotations:"])).isEmpty)
    #expect(findings(component(metadata: ["annotations: ''"])).isEmpty)
    #expect(findings(component(metadata: ["annotations: []"])) == ["field-type 5:16"])
    #expect(findings(component(metadata: ["labels: ~"])) == ["field-type 5:11"])
    #expect(findings(component(metadata: ["tags: ~"])) == ["field-type 5:9"])
    #expect(findings(component(metadata: ["links: ~"])) == ["field-type 5:10"])
  }

  @Test func takesFurtherKeysInTheMetadataButNotAtTheRoot() {
    #expect(findings(component(metadata: ["custom: {x: 1}"])).isEmpty)
    #expect(
      findings(component() + "relations: []\nstatus: {}\ndependsOn: []\n") == [
        "field-unknown 9:1", "field-unknown 10:1", "field-unknown 11:1",
      ]
    )
  }

  @Test func judgesNamespaces() {
    for bad in ["Upper", "a.b", "a_b", "-a", "a-"] {
      #expect(findings(component(metadata: ["namespace: \(bad)"])) == ["field-format 5:14"])
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
      .init(kinds: ["component"]), .init(kinds: ["User"], repositories: ["people"]),
    ])
    var fixture = CatalogFixture()
    let processor = EntityProcessor(rules: rules)
    fixture.add(component(), processor: processor)
    fixture.add(descriptor("User", "u", spec: ["memberOf: []"]), processor: processor)
    #expect(fixture.entities.count == 1)
    #expect(fixture.findings == ["kind-not-allowed 2:7"])
    #expect(!CatalogRules(rules: []).allows(kind: "API", from: .init(repository: "", path: "")))
  }
}
