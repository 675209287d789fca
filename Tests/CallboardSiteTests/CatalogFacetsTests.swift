import CallboardCatalog
import CallboardDiagnostics
import Testing

@testable import CallboardSite

@Suite struct CatalogFacetsTests {
  private let catalog = CatalogSample.catalog()

  /// The values of a facet with their entities' names.
  private func values(of facet: Facet, in catalog: Catalog) -> [String] {
    let list = CatalogFacets(catalog)[facet]
    return list.values.enumerated().map { index, value in
      let names = list.members(ofValueAt: index).map { catalog.ref(of: $0).name }
      #expect(names.count == value.count)
      return "\(value.label): \(names.joined(separator: " "))"
    }
  }

  @Test func listsTheEntitiesOfEachValue() {
    for (facet, expected) in [
      (Facet.type, ["data set: lamp", "Service: shop till", "team: sellers"]),
      (.owner, ["Ann Lee: lamp", "lost: till", "The Sellers: shop trade market"]),
      (.system, ["market: shop"]),
      (.domain, ["trade: shop till market"]),
      (.lifecycle, ["experimental: till", "production: shop lamp"]),
      (.tag, ["c++: shop", "java: shop till"]),
      (.namespace, ["default: shop till trade sellers more market ann", "lights: lamp"]),
    ] {
      #expect(values(of: facet, in: catalog) == expected, "\(facet)")
    }
  }

  @Test func leavesNamespacesOutWhereThereIsOnlyTheDefault() {
    let small = CatalogSample.catalog(
      "apiVersion: backstage.io/v1alpha1\nkind: Domain\nmetadata: {name: a}\nspec: {owner: b}"
    )
    #expect(CatalogFacets(small).facets == [.type, .owner, .system, .domain, .lifecycle, .tag])
    #expect(CatalogFacets(small)[.tag].values.isEmpty)
    #expect(CatalogFacets(catalog).facets == Facet.allCases)
  }

  @Test func endsTheSearchForADomainInACircle() throws {
    let circle = CatalogSample.catalog(
      ["a", "b"].map { name in
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: \(name)}
        spec: {type: t, lifecycle: l, owner: o, subcomponentOf: \(name == "a" ? "b" : "a")}
        """
      }.joined(separator: "\n---\n")
    )
    #expect(circle.domain(of: 0) == nil)
  }

  @Test func plansAPageForEachValueAndNoneTwice() {
    let plan = SitePlan.make(for: CatalogSample.model()).output
    let routes = plan.pages.map(\.route.path)
    #expect(Set(routes).count == routes.count)
    for route in [
      "catalog/-/owner", "catalog/-/owner/default/group/sellers",
      "catalog/-/owner/default/group/lost",
      "catalog/-/owner/default/user/ann", "catalog/-/system/default/market", "catalog/-/tag/java",
      "catalog/-/tag/c++", "catalog/-/namespace/lights", "catalog/-/type/service",
    ] {
      #expect(routes.contains(route), "\(route)")
    }
  }
}

@Suite struct FacetRouteTests {
  @Test func keepsEachValueAPartOfAPath() {
    for (text, expected) in [
      ("Service", "service"), ("c#", "c#"), ("grün", "grün"), ("1.2_x-y", "1.2_x-y"),
    ] {
      #expect(Routes.facet(.type, text).path == "catalog/-/type/\(expected)")
    }
    for text in [
      "", ".", "..", "-", "a/b", "a b", "a~b", "../../etc", "a\\b", "a\u{0}b", "x:y", ".hidden",
      String(repeating: "long", count: 40),
    ] {
      let route = Routes.facet(.lifecycle, text)
      #expect(OutputFile.fault(inPath: route.filePath) == nil, "\(text)")
      #expect(route.path.split(separator: "/").count == 4, "\(text)")
      #expect(route.path.contains("~"), "\(text)")
      #expect(!route.path.contains("/."), "\(text)")
    }
    #expect(Routes.facet(.type, "a b") != Routes.facet(.type, "a-b"))
    #expect(Routes.facet(.type, "a b") != Routes.facet(.type, "a:b"))
  }

  @Test func keepsReferencesToNothingInTheirFolder() {
    let ref = EntityRef(kind: "group", namespace: "..", name: "../../x")
    for route in [Routes.facet(.owner, ref), Routes.problems(ownedBy: ref)] {
      #expect(OutputFile.fault(inPath: route.filePath) == nil)
    }
  }

  @Test func keepsNumbersOfPagesApartFromNames() {
    #expect(Routes.page(2, of: Routes.facet(.tag)).path == "catalog/-/tag/-/2")
    #expect(Routes.page(2, of: Routes.facet(.tag, "2")).path == "catalog/-/tag/2/2")
    #expect(Routes.problems(ownedBy: nil).path == "problems/-/owner/-")
  }
}

@Suite struct InitialTests {
  @Test func sortsNamesUnderTwentyEightHeadings() {
    for (name, label) in [
      ("shop", "S"), ("Über", "Other"), ("9lives", "0–9"), ("", "Other"), ("_x", "Other"),
      ("日本", "Other"), ("Zed", "Z"),
    ] {
      #expect(Initial(of: name).label(.english) == label, "\(name)")
    }
    #expect(
      ["z", "a", "é", "1"].map(Initial.init).sorted().map { $0.label(.english) }
        == ["0–9", "A", "Z", "Other"]
    )
  }
}
