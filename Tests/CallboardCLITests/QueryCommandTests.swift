import CallboardTestSupport
import Foundation
import Testing

@Suite struct QueryCommandTests {
  /// A folder with three entities, and a site built from it in `dist`.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: shop, title: "=Shop, the \\"big\\" one", tags: [java, web]}
      spec: {type: website, lifecycle: production, owner: sellers}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: ads, title: Ads}
      spec: {type: service, lifecycle: experimental, owner: sellers}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: sellers}
      spec: {type: team, children: []}
      """,
      to: "catalog-info.yaml"
    )
    return folder
  }

  private static func query(
    _ arguments: [String],
    in folder: TemporaryFolder
  ) throws -> Command.Outcome {
    try BuiltProduct.run(["query"] + arguments, in: folder)
  }

  @Test func countsNoErrorsThatTheBaselineKnows() throws {
    let folder = try Self.folder()
    try folder.write("kind: [\n", to: "bad/catalog-info.yaml")
    try folder.write(
      "sources: [{path: .}]\ncheck: {baseline: known.ndjson}\n",
      to: "site.yaml"
    )
    #expect(try BuiltProduct.run(["check", "--update-baseline"], in: folder).exitCode == 0)
    let known = try Self.query(["kind=group", "--format", "refs"], in: folder)
    #expect(known.output == "group:default/sellers\n")
    #expect(!known.errors.contains("callboard check"))

    try folder.write("kind: [\n", to: "worse/catalog-info.yaml")
    let fresh = try Self.query(["kind=group", "--format", "refs"], in: folder)
    #expect(fresh.errors.contains("gave 1 error; run 'callboard check'"))
  }

  @Test func listsReferencesOfRepositoriesAndOfABuiltPortalAlike() throws {
    let folder = try Self.folder()
    #expect(try BuiltProduct.run(["build", "--quiet"], in: folder).exitCode == 0)
    let cases = [
      (["kind=component"], "component:default/ads\ncomponent:default/shop\n"),
      (["kind=component,spec.type=service"], "component:default/ads\n"),
      (["spec.type=website", "kind=group"], "component:default/shop\ngroup:default/sellers\n"),
      ([#"{"$not": {"kind": "component"}}"#], "group:default/sellers\n"),
      (
        ["kind=component", "--order", "metadata.title:desc"],
        "component:default/ads\ncomponent:default/shop\n"
      ),
      (
        ["kind=component", "--order", "spec.type:desc"],
        "component:default/shop\ncomponent:default/ads\n"
      ),
      (["--limit", "1"], "component:default/ads\n"),
      (["--offset", "1", "--limit", "1"], "component:default/shop\n"),
      (["--offset", "9"], ""), (["kind=api"], ""),
      (["relations.ownedBy=group:default/sellers", "--limit", "0"], ""),
    ]
    for (arguments, expected) in cases {
      for place in [[], ["--portal", "dist"], ["--portal", "dist/api/v1"]] {
        let outcome = try Self.query(arguments + place + ["--format", "refs"], in: folder)
        #expect(outcome.output == expected, "\(arguments) \(place): \(outcome.errors)")
        #expect(outcome.exitCode == 0)
      }
    }
  }

  @Test func listsEntitiesAsJSON() throws {
    let folder = try Self.folder()
    let outcome = try Self.query(["--format", "json", "kind=component"], in: folder)
    let data = Data(outcome.output.utf8)
    let entities = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(entities.count == 2)
    #expect(Set(entities[0].keys) == ["apiVersion", "kind", "metadata", "spec", "relations"])
    let part = try Self.query(["--format", "json", "--fields", "ref, spec.type"], in: folder)
    #expect(
      part.output == """
        [
        {"ref":"component:default/ads","spec":{"type":"service"}},
        {"ref":"component:default/shop","spec":{"type":"website"}},
        {"ref":"group:default/sellers","spec":{"type":"team"}}
        ]

        """
    )
    #expect(try Self.query(["--format", "json", "kind=api"], in: folder).output == "[]\n")
  }

  @Test func listsTheValuesOfFieldsAsCSV() throws {
    let folder = try Self.folder()
    let fields = ["--format", "csv", "--fields", "metadata.name,metadata.title,metadata.tags"]
    let plain = try Self.query(fields + ["kind=component"], in: folder)
    #expect(
      plain.output == "metadata.name,metadata.title,metadata.tags\r\nads,Ads,\r\n"
        + "shop,\"=Shop, the \"\"big\"\" one\",\"java, web\"\r\n"
    )
    let guarded = try Self.query(fields + ["kind=component", "--guard-formulas"], in: folder)
    #expect(guarded.output.contains("shop,\"'=Shop, the"))
  }

  @Test func alignsTheColumnsOfATable() throws {
    let outcome = try Self.query(["kind=component"], in: Self.folder())
    #expect(
      outcome.output == """
        REF                     TITLE                 TYPE     LIFECYCLE     OWNER
        component:default/ads   Ads                   service  experimental  group:default/sellers
        component:default/shop  =Shop, the "big" one  website  production    group:default/sellers

        """
    )
    #expect(outcome.errors.hasSuffix("2 entities\n"))
  }

  @Test func readsAConditionFromAFile() throws {
    let folder = try Self.folder()
    try folder.write("# Teams\nkind: group\n", to: "teams.yaml")
    let arguments = ["--predicate", "teams.yaml", "--format", "refs"]
    #expect(try Self.query(arguments, in: folder).output == "group:default/sellers\n")
    let both = try Self.query(arguments + ["kind=component"], in: folder)
    #expect(both.output.isEmpty, "a file is a condition more")
    #expect(try Self.query(["--predicate", "none.yaml"], in: folder).exitCode == 2)
  }

  @Test func refusesAConditionThatMakesNoSense() throws {
    let folder = try Self.folder()
    let outcome = try Self.query([#"{"kind": {"$inn": ["api"]}}"#], in: folder)
    #expect(outcome.exitCode == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        error: '$inn' is no operator [query-operator-unknown]
         --> filter:1:11
          |
        1 | {"kind": {"$inn": ["api"]}}
          |           ^^^^^^
          = help: Change it to '$in'.


        """
    )
    let wrong = [
      ["--limit", "-1"], ["--order", "a:up"], ["--format", "xml"],
      ["--fields", "kind", "--format", "refs"], ["--guard-formulas"],
      ["--portal", "dist", "--config", "site.yaml"],
    ]
    for arguments in wrong {
      #expect(try Self.query(arguments, in: folder).exitCode == 64, "\(arguments)")
    }
  }

  @Test func saysWhenThereIsNoPortal() throws {
    let outcome = try Self.query(["--portal", "nowhere"], in: Self.folder())
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("'nowhere' holds no catalog that Callboard published"))
  }

  @Test func searchesABuiltPortalAsItsSearchPageDoes() throws {
    let folder = try Self.folder()
    let missing = try Self.query(["--search", "shop"], in: folder)
    #expect(missing.exitCode == 2)
    #expect(missing.errors.contains("'dist' holds no search index"))

    #expect(try BuiltProduct.run(["build", "--quiet"], in: folder).exitCode == 0)
    let cases = [
      (
        ["shop"],
        """
        KIND       TITLE                    URL
        component  =Shop, the "big" one  catalog/default/component/shop/

        """, "1 result\n"
      ),
      (["nothing has this"], "", "0 results\n"),
      (["kind:component", "--limit", "1"], "catalog/default/component/ads/", "1 of 2 results\n"),
      (["kind:component", "--offset", "1"], "catalog/default/component/shop/", "1 of 2 results\n"),
      (["slelers"], "catalog/default/group/sellers/", "also looked for: sellers"),
      (["\"", "--portal", "dist"], "", "0 results\n"),
    ]
    for (arguments, output, note) in cases {
      let outcome = try Self.query(["--search"] + arguments, in: folder)
      let isWhole = output.isEmpty || output.hasPrefix("KIND")
      let words = outcome.output.split(whereSeparator: \.isWhitespace)
      let isRight =
        isWhole
        ? words == output.split(whereSeparator: \.isWhitespace) : outcome.output.contains(output)
      #expect(isRight, "\(arguments): \(outcome.output)")
      #expect(outcome.errors.contains(note), "\(arguments): \(outcome.errors)")
      #expect(outcome.exitCode == 0)
    }
    let json = try Self.query(["--search", "owner:sellers", "--format", "json"], in: folder)
    let data = Data(json.output.utf8)
    let results = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(results.map { $0["url"] as? String }.count == 2)
    #expect(results.allSatisfy { $0["owner"] as? String == "sellers" })
  }

  @Test func refusesOptionsThatSearchHasNoUseFor() throws {
    let folder = try Self.folder()
    for arguments in [
      ["kind=api"], ["--predicate", "-"], ["--fields", "ref"], ["--order", "ref"],
      ["--format", "csv"], ["--format", "refs"],
    ] {
      let outcome = try Self.query(["--search", "shop"] + arguments, in: folder)
      #expect(outcome.exitCode == 64, "\(arguments)")
    }
  }
}
