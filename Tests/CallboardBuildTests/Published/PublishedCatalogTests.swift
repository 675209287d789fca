import CallboardBuild
import CallboardCatalog
import CallboardJSON
import CallboardTestSupport
import Testing

@Suite struct PublishedCatalogTests {
  /// Files in memory, as a source that is no folder.
  private struct MemorySource: PublishedSource {
    let name = "memory"
    var files: [String: String]

    func read(_ path: String, limit: Int) throws(PublishedCatalogError) -> [UInt8]? {
      files[path].map { Array($0.utf8) }
    }
  }

  private static func site() throws -> SampleSite {
    let site = try SampleSite()
    // One owner that does not exist, so that something dangles.
    try site.folder.write(
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: Lost, namespace: web, annotations: {acme.example/tier: "1"}}
      spec: {type: website, lifecycle: production, owner: nobody, definition: "x"}
      """,
      to: "repos/web/catalog-info.yaml"
    )
    _ = try site.build()
    return site
  }

  private static func index(_ extra: String = "") -> String {
    """
    {"format":1,"title":"T","generator":"Callboard 1","kinds":{"component":1},
     "pages":{"entities":{"component":1},"refs":1,"problems":1}\(extra)}
    """
  }

  @Test func readsWhatABuildWrote() throws {
    let site = try Self.site()
    for place in ["\(site.folder.path)/dist", "\(site.folder.path)/dist/api/v1"] {
      let catalog = try PublishedCatalog(FolderSource(place))
      #expect(catalog.index.title == "Acme")
      #expect(catalog.index.url == "https://portal.acme.example/docs/")
      #expect(catalog.index.kinds.map(\.name) == ["api", "component", "group"])
      #expect(catalog.index.entityCount == 4)
      let entities = try catalog.pages.flatMap { try catalog.entities(on: $0) }
      #expect(
        entities.map(\.ref.description) == [
          "api:default/pay", "component:default/shop", "component:web/lost",
          "group:default/sellers",
        ]
      )
      #expect(try catalog.refs() == entities.map(\.ref))
    }
  }

  @Test func tellsWhereAnEntityIsFromAndWhatItMisses() throws {
    let site = try Self.site()
    let catalog = try PublishedCatalog(FolderSource("\(site.folder.path)/dist"))
    let components = try catalog.pages(ofKinds: ["component"]).flatMap {
      try catalog.entities(on: $0)
    }
    let lost = try #require(components.last)
    #expect(lost.repository == "web")
    #expect(lost.path == "catalog-info.yaml")
    #expect(lost.line == 1)
    #expect(lost.json["metadata"]?["name"] == .string("Lost"))
    #expect(lost.annotation("acme.example/tier") == "1")
    #expect(lost.relations.map(\.type) == ["ownedBy"])
    #expect(lost.relations.map(\.target.description) == ["group:web/nobody"])
    #expect(lost.relations.map(\.isDangling) == [true])
    let shop = try #require(components.first)
    #expect(shop.relations.map(\.type) == ["consumesApi", "ownedBy"])
    #expect(shop.relations.allSatisfy { !$0.isDangling })
    let problems = try catalog.problems()
    #expect(problems.contains { $0["id"] == .string("relation-target-missing") })
  }

  @Test func findsOneEntityByItsReference() throws {
    let site = try Self.site()
    let catalog = try PublishedCatalog(FolderSource("\(site.folder.path)/dist"))
    let ref = try EntityRef("component:web/lost", in: .init())
    #expect(try catalog.json(of: ref)?["kind"] == .string("Component"))
    #expect(try catalog.json(of: EntityRef("component:web/none", in: .init())) == nil)
    #expect(try catalog.json(of: EntityRef("component:../index", in: .init())) == nil)
  }

  @Test func saysWhyAPortalCannotBeRead() throws {
    let cases: [(files: [String: String], message: String)] = [
      ([:], "'memory' holds no catalog that Callboard published"),
      (["index.json": "{}"], "'memory' holds no catalog that Callboard published"),
      (
        ["api/v1/index.json": "{\"a\":}"],
        "'api/v1/index.json' in 'memory' is no JSON: line 1, column 6: "
          + "'}' stands where a value should be"
      ),
      (
        ["index.json": #"{"generator":"Callboard 9","format":99}"#],
        "'memory' has format 99, which this Callboard does not know"
      ),
      (
        ["index.json": #"{"generator":"Callboard 0"}"#],
        "'index.json' in 'memory' lacks 'format', a number"
      ),
      (
        [
          "index.json":
            #"{"generator":"Callboard 1","format":1,"pages":{"refs":1,"problems":1,"entities":{"..":1}}}"#
        ],
        "'index.json' in 'memory' lacks kinds as the names in 'pages.entities'"
      ),
      (
        ["index.json": Self.index()],
        "'entities/by-kind/component/1.json' is missing in 'memory'"
      ),
      (
        ["index.json": Self.index(), "entities/by-kind/component/1.json": #"{"items":[{}]}"#],
        "'entities/by-kind/component/1.json' in 'memory' lacks 'notes', an array as long as 'items'"
      ),
      (
        [
          "index.json": Self.index(),
          "entities/by-kind/component/1.json": #"{"items":[{}],"notes":[{}]}"#,
        ],
        "'entities/by-kind/component/1.json' in 'memory' lacks an entity at 0 of 'items'"
      ),
    ]
    for row in cases {
      var message = "no error"
      do throws(PublishedCatalogError) {
        let catalog = try PublishedCatalog(MemorySource(files: row.files))
        for page in catalog.pages { _ = try catalog.entities(on: page) }
      } catch {
        message = "\(error)"
        #expect(error.remedy.hasSuffix("."))
      }
      #expect(message == row.message)
    }
  }

  @Test func saysThatAFolderIsNotThere() throws {
    let folder = try TemporaryFolder()
    #expect(throws: PublishedCatalogError.self) {
      try PublishedCatalog(FolderSource("\(folder.path)/none"))
    }
  }
}
