import CallboardCatalog
import CallboardHTML
import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

@Suite struct EntityNeighbourhoodTests {
  private static let hub =
    [GraphCatalog.group("team"), GraphCatalog.component("hub")]
    + (100..<600).map { GraphCatalog.component("user-\($0)", "dependsOn: [component:hub]") }

  private static func graph(
    around name: String,
    _ documents: [String]
  ) throws -> (graph: RelationGraph, depth: Int) {
    let catalog = GraphCatalog.make(documents)
    let ref = try EntityRef(name, in: EntityRef.Context())
    let id = try #require(catalog.id(of: ref))
    return EntityNeighbourhood(catalog: catalog).graph(around: id)
  }

  @Test func drawsAPairOfRelationsOnceByItsPrimaryName() throws {
    let documents = [
      GraphCatalog.group("team"), GraphCatalog.component("shop", "dependsOn: [component:pay]"),
      GraphCatalog.component("pay", "dependencyOf: [component:shop]"),
    ]
    let shop = try Self.graph(around: "component:shop", documents).graph
    let pay = try Self.graph(around: "component:pay", documents).graph
    #expect(
      Self.lines(shop)
        == ["pay <- dependsOn <- shop", "shop <- ownerOf <- team", "pay <- ownerOf <- team"]
        .sorted()
    )
    #expect(Self.lines(pay) == Self.lines(shop))
  }

  @Test func countsWhatItLeavesOut() throws {
    let (graph, depth) = try Self.graph(around: "component:hub", Self.hub)
    let more = try #require(graph.nodes.first { $0.shape == .more })
    let shown = graph.links.count { $0.forward == [.dependsOn] } - 1
    #expect(shown == EntityNeighbourhood.breadth)
    #expect(more.label == "+\(500 - shown) more")
    #expect(more.address == "catalog/default/component/hub/-/dependencyof/component/")
    #expect(depth == 1)
  }

  @Test func showsThoseWithMostRelationsWhereItMustChoose() throws {
    let busy = (0..<5).map {
      GraphCatalog.component("part-\($0)", "subcomponentOf: user-345")
    }
    let graph = try Self.graph(around: "component:hub", Self.hub + busy).graph
    #expect(graph.nodes.contains { $0.label == "user-345" })
  }

  @Test func drawsEveryRelationOrCountsIt() throws {
    let catalog = GraphCatalog.make(Self.hub)
    for id in catalog.allIDs {
      let graph = EntityNeighbourhood(catalog: catalog).graph(around: id).graph
      let left = graph.nodes.filter { $0.shape == .more }
        .compactMap { Int($0.label.dropFirst().prefix { $0.isNumber }) }.reduce(0, +)
      let drawn = graph.links.filter { link in
        (link.source == 0 || link.target == 0)
          && ![link.source, link.target].contains { graph.nodes[$0].shape == .more }
      }
      .reduce(0) { $0 + $1.forward.count + $1.backward.count }
      #expect(drawn + left == catalog.relations(of: id).count, "\(catalog.ref(of: id))")
    }
  }

  @Test func keepsWhatIsMissing() throws {
    let documents = [GraphCatalog.component("shop", "dependsOn: [component:gone]")]
    let graph = try Self.graph(around: "component:shop", documents).graph
    #expect(
      graph.nodes.filter { $0.shape == .missing }.map(\.detail)
        == ["component:default/gone", "group:default/team"].reversed()
    )
  }

  @Test func mergesOppositeRelationsOfTwoNodes() throws {
    let documents = [
      GraphCatalog.component("shop", "dependsOn: [component:pay]"),
      GraphCatalog.component("pay", "dependsOn: [component:shop]"),
    ]
    let graph = try Self.graph(around: "component:shop", documents).graph
    let link = try #require(graph.links.first { $0.forward == [.dependsOn] })
    #expect(link.backward == [.dependsOn])
  }

  @Test func drawsALoopForWhatRelatesToItself() throws {
    let documents = [GraphCatalog.component("shop", "dependsOn: [component:shop]")]
    let graph = try Self.graph(around: "component:shop", documents).graph
    #expect(graph.links.contains { $0.source == 0 && $0.target == 0 })
    let svg = GraphDrawing(graph, LayoutOptions()).svg(name: "", root: "", sprite: "")
    #expect(String(decoding: svg.bytes, as: UTF8.self).contains("depends on"))
  }

  @Test func doesNotDependOnTheOrderOfFiles() throws {
    let there = try Self.svg(Self.hub)
    let back = try Self.svg(Self.hub.reversed())
    #expect(there == back)
  }

  @Test func drawsWhatIsExpected() throws {
    let documents = [
      GraphCatalog.group("team"), GraphCatalog.system("till"),
      GraphCatalog.component(
        "hub",
        "system: till, dependsOn: [component:<b>, resource:gone], consumesApis: [prices]"
      ),
      GraphCatalog.component("other", "dependsOn: [component:hub]"),
      GraphCatalog.document(
        "API",
        "prices",
        "type: openapi, lifecycle: production, owner: team, definition: x"
      ),
    ]
    let golden = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/entity.svg")
    let svg = try Self.svg(documents).replacing("><", with: ">\n<") + "\n"
    #expect(try GoldenFile.difference(of: svg, from: golden) == nil)
  }

  private static func svg(_ documents: [String]) throws -> String {
    let graph = try graph(around: "component:hub", documents).graph
    let drawing = GraphDrawing(graph, LayoutOptions())
    let svg = drawing.svg(name: "Relations", root: "../../", sprite: "../../icons.svg")
    return String(decoding: svg.bytes, as: UTF8.self)
  }

  /// The links as sentences, sorted.
  private static func lines(_ graph: RelationGraph) -> [String] {
    graph.links.flatMap { link in
      let (source, target) = (graph.nodes[link.source].label, graph.nodes[link.target].label)
      return link.forward.map { "\(target) <- \(graph.name($0)) <- \(source)" }
        + link.backward.map { "\(source) <- \(graph.name($0)) <- \(target)" }
    }
    .sorted()
  }
}
