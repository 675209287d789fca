import CallboardBuild
import CallboardCatalog
import CallboardDiagnostics
import Testing

/// The part `catalog` of `site.yaml`.
@Suite struct CatalogConfigurationTests {
  private func read(_ catalog: String) -> Diagnosed<SiteConfiguration> {
    let text = "sources: [{path: .}]\ncatalog:\n" + catalog
    return SiteConfiguration.read(
      Array(text.utf8),
      file: SourcePath(repository: "", path: "site.yaml"),
      folder: "."
    )
  }

  /// `id line:column` of each finding.
  private func findings(_ catalog: String) -> [String] {
    read(catalog).diagnostics.map { finding in
      let start = finding.span?.range.lowerBound
      return "\(finding.id) \(start?.line ?? 0):\(start?.column ?? 0)"
    }
  }

  @Test func readsKindsWithTheirRelations() throws {
    let site = read(
      """
        codeowners: false
        kinds:
          - kind: DataProduct
            apiVersion: [acme.example/v2, acme.example/v1]
            label: Data product
            icon: dashboard
            schema: {required: [owner]}
            relations:
              - {field: spec.sources, relation: readsFrom, inverse: readBy, namespace: default}
              - {field: owner, relation: ownedBy, kind: Group, allowed: Group}
      """
    )
    #expect(site.diagnostics.isEmpty)
    #expect(!site.output.isUsingCodeOwners)
    let kind = try #require(site.output.model.declaration(ofKind: "dataproduct"))
    #expect(kind.apiVersions == ["acme.example/v2", "acme.example/v1"])
    #expect((kind.label, kind.plural) == ("Data product", "Data products"))
    #expect(kind.icon == "dashboard")
    #expect(kind.relations.map(\.path) == ["sources", "owner"])
    #expect(kind.relations.map(\.namespace) == [.default, .holder])
    #expect(kind.relations.map(\.allowedKinds) == [nil, ["Group"]])
    let types = site.output.model.relationTypes
    let type = try #require(types.type(named: "readBy"))
    #expect(types[types[type].inverse].name == "readsFrom")
  }

  @Test func readsRulesForPlaces() {
    let rules = read(
      """
        rules:
          - allow: [Group]
            repositories: [org-*, people]
            paths: ['catalog/**']
            namespaces: [Default]
      """
    )
    #expect(rules.diagnostics.isEmpty)
    func isAllowed(_ repository: String, _ path: String, _ namespace: String = "default") -> Bool {
      let file = SourcePath(repository: repository, path: path)
      return rules.output.rules.refusal(kind: "GROUP", namespace: namespace, file: file) == nil
    }
    #expect(isAllowed("org-a", "catalog/x/y.yaml"))
    #expect(isAllowed("people", "catalog/y.yaml"))
    #expect(!isAllowed("shop", "catalog/y.yaml"))
    #expect(!isAllowed("people", "y.yaml"))
    #expect(!isAllowed("people", "catalog/y.yaml", "shop"))
  }

  @Test func reportsWhatIsWrongAtItsPlace() {
    let table: [(catalog: String, findings: [String])] = [
      ("  rules: [{repositories: [a]}]\n", ["catalog-key-missing 3:11"]),
      ("  rules: [{allow: [A], paths: ['{a']}]\n", ["rule-pattern-invalid 3:31"]),
      ("  kinds: [{kind: A}]\n", ["catalog-key-missing 3:11"]),
      ("  kinds: [{apiVersion: a/v1}]\n", ["catalog-key-missing 3:11"]),
      ("  kinds: [{kind: A-B, apiVersion: a/v1}]\n", ["kind-declaration-invalid 3:11"]),
      ("  kinds: [{kind: A, apiVersion: a/v1, icon: sta}]\n", ["kind-icon-unknown 3:45"]),
      (
        "  kinds: [{kind: A, apiVersion: a/v1, schema: {anyOf: []}}]\n",
        ["kind-schema-invalid 3:48"]
      ),
      (
        "  kinds: [{kind: A, apiVersion: a/v1, relations: [{field: x}]}]\n",
        ["catalog-key-missing 3:51"]
      ),
      (
        "  kinds: [{kind: A, apiVersion: a/v1, relations: [{field: x, relation: uses}]}]\n",
        ["relation-declaration-invalid 3:51"]
      ),
      (
        "  kinds: [{kind: A, apiVersion: a/v1, relations: "
          + "[{field: x, relation: ownedBy, namespace: mine}]}]\n",
        ["relation-declaration-invalid 3:92"]
      ),
      ("  kind: []\n", ["key-unknown 3:3"]),
    ]
    for (catalog, expected) in table {
      #expect(findings(catalog) == expected, "\(catalog)")
      #expect(read(catalog).diagnostics.allSatisfy { $0.severity == .error })
    }
  }
}
