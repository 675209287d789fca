@testable import CallboardSite

/// Graphs that layouts are tried on, with names for messages.
enum LayoutSamples {
  struct Sample {
    var name: String
    var graph: LayoutGraph
  }

  static let all: [Sample] =
    [
      Sample(name: "nothing", graph: graph(0, [])),
      Sample(name: "one node", graph: graph(1, [])),
      Sample(name: "a loop", graph: graph(1, [(0, 0)])),
      Sample(name: "two lines between two nodes", graph: graph(2, [(0, 1), (0, 1)])),
      Sample(name: "both ways", graph: graph(2, [(0, 1), (1, 0)])),
      Sample(name: "a circle", graph: graph(5, (0..<5).map { ($0, ($0 + 1) % 5) })),
      Sample(name: "a chain", graph: graph(30, (0..<29).map { ($0, $0 + 1) })),
      Sample(name: "a star", graph: graph(21, (1..<21).map { $0 % 2 == 0 ? (0, $0) : ($0, 0) })),
      Sample(
        name: "a long line",
        graph: graph(6, (0..<5).map { ($0, $0 + 1) } + [(0, 5), (1, 4)])
      ),
      Sample(name: "apart", graph: graph(12, [(0, 1), (1, 2), (4, 5), (6, 7), (6, 8)])),
      Sample(name: "all with all", graph: graph(9, pairs(9))),
      Sample(name: "a hub", graph: graph(600, (1..<600).map { ($0, 0) })),
    ]
    + [(12, 18), (40, 70), (60, 240), (200, 260)].enumerated().map { index, size in
      Sample(
        name: "\(size.0) nodes at random",
        graph: random(nodes: size.0, edges: size.1, seed: UInt64(index + 1))
      )
    }

  static func graph(_ count: Int, _ edges: [(Int, Int)], root: Int? = 0) -> LayoutGraph {
    LayoutGraph(
      // Nodes of many widths.
      nodes: (0..<count).map { .init(width: 60 + $0 * 37 % 61 * 2, height: 36) },
      edges: edges.map { .init(source: $0.0, target: $0.1) },
      root: count == 0 ? nil : root
    )
  }

  private static func pairs(_ count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { left in (0..<left).map { (left, $0) } }
  }

  static func random(nodes: Int, edges: Int, seed: UInt64) -> LayoutGraph {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return graph(nodes, (0..<edges).map { _ in (next(nodes), next(nodes)) }, root: next(nodes))
  }
}
