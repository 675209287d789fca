import CallboardCatalog
import CallboardDiagnostics
import Testing

@Suite struct KindTests {
  /// `field type target` of each relation that one descriptor declares.
  private func declared(_ text: String) -> [String] {
    var fixture = CatalogFixture()
    fixture.add(text)
    #expect(fixture.findings.isEmpty)
    return fixture.entities.flatMap(\.relations).map {
      "\($0.field) \(RelationVocabulary.builtIn[$0.type].name) \($0.target)"
    }
  }

  @Test func knowsEveryKindWithItsRelations() {
    let base = ["type: t", "lifecycle: l", "owner: o"]
    #expect(
      declared(
        component(spec: [
          "system: s", "subcomponentOf: p", "providesApis: [x]", "consumesApis: [n/y]",
          "dependsOn: ['resource:r']", "dependencyOf: ['component:c']",
        ])
      ) == [
        "spec.owner ownedBy group:default/team", "spec.subcomponentOf partOf component:default/p",
        "spec.providesApis providesApi api:default/x", "spec.consumesApis consumesApi api:n/y",
        "spec.dependsOn dependsOn resource:default/r",
        "spec.dependencyOf dependencyOf component:default/c", "spec.system partOf system:default/s",
      ]
    )
    #expect(
      declared(descriptor("API", spec: base + ["definition: x", "system: s"])) == [
        "spec.owner ownedBy group:default/o", "spec.system partOf system:default/s",
      ]
    )
    #expect(
      declared(descriptor("Resource", spec: ["type: t", "owner: user:u", "dependsOn: []"]))
        == ["spec.owner ownedBy user:default/u"]
    )
    #expect(
      declared(descriptor("System", spec: ["owner: o", "domain: d"])) == [
        "spec.owner ownedBy group:default/o", "spec.domain partOf domain:default/d",
      ]
    )
    #expect(
      declared(descriptor("Domain", spec: ["owner: o", "subdomainOf: d"])) == [
        "spec.owner ownedBy group:default/o", "spec.subdomainOf partOf domain:default/d",
      ]
    )
    #expect(
      declared(
        descriptor(
          "Group",
          spec: [
            "type: team", "children: [c]", "parent: p", "members: [m]", "profile: {email: e}",
          ]
        )
      ) == [
        "spec.parent childOf group:default/p", "spec.children parentOf group:default/c",
        "spec.members hasMember user:default/m",
      ]
    )
    #expect(
      declared(descriptor("User", spec: ["memberOf: [g]"]))
        == ["spec.memberOf memberOf group:default/g"]
    )
    #expect(declared(descriptor("Location", spec: ["type: url"])).isEmpty)
  }

  @Test func takesTheHoldersNamespaceForShortReferences() {
    let text = component(metadata: ["namespace: shop"], spec: ["dependsOn: ['component:x']"])
    #expect(declared(text).last == "spec.dependsOn dependsOn component:shop/x")
  }

  @Test func knowsTheKindsOf2026() {
    let base = ["lifecycle: l", "owner: o"]
    func resource(_ type: String, _ spec: [String]) -> String {
      descriptor("AiResource", spec: ["type: \(type)"] + base + spec)
    }
    #expect(
      declared(resource("skill", ["dependsOn: [x]"])).last
        == "spec.dependsOn dependsOn airesource:default/x"
    )
    #expect(
      declared(resource("plugin", ["skills: [x]"])).last
        == "spec.skills hasSkill airesource:default/x"
    )
    #expect(
      declared(resource("marketplace", ["plugins: [x]"])).last
        == "spec.plugins hasPlugin airesource:default/x"
    )
    #expect(declared(resource("rule", ["category: c", "rationale: r"])).count == 1)
    #expect(declared(resource("other", [])).count == 1)
    #expect(
      findings(resource("rule", [])) == ["entity-field-missing 5:1", "entity-field-missing 5:1"]
    )
    #expect(findings(resource("plugin", [])) == ["entity-field-missing 5:1"])
    let remotes = "remotes: [{type: http, url: 'https://x'}]"
    #expect(declared(descriptor("API", spec: ["type: mcp-server"] + base + [remotes])).count == 1)
    #expect(
      findings(descriptor("API", spec: ["type: mcp-server"] + base + ["remotes: []"]))
        == ["entity-field-type 9:12"]
    )
    #expect(
      findings(descriptor("API", spec: ["type: mcp-server"] + base)) == ["entity-field-missing 5:1"]
    )
  }

  @Test func judgesTemplates() {
    func template(_ spec: [String]) -> String {
      descriptor("Template", version: "scaffolder.backstage.io/v1beta3", spec: ["type: t"] + spec)
    }
    #expect(
      declared(
        template([
          "owner: o", "parameters: {a: 1}",
          "steps: [{action: '', id: a, name: b, input: {}, if: true}, {action: x, if: '${{ a }}'}]",
          "output: {links: [{url: u, title: t}], text: [{title: t}], remoteUrl: x}",
        ])
      ) == ["spec.owner ownedBy group:default/o"]
    )
    #expect(findings(template([])) == ["entity-field-missing 5:1"])
    #expect(
      findings(
        template([
          "parameters: [1]", "steps: [x, {}, {action: 1, if: 2, input: []}]",
          "output: {links: [{url: ''}], text: x, other: 1}",
        ])
      ) == [
        "entity-field-type 7:16", "entity-field-type 8:11", "entity-field-missing 8:14",
        "entity-field-type 8:27",
        "entity-field-type 8:44", "entity-field-type 8:34", "entity-field-type 9:26",
        "entity-field-type 9:38",
        "entity-field-type 9:48",
      ]
    )
  }

  @Test func reportsMissingAndWrongFieldsOfEveryKind() {
    let missing = [
      "Component": 3, "API": 4, "Resource": 2, "System": 1, "Domain": 1, "Group": 2, "User": 1,
      "Location": 0, "AiResource": 3,
    ]
    for (kind, count) in missing.sorted(by: { $0.key < $1.key }) {
      let empty = descriptor(kind, spec: []) + "spec: {}\n"
      #expect(
        findings(empty) == Array(repeating: "entity-field-missing 5:1", count: count),
        "\(kind)"
      )
      #expect(findings(descriptor(kind, spec: [])) == ["entity-field-missing 1:1"], "\(kind)")
      #expect(
        findings(descriptor(kind, spec: []) + "spec: []\n") == ["entity-field-type 5:7"],
        "\(kind)"
      )
    }
    #expect(
      findings(component(spec: ["providesApis: x", "dependsOn: [1, '']"])) == [
        "entity-field-type 9:17", "entity-field-type 10:15", "entity-field-type 10:18",
      ]
    )
    #expect(
      findings(descriptor("Group", spec: ["type: t", "children: []", "profile: {email: 1}"]))
        == ["entity-field-type 8:20"]
    )
    #expect(
      findings(descriptor("Location", spec: ["presence: never", "targets: ['']"])) == [
        "entity-field-type 7:13", "entity-field-type 6:13",
      ]
    )
  }

  @Test func reportsUnknownKindsWithAHint() throws {
    func help(_ text: String) -> String {
      var fixture = CatalogFixture()
      fixture.add(text)
      return fixture.diagnostics.map { "\($0.id): \($0.help.joined())" }.joined()
    }
    #expect(
      help(descriptor("component", spec: ["a: 1"]))
        == "entity-kind-unknown: Change kind to 'Component'."
    )
    #expect(
      help(descriptor("Sistem", spec: ["a: 1"])) == "entity-kind-unknown: Change kind to 'System'."
    )
    #expect(
      help(descriptor("API", version: "backstage.io/v1", spec: ["a: 1"]))
        == "entity-kind-unknown: Change apiVersion to 'backstage.io/v1alpha1'."
    )
    #expect(
      help(descriptor("Template", version: "backstage.io/v1beta2", spec: ["a: 1"]))
        == "entity-kind-unknown: Change apiVersion to 'scaffolder.backstage.io/v1beta3'."
    )
    #expect(
      help(descriptor("Environment", spec: ["a: 1"])).hasPrefix("entity-kind-unknown: Use one of")
    )
  }

  @Test func reportsEveryBadReferenceAtItsPlace() {
    #expect(
      findings(component(spec: ["dependsOn: [a, 'component:', ':x', 'component:b']"])) == [
        "relation-ref-invalid 9:15", "relation-ref-invalid 9:18", "relation-ref-invalid 9:32",
      ]
    )
  }
}
