/// A connected graph on layers, in which every edge leads from one layer to the next.
///
/// Its nodes are those of the part, in the part's order, then the bends by which long edges cross
/// layers. Positions within a layer count from 0.
struct LayeredGraph {
  /// One piece of an edge, between two neighbouring layers.
  struct Segment {
    /// On the layer before.
    var source: Int
    var target: Int
  }

  /// Of each edge of the part, its nodes from layer to layer; against its direction where reversed.
  private(set) var chains: [[Int]] = []
  private(set) var isReversed: [Bool]
  /// Of each node.
  private(set) var layerOf: [Int]
  /// Node sizes along the direction of the edges, and across it. Bends have none.
  private(set) var depths: [Int]
  private(set) var breadths: [Int]
  /// The nodes below this number are the part's, the others are bends.
  let realCount: Int
  private(set) var segments: [Segment] = []
  /// Segments by their source and by their target.
  private(set) var after: Adjacency
  private(set) var before: Adjacency

  /// The order within the layers.
  var layers: [[Int]] = []
  /// Of each node, its place in its layer.
  var positions: [Int] = []

  /// Above this number of bends, further long edges are drawn straight through.
  static let maximumBends = 20_000

  init(_ part: LayoutParts.Part, of graph: LayoutGraph, isHorizontal: Bool) {
    var local: [Int: Int] = [:]
    let isWhole = part.nodes.count == graph.nodes.count
    if !isWhole { for (index, node) in part.nodes.enumerated() { local[node] = index } }
    let edges = part.edges.map { index in
      let edge = graph.edges[index]
      return isWhole
        ? edge : .init(source: local[edge.source] ?? 0, target: local[edge.target] ?? 0)
    }
    realCount = part.nodes.count
    let assignment = LayerAssignment(nodeCount: realCount, edges: edges)
    isReversed = assignment.isReversed
    layerOf = assignment.layers
    depths = part.nodes.map { isHorizontal ? graph.nodes[$0].width : graph.nodes[$0].height }
    breadths = part.nodes.map { isHorizontal ? graph.nodes[$0].height : graph.nodes[$0].width }
    after = Adjacency(nodeCount: 0, edges: [])
    before = after
    addChains(edges)
    let pieces = segments.map { LayoutGraph.Edge(source: $0.source, target: $0.target) }
    after = Adjacency(nodeCount: layerOf.count, edges: pieces)
    before = Adjacency(
      nodeCount: layerOf.count,
      edges: pieces.map { .init(source: $0.target, target: $0.source) }
    )
    orderFirst()
  }

  func isBend(_ node: Int) -> Bool { node >= realCount }

  private mutating func addChains(_ edges: [LayoutGraph.Edge]) {
    for (index, edge) in edges.enumerated() {
      let source = isReversed[index] ? edge.target : edge.source
      let target = isReversed[index] ? edge.source : edge.target
      var chain = [source]
      let bends = layerOf[target] - layerOf[source] - 1
      let isDirect = layerOf.count - realCount + bends > Self.maximumBends
      if !isDirect {
        for step in 0..<bends {
          chain.append(layerOf.count)
          layerOf.append(layerOf[source] + 1 + step)
          depths.append(0)
          breadths.append(0)
        }
      }
      chain.append(target)
      if !isDirect || bends == 0 {
        for index in 1..<chain.count {
          segments.append(Segment(source: chain[index - 1], target: chain[index]))
        }
      }
      chains.append(chain)
    }
  }

  /// The order in which a depth-first search along the edges meets the nodes: trees have no crossings in it.
  private mutating func orderFirst() {
    let layerCount = (layerOf.max() ?? 0) + 1
    layers = Array(repeating: [], count: layerCount)
    positions = Array(repeating: -1, count: layerOf.count)
    var starts: [[Int]] = Array(repeating: [], count: layerCount)
    for node in 0..<realCount { starts[layerOf[node]].append(node) }
    var stack: [Int] = []
    for start in starts.joined() where positions[start] < 0 {
      stack.append(start)
      while let node = stack.popLast() {
        guard positions[node] < 0 else { continue }
        positions[node] = layers[layerOf[node]].count
        layers[layerOf[node]].append(node)
        for link in after.links(of: node).reversed() where positions[link.node] < 0 {
          stack.append(link.node)
        }
      }
    }
  }
}
