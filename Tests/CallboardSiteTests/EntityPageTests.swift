import CallboardCatalog
import CallboardDiagnostics
import CallboardSite
import Testing

@Suite struct EntityPageTests {
  /// A catalog of components and APIs, the latter with definitions of one length.
  private static func catalog(components: Int, apis: Int, definition: Int = 1) -> Catalog {
    let api = """
      type: openapi, lifecycle: production, owner: team, \
      definition: \(String(repeating: "x", count: definition))
      """
    let entities =
      entities("Component", components, "type: service, lifecycle: production, owner: team")
      + entities("API", apis, api)
    return Catalog.stitch(entities).output
  }

  private static func entities(_ kind: String, _ count: Int, _ spec: String) -> [Entity] {
    let documents = (0..<count).map { index in
      """
      apiVersion: backstage.io/v1alpha1
      kind: \(kind)
      metadata: {name: e\(index)}
      spec: {\(spec)}
      """
    }
    let file = SourcePath(repository: "r", path: "catalog-info.yaml")
    let bytes = Array(documents.joined(separator: "\n---\n").utf8)
    return DescriptorReader.ingest(bytes, file: file).output.compactMap {
      EntityProcessor().process($0).output
    }
  }

  @Test func cutsKindsIntoPagesOfBoundedSize() {
    let pages = EntityPage.all(of: Self.catalog(components: 501, apis: 250))
    #expect(pages.map(\.kind) == ["api", "component", "component", "component"])
    #expect(pages.map(\.number) == [1, 1, 2, 3])
    #expect(pages.map(\.pageCount) == [1, 3, 3, 3])
    #expect(pages.map(\.total) == [250, 501, 501, 501])
    #expect(pages.map(\.entities) == [0..<250, 250..<500, 500..<750, 750..<751])
  }

  @Test func endsAPageBeforeLongDefinitionsAddUp() {
    let pages = EntityPage.all(of: Self.catalog(components: 0, apis: 5, definition: 500_000))
    #expect(pages.map(\.entities) == [0..<2, 2..<4, 4..<5])
    let huge = EntityPage.all(of: Self.catalog(components: 0, apis: 2, definition: 2_000_000))
    #expect(huge.map(\.entities) == [0..<1, 1..<2], "a page holds at least one entity")
  }

  @Test func hasNoPagesWithoutEntities() {
    #expect(EntityPage.all(of: Catalog()).isEmpty)
  }
}
