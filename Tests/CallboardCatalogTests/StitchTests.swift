import CallboardCatalog
import CallboardDiagnostics
import Testing

@Suite struct StitchTests {
  private func edges(_ catalog: Catalog, _ text: String) throws -> [String] {
    let id = try #require(catalog.id(of: try EntityRef(text, in: .init())))
    return catalog.relations(of: id).map {
      "\(catalog.relationTypes[$0.type].name) \(catalog.targetRef(of: $0))\($0.isDangling ? "?" : "")"
    }
  }

  @Test func givesEveryRelationItsInverse() throws {
    var fixture = CatalogFixture()
    fixture.add(
      component("pay", spec: ["system: s", "providesApis: [gone]", "dependsOn: ['component:b']"])
        + "---\n" + component("b") + "---\n"
        + descriptor("Group", "team", spec: ["type: team", "children: []"]) + "---\n"
        + descriptor("System", "s", spec: ["owner: team"])
    )
    let catalog = fixture.stitch()
    #expect(
      try edges(catalog, "component:pay") == [
        "dependsOn component:default/b", "ownedBy group:default/team", "partOf system:default/s",
        "providesApi api:default/gone?",
      ]
    )
    #expect(
      try edges(catalog, "component:b") == [
        "dependencyOf component:default/pay", "ownedBy group:default/team",
      ]
    )
    #expect(
      try edges(catalog, "group:team") == [
        "ownerOf component:default/b", "ownerOf component:default/pay", "ownerOf system:default/s",
      ]
    )
    #expect(fixture.findings == ["relation-target-missing 10:18"])
    #expect(catalog.entities.map(\.name) == ["b", "pay", "team", "s"])
    #expect(catalog.refs.map(\.description).last == "api:default/gone")
  }

  @Test func keepsOneEdgeForWhatBothSidesDeclare() throws {
    var fixture = CatalogFixture()
    fixture.add(descriptor("User", "u", spec: ["memberOf: [g, G]"]), path: "u.yaml")
    fixture.add(
      descriptor("Group", "g", spec: ["type: t", "children: [g2]", "members: [u]"]) + "---\n"
        + descriptor("Group", "g2", spec: ["type: t", "children: []", "parent: g"]),
      path: "g.yaml"
    )
    let catalog = fixture.stitch()
    #expect(try edges(catalog, "user:u") == ["memberOf group:default/g"])
    #expect(
      try edges(catalog, "group:g") == ["hasMember user:default/u", "parentOf group:default/g2"]
    )
    let user = try #require(try catalog.id(of: EntityRef("user:u", in: .init())))
    let group = try #require(try catalog.id(of: EntityRef("group:g", in: .init())))
    let ofUser = try #require(catalog.relations(of: user).first)
    let ofGroup = try #require(catalog.relations(of: group, .hasMember).first)
    #expect(catalog.declaration(of: ofUser).field == "spec.memberOf")
    #expect(ofUser.declaredBy == user)
    #expect(catalog.declaration(of: ofGroup).field == "spec.members")
    #expect(ofGroup.declaredBy == group)
  }

  @Test func saysWhoDeclaredAnInverse() throws {
    var fixture = CatalogFixture()
    fixture.add(
      component("a") + "---\n" + descriptor("Group", "team", spec: ["type: t", "children: []"])
    )
    let catalog = fixture.stitch()
    let team = try #require(try catalog.id(of: EntityRef("group:team", in: .init())))
    let edge = try #require(catalog.relations(of: team).first)
    #expect(catalog[edge.declaredBy].name == "a")
    #expect(catalog.declaration(of: edge).span.range.lowerBound == .init(line: 8, column: 10))
  }

  @Test func letsTheLastDocumentOfAFileAndTheFirstFileWin() throws {
    var fixture = CatalogFixture()
    fixture.add(
      component("x", metadata: ["title: one"]) + "---\n"
        + component("X", metadata: ["title: two"]),
      path: "b.yaml"
    )
    fixture.add(component("x", metadata: ["title: three"]), path: "a.yaml")
    let catalog = fixture.stitch()
    #expect(catalog.entities.map(\.title) == ["two"])
    let lost = try #require(fixture.diagnostics.first)
    #expect(finding(lost) == "entity-duplicate 4:9")
    #expect(lost.span?.file.path == "a.yaml")
    #expect(lost.notes.first?.span?.file.path == "b.yaml")
    #expect(lost.notes.first?.span?.range.lowerBound.line == 14)
  }

  @Test func doesNotDependOnTheOrderOfEntities() {
    var fixture = CatalogFixture()
    for name in ["d", "a", "c", "b"] {
      fixture.add(
        component(name, spec: ["dependsOn: ['component:a', 'component:zz', 'component:d']"]),
        path: "\(name).yaml"
      )
    }
    let one = Catalog.stitch(fixture.entities)
    let two = Catalog.stitch(fixture.entities.reversed())
    #expect(one.output.refs == two.output.refs)
    #expect(
      one.output.allIDs.allSatisfy { one.output.relations(of: $0) == two.output.relations(of: $0) }
    )
    #expect(one.diagnostics == two.diagnostics)
  }

  @Test func hintsAtTheNearestName() {
    func help(_ owner: String) -> String {
      var fixture = CatalogFixture()
      fixture.add(
        descriptor("System", "s", spec: ["owner: \(owner)"]) + "---\n"
          + descriptor("Group", "checkout", spec: ["type: t", "children: []"]) + "---\n"
          + descriptor(
            "Group",
            "ops",
            metadata: ["namespace: it"],
            spec: ["type: t", "children: []"]
          )
          + "---\n" + descriptor("User", "jo", spec: ["memberOf: []"])
      )
      _ = fixture.stitch()
      return fixture.diagnostics.first?.help.joined() ?? "none"
    }
    #expect(help("checkout") == "none")
    #expect(help("chekout") == "Change it to 'group:default/checkout'.")
    #expect(help("ops") == "Change it to 'group:it/ops'.")
    #expect(help("jo") == "Change it to 'user:default/jo'.")
    #expect(help("zzzzzzzz") == "Add the repository that declares it to 'sources' in site.yaml.")
  }

  @Test func pairsEveryRelationTypeWithItsInverse() {
    let vocabulary = RelationVocabulary.builtIn
    for type in vocabulary.all {
      let inverse = vocabulary[type].inverse
      #expect(vocabulary[inverse].inverse == type)
      #expect(vocabulary[type].isPrimary != vocabulary[inverse].isPrimary)
    }
    let names = vocabulary.all.map { vocabulary[$0].name }
    #expect(names == names.sorted())
    #expect(vocabulary.pairs.count * 2 == names.count)
    #expect(vocabulary.pairs.first?.primary == .ownerOf)
    for (type, name) in [
      (RelationType.apiConsumedBy, "apiConsumedBy"), (.apiProvidedBy, "apiProvidedBy"),
      (.childOf, "childOf"), (.consumesApi, "consumesApi"), (.dependencyOf, "dependencyOf"),
      (.dependsOn, "dependsOn"), (.hasMember, "hasMember"), (.hasPart, "hasPart"),
      (.hasPlugin, "hasPlugin"), (.hasSkill, "hasSkill"), (.memberOf, "memberOf"),
      (.ownedBy, "ownedBy"), (.ownerOf, "ownerOf"), (.parentOf, "parentOf"), (.partOf, "partOf"),
      (.pluginOf, "pluginOf"), (.providesApi, "providesApi"), (.skillOf, "skillOf"),
    ] {
      #expect(vocabulary[type].name == name)
      #expect(vocabulary.type(named: name) == type)
    }
  }

  @Test func stitchesNothing() {
    let catalog = Catalog.stitch([]).output
    #expect(catalog.entities.isEmpty)
    #expect(catalog.relationCount == 0)
    #expect(Catalog().allIDs.isEmpty)
  }
}
