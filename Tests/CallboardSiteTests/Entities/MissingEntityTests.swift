import CallboardCatalog
import CallboardDiagnostics
import Testing

@testable import CallboardSite

/// Pages in place of entities that others refer to.
@Suite struct MissingEntityTests {
  private static func component(_ name: String, owner: String = "team", _ fields: String = "")
    -> String
  {
    """
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: \(name)}
    spec:
      type: service
      lifecycle: production
      owner: \(owner)
    \(fields.isEmpty ? "" : "  \(fields)")

    """
  }

  @Test func standInPlaceOfTheEntity() throws {
    let sample = try SiteSample(Self.component("shop", "dependsOn: [resource:orders]"))
    let page = try #require(try sample.page("catalog/default/resource/orders"))
    #expect(page.contains("content=\"noindex\""))
    let text = PageText.main(of: page)
    #expect(text.contains("This catalog has no such entity. One relation leads here."))
    #expect(text.contains("shop | Depends on | spec.dependsOn | shop:catalog-info.yaml:9"))
  }

  @Test func areLinkedToWithAMarkInWords() throws {
    let sample = try SiteSample(Self.component("shop", "dependsOn: [resource:orders]"))
    let page = try #require(try sample.page("catalog/default/component/shop"))
    #expect(
      page.contains(
        "href=\"../../../../catalog/default/resource/orders/\" title=\"resource:default/orders\""
      )
    )
    #expect(page.contains("<span class=\"ref-missing\">missing</span>"))
  }

  @Test func offerWhatMayHaveBeenMeant() throws {
    let sample = try SiteSample(
      Self.component("shop", "dependsOn: ['component:chekout', 'api:cart']")
        + Self.component("checkout") + Self.component("cart")
    )
    let typo = try #require(try sample.text("catalog/default/component/chekout"))
    #expect(typo.contains("Perhaps meant\ncheckout component:default/checkout"))
    let kind = try #require(try sample.text("catalog/default/api/cart"))
    #expect(kind.contains("Perhaps meant\ncart component:default/cart"))
  }

  @Test func listManyReferrersOnSeveralPages() throws {
    let many = (1000..<1250).map { Self.component("c\($0)", "dependsOn: [resource:orders]") }
    let sample = try SiteSample(many.joined())
    let first = try #require(try sample.text("catalog/default/resource/orders"))
    #expect(first.contains("c1099 |") && !first.contains("c1100 |"))
    let third = try #require(try sample.text("catalog/default/resource/orders/-/references/3"))
    #expect(third.contains("c1249 |") && !third.contains("c1199 |"))
    #expect(!third.contains("Add it"))
    #expect(try sample.page("catalog/default/resource/orders/-/references/4") == nil)
  }

  @Test func existOnlyForWhatAnEntityCouldBeCalled() throws {
    let sample = try SiteSample(
      Self.component(
        "shop",
        "dependsOn: ['component:a:b', 'component:../../etc', 'kind:-/component', 'resource:ok']"
      )
    )
    let missing = sample.plan.pages.filter { if case .missing = $0.page { true } else { false } }
    #expect(
      missing.map(\.route.path) == ["catalog/default/group/team", "catalog/default/resource/ok"]
    )
    let page = try #require(try sample.text("catalog/default/component/shop"))
    #expect(page.contains("a:b missing"), "what has no page is still told")
  }

  @Test func areNeitherCountedNorFound() throws {
    let sample = try SiteSample(Self.component("shop", "dependsOn: [resource:orders]"))
    let catalog = try #require(try sample.text("catalog"))
    #expect(catalog.contains("Catalog 1"))
    #expect(try sample.page("catalog/-/kind/resource") == nil)
  }

  @Test func showADescriptorThatWouldBeValid() throws {
    let kinds = [
      "component", "api", "resource", "system", "domain", "group", "user", "location", "template",
    ]
    for kind in kinds {
      let ref = EntityRef(kind: kind, namespace: "shop", name: "1st")
      let text = DescriptorSkeleton.text(of: ref, owner: nil)
      let file = SourcePath(repository: "shop", path: "catalog-info.yaml")
      let read = DescriptorReader.ingest(Array(text.utf8), file: file)
      let entity = try #require(read.output.first.map { EntityProcessor().process($0) }, "\(kind)")
      // The file that a definition is read from does not exist here.
      let errors = entity.diagnostics.filter {
        $0.severity == .error && !$0.summary.contains("$text")
      }
      #expect(read.diagnostics.isEmpty && errors.isEmpty, "\(kind): \(errors)")
      #expect(entity.output?.ref == ref, "\(kind)")
    }
  }

  @Test func proposeTheOwnerOfWhoRefersToIt() throws {
    let sample = try SiteSample(
      Self.component("shop", owner: "sellers", "dependsOn: [resource:orders]")
    )
    let page = try #require(try sample.page("catalog/default/resource/orders"))
    #expect(page.contains("group:default/sellers"))
  }
}
