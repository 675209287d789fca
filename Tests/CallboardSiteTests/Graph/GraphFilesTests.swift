import CallboardCatalog
import Foundation
import Testing

@testable import CallboardSite

@Suite struct GraphFilesTests {
  private struct Entry: Decodable {
    var format: Int
    var files: Int
    var listed: Int
    var pageSize: Int
    var relations: [String]
  }

  private struct Part: Decodable {
    var entities: Int
    var refs: [String]
    var names: [String: String]
    var missing: [Int]
    var relations: [[Group]]
  }

  private struct Rest: Decodable {
    var refs: [String]
  }

  private struct Group: Decodable {
    var type: Int
    var count: Int
    var targets: [Int]

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      type = try values.decode(Int.self)
      count = try values.decode(Int.self)
      targets = try values.decode([Int].self)
    }
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ file: OutputFile) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(file.bytes))
  }

  @Test func holdsEveryRelationOfEveryEntity() throws {
    let catalog = GraphCatalog.make(
      [GraphCatalog.group("team"), GraphCatalog.component("hub", "dependsOn: [component:gone]")]
        + (0..<1300).map { GraphCatalog.component("user-\($0)", "dependsOn: [component:hub]") }
    )
    let files = GraphFiles(catalog)
    let entry = try Self.decode(Entry.self, files.entry)
    #expect(entry.files == files.count)
    let outputs = (0..<files.count).flatMap { files.output($0) }
    let byPath = Dictionary(uniqueKeysWithValues: outputs.map { ($0.path, $0) })
    for id in catalog.allIDs {
      let ref = catalog.ref(of: id).description
      let number = Int(GraphFiles.hash(ref)) % entry.files
      let file = try #require(byPath["\(GraphFiles.folder)\(number).json"])
      let part = try Self.decode(Part.self, file)
      let place = try #require(part.refs.prefix(part.entities).firstIndex(of: ref))
      var found: [String] = []
      for group in part.relations[place] {
        let type = entry.relations[group.type]
        var targets = group.targets.map { part.refs[$0] }
        #expect(targets.count <= entry.listed)
        var page = 1
        while targets.count < group.count {
          let own = catalog.ref(of: id)
          let name = "\(own.kind)/\(own.namespace)/\(own.name)/\(type.lowercased())-\(page).json"
          let list = try #require(byPath["\(GraphFiles.folder)lists/\(name)"])
          let rest = try Self.decode(Rest.self, list).refs
          #expect(rest.count <= entry.pageSize)
          targets += rest
          page += 1
        }
        found += targets.map { "\(type) \($0)" }
      }
      let expected = catalog.relations(of: id).map { relation in
        "\(catalog.relationTypes[relation.type].name) \(catalog.targetRef(of: relation))"
      }
      #expect(found == expected, "\(ref)")
    }
  }

  @Test func marksWhatIsMissing() throws {
    let catalog = GraphCatalog.make([GraphCatalog.component("a", "dependsOn: [component:gone]")])
    let part = try Self.decode(Part.self, GraphFiles(catalog).output(0)[0])
    #expect(part.missing.map { part.refs[$0] } == ["component:default/gone", "group:default/team"])
  }

  @Test func hashesAsItsDescriptionSays() {
    // Vectors of FNV-1a with 32 bits.
    #expect(GraphFiles.hash("") == 0x811C_9DC5)
    #expect(GraphFiles.hash("a") == 0xE40C_292C)
    #expect(GraphFiles.hash("foobar") == 0xBF9C_F968)
  }
}

@Suite struct SystemGraphTests {
  private static let documents = [
    GraphCatalog.system("left", domain: "west"), GraphCatalog.system("right", domain: "east"),
    GraphCatalog.system("alone"), GraphCatalog.document("Domain", "west", "owner: team"),
    GraphCatalog.document("Domain", "east", "owner: team"),
    GraphCatalog.component("a", "system: left, dependsOn: [component:b, component:c]"),
    GraphCatalog.component("b", "system: right"), GraphCatalog.component("c", "system: right"),
    GraphCatalog.component("d", "system: left, dependsOn: [component:a]"),
  ]

  @Test func countsWhatPartsOfSystemsDo() {
    let catalog = GraphCatalog.make(Self.documents)
    for (level, names) in [
      (SystemGraph.Level.system, ["left", "right"]), (.domain, ["west", "east"]),
    ] {
      let graph = SystemGraph(catalog, level: level)
      #expect(graph.bundles.map(\.count) == [2])
      #expect(
        graph.bundles.map { [$0.source, $0.target].map { catalog.ref(of: $0).name } } == [names]
      )
    }
  }

  @Test func saysHowManyNodesItLeavesOut() {
    let catalog = GraphCatalog.make(Self.documents)
    let graph = SystemGraph(catalog, level: .system)
      .graph(catalog, limits: .init(nodes: 2, links: 9), more: Routes.kindIndex("system"))
    #expect(graph.graph.nodes.map(\.label) == ["left", "right", "+1 more"])
    #expect(graph.linksLeftOut == 0)
  }

  @Test func drawsTheStrongestLinksAndCountsTheOthers() {
    let catalog = GraphCatalog.make(
      Self.documents + [
        GraphCatalog.component("e", "system: alone, dependsOn: [component:b]")
      ]
    )
    let drawn = SystemGraph(catalog, level: .system)
      .graph(catalog, limits: .init(nodes: 9, links: 1), more: Routes.kindIndex("system"))
    #expect(drawn.graph.links.map(\.count) == [2])
    #expect(drawn.linksLeftOut == 1)
  }
}
