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
    return process(text, path: path, files: files)
  }

  /// Processes a descriptor among some files, one of which has a URL, too.
  private func process(
    _ text: String,
    path: String = "apis/a.yaml",
    files: [String: String]
  ) -> CatalogFixture {
    var fixture = CatalogFixture()
    fixture.add(
      text,
      path: path,
      placeholders: { target in
        let path = target.replacing("https://forge/blob/main/", with: "")
        return files[path].map { PlaceholderFile(path: path, bytes: Array($0.utf8)) }
      }
    )
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
    #expect(process(api("{$graphql: ./spec.yaml}")).findings == ["entity-field-type 9:15"])
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

  @Test func readsAFileThatAURLShows() throws {
    let fixture = process(api("{$text: 'https://forge/blob/main/apis/spec.yaml'}"))
    #expect(fixture.findings.isEmpty)
    #expect(fixture.entities.first?.specText("definition") == "openapi: 3.0.0\n")
  }

  /// The definition that a `$openapi` of `apis/root.yaml` becomes, and the findings.
  private func bundle(_ files: [String: String]) -> (text: String?, findings: [String]) {
    let fixture = process(api("{$openapi: ./root.yaml}"), files: files)
    return (fixture.entities.first?.specText("definition"), fixture.findings)
  }

  @Test func leavesADefinitionOfOneFileAsItIs() {
    let text = "openapi: 3.0.0 # comment\nx: {$ref: '#/y'}\ny: 1\n"
    #expect(bundle(["apis/root.yaml": text]).text == text)
    #expect(bundle(["apis/root.yaml": "{"]).text == nil)
  }

  @Test func bundlesADefinitionOfSeveralFiles() {
    let bundled = bundle([
      "apis/root.yaml": """
      paths:
        /a/{id}: {$ref: paths/a.yaml}
        /b: {get: {schema: {$ref: '../shared/types.json#/Pet', description: mine}}}
      components: {schemas: {Local: {type: string}}}

      """,
      "apis/paths/a.yaml": """
      get:
        one: {$ref: '../../shared/types.json#/Pet'}
        two: {$ref: '../root.yaml#/components/schemas/Local'}
        own: {$ref: '#/get/two'}

      """,
      "shared/types.json":
        ##"{"Pet": {"friend": {"$ref": "#/Pet"}, "a~/b": {"$ref": "#/Kind"}}, "Kind": 1}"##,
    ])
    #expect(bundled.findings.isEmpty)
    #expect(
      bundled.text == """
        paths:
          /a/{id}:
            get:
              one:
                friend:
                  "$ref": "#/paths/~1a~1%7Bid%7D/get/one"
                a~/b: 1
              two:
                "$ref": "#/components/schemas/Local"
              own:
                "$ref": "#/paths/~1a~1%7Bid%7D/get/two"
          /b:
            get:
              schema:
                "$ref": "#/paths/~1a~1%7Bid%7D/get/one"
                description: mine
        components:
          schemas:
            Local:
              type: string

        """
    )
  }

  @Test func endsWithCyclesBetweenFiles() {
    let bundled = bundle([
      "apis/root.yaml": "a: {$ref: b.yaml}\n", "apis/b.yaml": "c: {$ref: c.yaml}\n",
      "apis/c.yaml": "b: {$ref: b.yaml#}\nr: {$ref: root.yaml}\n",
    ])
    let text = "a:\n  c:\n    b:\n      \"$ref\": \"#/a\"\n    r:\n      \"$ref\": \"#\"\n"
    #expect(bundled.text == text)
    #expect(bundled.findings.isEmpty)
  }

  @Test func reportsReferencesThatLeadNowhere() {
    let bundled = bundle([
      "apis/root.yaml": """
      a: {$ref: gone.yaml}
      b: {$ref: 'b.yaml#/gone'}
      c: {$ref: 'https://h/x.yaml'}
      d: {$ref: ../../x.yaml}
      """,
      "apis/b.yaml": "x: 1\n",
    ])
    #expect(
      bundled.findings == [
        "placeholder-missing 1:11", "placeholder-missing 2:11", "placeholder-unread 3:11",
        "placeholder-invalid 4:11",
      ]
    )
  }

  @Test func refusesADefinitionThatCannotBeRead() {
    #expect(bundle([:]).findings == ["placeholder-missing 9:26"])
    #expect(bundle([:]).text == nil)
    #expect(process(api("{$asyncapi: 'https://h/x'}")).entities.isEmpty)
  }

  @Test func endsWithADefinitionThatGrowsWithoutBound() {
    // Each file names the next one twice, under other pointers: 2^20 copies if all were written out.
    var files = ["apis/root.yaml": "a: {$ref: 'f0.yaml#/x'}\n"]
    for number in 0..<400 {
      let next = "f\(number + 1).yaml"
      files["apis/f\(number).yaml"] =
        "x: {l: {$ref: '\(next)#/x'}, r: {$ref: '\(next)#/y'}}\ny: {l: {$ref: '\(next)#/x'}}\n"
    }
    #expect(bundle(files).findings.contains("limit-entity 9:26"))
  }
}
