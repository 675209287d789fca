import CallboardCatalog
import CallboardDiagnostics
import CallboardYAML
import Testing

@Suite struct CustomKindTests {
  private static let site = SourcePath(repository: "", path: "site.yaml")
  private static let span = SourceSpan(file: site, line: 1)

  private func schema(_ text: String) -> Diagnosed<ValueSchema> {
    let node = YAMLParser.document(Array(text.utf8), file: Self.site).output
    return ValueSchema.read(node ?? YAMLNode(.null, range: Self.span.range), file: Self.site)
  }

  private func model(
    _ text: String = "true",
    _ relations: [RelationField] = []
  ) -> Diagnosed<CatalogModel> {
    CatalogModel.adding([
      KindDeclaration(
        kind: "Pipeline",
        apiVersions: ["acme.example/v2", "acme.example/v1"],
        schema: schema(text).output,
        relations: relations,
        span: Self.span
      )
    ])
  }

  private func field(_ path: String, _ relation: String, inverse: String? = nil) -> RelationField {
    RelationField(path: path, relation: relation, inverse: inverse, span: Self.span)
  }

  private func pipeline(_ spec: [String], version: String = "acme.example/v2") -> String {
    descriptor("Pipeline", "build", version: version, spec: spec)
  }

  private func read(_ text: String, _ model: CatalogModel) -> CatalogFixture {
    var fixture = CatalogFixture()
    fixture.add(text, processor: EntityProcessor(model: model))
    return fixture
  }

  /// The findings about one value of `spec.x` under a schema.
  private func judge(_ value: String, _ schema: String) -> [String] {
    read(pipeline(["x: \(value)"]), model("{properties: {x: \(schema)}}").output).findings
      .map { $0.split(separator: " ").map(String.init)[0] }
  }

