import CallboardCatalog
import CallboardDiagnostics
import CallboardYAML
import Testing

@Suite struct PlaceholderTests {
  private func api(_ definition: String) -> String {
    descriptor("API", spec: ["type: t", "lifecycle: l", "owner: o", "definition: \(definition)"])
  }

  private func process(_ text: String, path: String = "apis/a.yaml") -> CatalogFixture {
    let files = [
      "apis/spec.yaml": "openapi: 3.0.0\n", "shared/x.json": "{\"a\": [1, {\"b\": null}]}",
      "two.yaml": "a: 1\n---\nb: 2\n",
    ]
    var fixture = CatalogFixture()
    fixture.add(text, path: path, placeholders: { files[$0].map { Array($0.utf8) } })
    return fixture
  }

  @Test func readsTextBesideTheDescriptor() throws {
    let fixture = process(api("{$text: ./spec.yaml}"))
    let entity = try #require(fixture.entities.first)
    #expect(entity.specText("definition") == "openapi: 3.0.0\n")
    #expect(entity.document["spec"]?["definition"]?.string == "openapi: 3.0.0\n")
    #expect(fixture.findings.isEmpty)
    #expect(entity.unreadPlaceholders.isEmpty)
  }

  @Test func readsValues() throws {
    let fixture = process(
      component(metadata: ["x: {$json: ../shared/x.json}", "y: [{$yaml: spec.yaml}]"])
    )
    let metadata = try #require(fixture.entities.first?.document["metadata"])
    #expect(metadata["x"]?.value.flowText(limit: 99) == "{ a: [ 1, { b } ] }")
    #expect(metadata["y"]?.sequence?.first?["openapi"]?.string == "3.0.0")
  }

  @Test func keepsTheEntityWhenAFileCannotBeRead() throws {
    let gone = process(api("{$text: ./gone.yaml}"))
    #expect(gone.findings == ["placeholder-missing 9:23"])
    #expect(gone.entities.first?.specText("definition") == "./gone.yaml")
    #expect(gone.entities.first?.unreadPlaceholders.map(\.target) == ["./gone.yaml"])
    let url = process(api("{$text: 'https://h/x'}"))
    #expect(url.findings == ["placeholder-unread 9:23"])
    #expect(url.entities.count == 1)
  }

  @Test func leavesOtherDollarKeysAlone() {
    #expect(process(api("{$openapi: ./spec.yaml}")).findings == ["entity-field-type 9:15"])
    #expect(process(api("{$text: ./spec.yaml, a: 1}")).findings == ["entity-field-type 9:15"])
    #expect(process(component(metadata: ["x: {$ref: a, y: {$text: gone}}"])).findings.isEmpty)
  }

  @Test func refusesPlaceholdersThatNameNoFile() {
    #expect(process(api("{$text: [1]}")).findings.first == "placeholder-invalid 9:23")
    #expect(process(api("{$text: ../../x}")).findings == ["placeholder-invalid 9:23"])
    #expect(
      process(component(metadata: ["x: {$yaml: /two.yaml}"])).findings
        == ["placeholder-invalid 5:14"]
    )
  }

  @Test func leavesStandInsWithoutAReader() {
    var fixture = CatalogFixture()
    fixture.add(api("{$text: ./spec.yaml}"))
    #expect(fixture.findings.isEmpty)
    #expect(fixture.entities.first?.unreadPlaceholders.count == 1)
  }
}
