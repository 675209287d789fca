import CallboardCatalog
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

/// What an entity's page shows.
@Suite struct EntityPageContentTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "Golden")

  /// One small organisation with every kind, a conflict, a missing entity and Locations.
  private static let files: [(path: String, text: String)] = [
    (
      "catalog-info.yaml",
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: shop
        title: The <Shop>
        description: Sells tickets & more.
        tags: [web]
        labels: {acme.example/tier: "1"}
        links: [{url: "https://shop.example", title: Live}]
        annotations:
          github.com/project-slug: acme/shop
          backstage.io/source-template: template:default/service
      spec:
        type: website
        lifecycle: production
        owner: sellers
        system: retail
        providesApis: [orders]
        consumesApis: [payments]
        dependsOn: [resource:db, component:cart]
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: cart}
      spec: {type: library, lifecycle: experimental, owner: user:ada, subcomponentOf: shop}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: API
      metadata: {name: orders}
      spec: {type: openapi, lifecycle: production, owner: sellers, definition: "openapi: 3.1.0"}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Resource
      metadata: {name: db}
      spec: {type: database, owner: sellers}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: System
      metadata: {name: retail}
      spec: {owner: sellers, domain: sales}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Domain
      metadata: {name: sales}
      spec: {owner: company}
      ---
      apiVersion: scaffolder.backstage.io/v1beta3
      kind: Template
      metadata: {name: service}
      spec: {type: service, owner: company, steps: []}
      """
    ),
    (
      "org/people.yaml",
      """
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: company}
      spec: {type: organisation, children: []}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: sellers}
      spec: {type: team, children: [], parent: company, profile: {email: sellers@acme.example}}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: User
      metadata: {name: ada}
      spec: {memberOf: [sellers], profile: {displayName: Ada, email: ada@acme.example}, manager: bob}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: User
      metadata: {name: bob}
      spec: {memberOf: []}
      """
    ),
    (
      "org/all.yaml",
      """
      apiVersion: backstage.io/v1alpha1
      kind: Location
      metadata: {name: people}
      spec: {targets: [./people.yaml]}
      """
    ),
    (
      "root.yaml",
      """
      apiVersion: backstage.io/v1alpha1
      kind: Location
      metadata: {name: everything}
      spec: {targets: [./org/a*.yaml]}
      """
    ),
    (
      "second.yaml",
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: Shop
      spec: {type: website, lifecycle: production, owner: sellers}
      """
    ),
  ]

  @Test func showsEachKindAsExpected() throws {
    let sample = try SiteSample(Self.files)
    for ref in sample.model.catalog.refs {
      let text = try #require(try sample.text(Routes.entity(ref).path), "\(ref)")
      let name = "\(ref.kind)-\(ref.name).txt"
      let difference = try GoldenFile.difference(
        of: text,
        from: Self.folder.appending(path: name)
      )
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  @Test func showsEachListAsExpected() throws {
    let sample = try SiteSample(Self.files)
    let lists: [(route: Route, name: String)] = [
      (Routes.catalog, "all"), (Routes.kindIndex("component"), "components"),
      (Routes.facet(.owner), "owners"), (Routes.facet(.tag, "web"), "tag-web"),
      (Routes.org(below: nil), "org"), (Routes.graph, "graph"), (Routes.changes, "changes"),
      (Route(["catalog", "default", "api", "payments"]), "missing"),
    ]
    for list in lists {
      let text = try #require(try sample.text(list.route.path), "\(list.route.path)")
      let difference = try GoldenFile.difference(
        of: text,
        from: Self.folder.appending(path: "list-\(list.name).txt")
      )
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  @Test func tellsBothPlacesOfAConflict() throws {
    let text = try #require(
      try SiteSample(Self.files).text("catalog/default/component/shop")
    )
    #expect(text.contains("Kept: shop:catalog-info.yaml:4"))
    #expect(text.contains("Left out: shop:second.yaml:4"))
  }

  @Test func tellsWhereEachMissingTargetIsWritten() throws {
    let text = try #require(
      try SiteSample(Self.files).text("catalog/default/component/shop")
    )
    #expect(text.contains("payments missing in spec.consumesApis shop:catalog-info.yaml:19"))
  }

  @Test func leadsFromAReasonToItsLine() throws {
    let page = try #require(try SiteSample(Self.files).page("catalog/default/group/sellers"))
    #expect(
      page.contains(
        "<a href=\"../../../../catalog/default/component/shop/#L16\"><code>spec.owner</code></a>"
      )
    )
  }

  @Test func followsLocationsUpToTheFirst() throws {
    let sample = try SiteSample(Self.files)
    let user = try sample.model.catalog[sample.id("user:ada")]
    let chain = sample.composer.entities.locations.chain(to: user.file, in: sample.model.catalog)
    #expect(
      chain.map { sample.model.catalog.ref(of: $0.location).name } == ["people", "everything"]
    )
  }

  @Test func endsAChainOfLocationsThatGoesRound() throws {
    func location(_ name: String, _ target: String) -> (path: String, text: String) {
      (
        "\(name).yaml",
        """
        apiVersion: backstage.io/v1alpha1
        kind: Location
        metadata: {name: \(name)}
        spec: {targets: [./\(target).yaml]}
        """
      )
    }
    let sample = try SiteSample([location("a", "b"), location("b", "a")])
    let file = try sample.model.catalog[sample.id("location:a")].file
    let chain = sample.composer.entities.locations.chain(to: file, in: sample.model.catalog)
    #expect(chain.count == LocationChains.lengthLimit)
  }

  @Test func movesALongTableToPagesOfItsOwn() throws {
    let parts = (1000..<1300).map { number in
      """
      ---
      apiVersion: backstage.io/v1alpha1
      kind: \(number % 3 == 0 ? "Resource" : "Component")
      metadata: {name: part-\(number)}
      spec: {type: service, lifecycle: production, owner: team, system: hub}

      """
    }
    let sample = try SiteSample(
      parts.joined() + """
        ---
        apiVersion: backstage.io/v1alpha1
        kind: System
        metadata: {name: hub}
        spec: {owner: team}
        """
    )
    let text = try #require(try sample.text("catalog/default/system/hub"))
    #expect(text.contains("Components 200") && text.contains("Show all 200"))
    #expect(text.contains("Resources 100") && text.contains("Show all 100"))
    #expect(text.contains("part-1037") && !text.contains("part-1250"))
    let second = try #require(
      try sample.text("catalog/default/system/hub/-/haspart/component/2")
    )
    #expect(second.contains("part-1298") && !second.contains("part-1001"))
    #expect(try sample.page("catalog/default/system/hub/-/haspart/component/3") == nil)
    #expect(try sample.page("catalog/default/system/hub/-/haspart/resource") != nil)
  }

  @Test func showsOnlyTheFindingsOfItsOwnDocument() throws {
    let sample = try SiteSample(Self.files)
    let catalog = sample.model.catalog
    func finding(_ line: Int, _ file: String = "catalog-info.yaml") -> Diagnostic {
      Diagnostic(
        id: Diagnostic.ID(rawValue: "finding"),
        severity: .note,
        summary: "At \(line)",
        span: SourceSpan(file: SourcePath(repository: "shop", path: file), line: line)
      )
    }
    var model = sample.model
    model.diagnostics = [
      finding(30), finding(2), finding(23), finding(5, "other.yaml"), finding(15),
    ]
    let index = EntityIndex(model: model)
    let shop = try catalog[sample.id("component:shop")]
    #expect(index.findings(of: shop).map(\.summary) == ["At 2", "At 15"])
    let cart = try catalog[sample.id("component:cart")]
    #expect(index.findings(of: cart).map(\.summary) == ["At 23"])
  }

  @Test func groupsRelationsByTypeAndKindOfTarget() throws {
    let sample = try SiteSample(Self.files)
    let id = try sample.id("component:shop")
    let groups = RelationGroups.groups(
      of: sample.model.catalog.relations(of: id),
      in: sample.model.catalog
    )
    #expect(
      groups.map {
        "\(sample.model.catalog.relationTypes[$0.type].name) \($0.kind) \($0.relations.count)"
      } == [
        "consumesApi api 1", "dependsOn component 1", "dependsOn resource 1", "hasPart component 1",
        "ownedBy group 1", "partOf system 1", "providesApi api 1",
      ]
    )
    #expect(
      RelationGroups.inReadingOrder(groups).map {
        RelationGroups.heading($0.type, of: $0.kind, on: "component", in: .builtIn)
      }.prefix(5) == [
        "Subcomponents", "Provided APIs", "Consumed APIs", "Depends on components",
        "Depends on resources",
      ]
    )
  }
}
