import CallboardCatalog
import Testing

@Suite struct EntityRefTests {
  private let context = EntityRef.Context(kind: "Component", namespace: "shop")

  @Test func fillsInWhatIsLeftOut() throws {
    #expect(try EntityRef("pay", in: context).description == "component:shop/pay")
    #expect(try EntityRef("api:pay", in: context).description == "api:shop/pay")
    #expect(try EntityRef("other/pay", in: context).description == "component:other/pay")
    #expect(try EntityRef("API:Other/Pay", in: .init()).description == "api:other/pay")
    #expect(try EntityRef("Group:ÄB", in: .init()).description == "group:default/äb")
  }

  @Test func cutsAtTheFirstSeparators() throws {
    let expected = [
      "a:b:c": "a:shop/b:c", "a/b/c": "component:a/b/c", "a/b:c": "component:a/b:c",
      "a:b/c/d": "a:b/c/d", "a:b/c:d": "a:b/c:d",
    ]
    for (text, wanted) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(try EntityRef(text, in: context).description == wanted)
    }
  }

  @Test func refusesEmptyParts() {
    let kinds = [":b/c", ":b/", ":/c", ":/", ":c"]
    for text in kinds {
      #expect(throws: EntityRefError.emptyKind) { _ = try EntityRef(text, in: context) }
    }
    for text in ["a:/c", "a:/", "/c"] {
      #expect(throws: EntityRefError.emptyNamespace) { _ = try EntityRef(text, in: context) }
    }
    for text in ["a:b/", "b/", "a:", ""] {
      #expect(throws: EntityRefError.emptyName) { _ = try EntityRef(text, in: context) }
    }
    #expect(throws: EntityRefError.missingKind) { try EntityRef("b/c", in: .init()) }
  }

  @Test func ordersByKindNamespaceAndName() throws {
    let texts = ["b:a/a", "a:b/a", "a:a/b", "a:a/a", "a-b:a/a"]
    let refs = try texts.map { try EntityRef($0, in: .init()) }
    #expect(refs.sorted().map(\.description) == ["a:a/a", "a:a/b", "a:b/a", "a-b:a/a", "b:a/a"])
  }
}