  @Test func relatesEntitiesOfADeclaredKindBothWays() throws {
    var service = field("stages.deploys", "deploysTo", inverse: "deployedBy")
    service.defaultKind = "Component"
    let model = model("true", [service, field("needs", "dependsOn")])
    #expect(model.diagnostics.isEmpty)
    var fixture = CatalogFixture()
    fixture.add(
      pipeline(["stages: [{deploys: shop}, {deploys: [web, shop]}]", "needs: 'resource:r'"])
        + "---\n" + component("shop"),
      processor: EntityProcessor(model: model.output)
    )
    let catalog = Catalog.stitch(fixture.entities, model: model.output).output
    let names = catalog.allIDs.map { id in
      catalog.relations(of: id).map {
        "\(catalog.relationTypes[$0.type].name) \(catalog.targetRef(of: $0))"
      }
    }
    #expect(
      names == [
        ["ownedBy group:default/team", "deployedBy pipeline:default/build"],
        [
          "dependsOn resource:default/r", "deploysTo component:default/shop",
          "deploysTo component:default/web",
        ],
      ]
    )
    #expect(fixture.entities[0].relations[0].field == "spec.stages.deploys")
    #expect(fixture.findings.isEmpty)
    #expect(
      catalog.relationTypes.pairs.last?.inverse == catalog.relationTypes.type(named: "deployedBy")
    )
  }

  @Test func holdsReferencesToTheirRules() {
    var lead = field("lead", "ownedBy")
    lead.defaultKind = "User"
    lead.namespace = .default
    lead.allowedKinds = ["user", "Group"]
    let model = model("true", [lead]).output
    func declared(_ value: String) -> [String] {
      let text = descriptor(
        "Pipeline",
        version: "acme.example/v2",
        metadata: ["namespace: shop"],
        spec: ["lead: \(value)"]
      )
      let fixture = read(text, model)
      return fixture.entities.flatMap(\.relations).map(\.target.description) + fixture.findings
    }
    #expect(declared("ada") == ["user:default/ada"])
    #expect(declared("[group:x/ops, ada]") == ["group:x/ops", "user:default/ada"])
    #expect(declared("component:x") == ["relation-kind-not-allowed 7:9"])
    #expect(declared("7") == ["entity-field-type 7:9"])
    #expect(declared("':x'") == ["relation-ref-invalid 7:9"])
  }

  @Test func knowsAKindByItsVersions() {
    let model = model().output
    #expect(read(pipeline(["a: 1"]), model).findings.isEmpty)
    #expect(
      read(pipeline(["a: 1"], version: "acme.example/v1"), model).findings == [
        "api-version-old 1:13"
      ]
    )
    #expect(
      read(pipeline(["a: 1"], version: "acme.example/v3"), model).findings
        == ["entity-kind-unknown 1:13"]
    )
    #expect(read(pipeline([]), model).entities.count == 1, "a spec is needed only by a schema")
    #expect(model.declaration(ofKind: "pipeline")?.plural == "Pipelines")
    #expect(CatalogModel.builtIn.declaration(ofKind: "component") == nil)
  }

  @Test func showsHowToDeclareAnUnknownKind() {
    let fixture = read(
      descriptor("Workflow", version: "acme.example/v1", spec: ["a: 1"]),
      .builtIn
    )
    #expect(
      fixture.diagnostics.first?.help.last
        == "If it is a kind of your own, declare it in site.yaml: "
        + "'catalog: {kinds: [{kind: Workflow, apiVersion: acme.example/v1}]}'."
    )
  }

  @Test func refusesDeclarationsThatContradict() {
    func faults(_ relations: [RelationField]) -> [String] {
      model("true", relations).diagnostics.map(\.summary)
    }
    #expect(faults([field("x", "uses")]) == ["The relation 'uses' has no 'inverse'"])
    #expect(
      faults([field("x", "dependsOn", inverse: "usedBy")])
        == ["The inverse of 'dependsOn' is 'dependencyOf', not 'usedBy'"]
    )
    #expect(
      faults([field("x", "uses", inverse: "usedBy"), field("y", "uses", inverse: "neededBy")])
        == ["The inverse of 'uses' is 'usedBy', not 'neededBy'"]
    )
    #expect(
      faults([field("x", "uses", inverse: "usedBy"), field("y", "needs", inverse: "usedBy")])
        == ["The inverse of 'usedBy' is 'uses', not 'needs'"]
    )
    #expect(faults([field("x", "uses", inverse: "usedBy"), field("y", "usedBy")]).isEmpty)
    #expect(faults([field("x", "relatedTo", inverse: "relatedTo")]).isEmpty)
    #expect(
      faults([field("x", "Ownedby", inverse: "z")]) == ["'Ownedby' is too much like 'ownedBy'"]
    )
    #expect(faults([field("x", "a-b", inverse: "c")]) == ["'a-b' is no name of a relation"])
    #expect(faults([field("a..b", "ownedBy")]) == ["'a..b' is no path of keys"])
    let twice = CatalogModel.adding([
      KindDeclaration(kind: "API", apiVersions: ["backstage.io/v1alpha1"], span: Self.span),
      KindDeclaration(kind: "9x", apiVersions: ["a b"], span: Self.span),
    ])
    #expect(
      twice.diagnostics.map(\.summary) == [
        "The kind 'API' of apiVersion 'backstage.io/v1alpha1' is known already",
        "'9x' is no name of a kind", "'a b' is no apiVersion",
      ]
    )
    #expect(twice.output.declarations.isEmpty)
  }

  @Test func checksValuesBySchema() {
    let table: [(schema: String, good: [String], bad: [String])] = [
      ("{type: string}", ["a", "''", "no"], ["1", "~", "[a]"]),
      ("{type: [integer, 'null']}", ["1", "2.0", "~"], ["1.5", "'1'"]),
      ("{type: number}", ["1", "1.5"], ["a"]),
      ("{type: boolean}", ["true"], ["'true'", "no"]),
      ("{enum: [a, 1, [x]]}", ["a", "1", "1.0", "[x]"], ["b", "'1'", "[y]"]),
      ("{const: {a: 1, b: 2}}", ["{b: 2, a: 1}"], ["{a: 1}"]),
      ("{minLength: 2, maxLength: 3}", ["äö", "abc", "7"], ["ä", "abcd"]),
      ("{pattern: '^v[0-9]+$'}", ["v1", "v20"], ["v", "xv1", "v1x"]),
      ("{minimum: 1, exclusiveMaximum: 5}", ["1", "4.9", "a"], ["0", "5"]),
      ("{exclusiveMinimum: 1, maximum: 5}", ["1.1", "5"], ["1", "6"]),
      ("{minItems: 1, maxItems: 2, uniqueItems: true}", ["[1]", "[1, '1']"], ["[]", "[1, 1]"]),
      ("{items: {type: string}}", ["[a]", "[]"], ["[1]"]),
      ("{items: false}", ["[]"], ["[1]"]),
      ("{required: [a]}", ["{a: ~}", "x"], ["{b: 1}"]),
      (
        "{properties: {a: {type: string}}, additionalProperties: false}", ["{a: x}", "{}"],
        ["{a: 1}", "{b: x}"]
      ),
      ("{additionalProperties: {type: integer}}", ["{a: 1}"], ["{a: x}"]),
      ("{minProperties: 1, maxProperties: 1}", ["{a: 1}"], ["{}", "{a: 1, b: 2}"]),
      ("false", [], ["1"]),
      ("{title: t, $comment: c, examples: [1]}", ["1"], []),
    ]
    for (schema, good, bad) in table {
      for value in good { #expect(judge(value, schema).isEmpty, "\(value) by \(schema)") }
      for value in bad { #expect(judge(value, schema).count == 1, "\(value) by \(schema)") }
    }
  }

  @Test func pointsAtTheValueThatBreaksASchema() {
    let text =
      "{required: [stages], properties: {stages: {items: {properties: {n: {minimum: 1}}}}}}"
    let model = model(text).output
    #expect(
      read(pipeline(["stages: [{n: 1}, {n: 0}]"]), model).findings == ["entity-field-value 6:24"]
    )
    #expect(read(pipeline(["a: 1"]), model).findings == ["entity-field-missing 5:1"])
    #expect(read(pipeline([]), model).findings == ["entity-field-missing 1:1"])
  }

  @Test func passesOverNoKeywordInSilence() {
    let faults = [
      "{oneOf: []}": "'oneOf' is no keyword that schemas of kinds support",
      "{$ref: '#/a'}": "'$ref' is no keyword that schemas of kinds support",
      "{format: uri}": "'format' is no keyword that schemas of kinds support",
      "{properties: {a: {if: true}}}": "'if' is no keyword that schemas of kinds support",
      "{type: text}":
        "'type' must be one of string, number, integer, boolean, array, object, null, or a list of them",
      "{minItems: -1}": "'minItems' must be a whole number that is not negative",
      "{minimum: a}": "'minimum' must be a number",
      "{required: a}": "'required' must be a list of names",
      "{enum: []}": "'enum' must be a list that is not empty",
      "{properties: []}": "'properties' must be a mapping of schemas",
      "{uniqueItems: 1}": "'uniqueItems' must be true or false",
      "[]": "A schema must be a mapping or a boolean",
      "{pattern: '(?=x)'}":
        "The pattern '(?=x)' looks ahead or behind, which takes more than linear time",
    ]
    for (text, summary) in faults.sorted(by: { $0.key < $1.key }) {
      #expect(schema(text).diagnostics.map(\.summary) == [summary])
      #expect(schema(text).diagnostics.allSatisfy { $0.severity == .error })
    }
  }
}
