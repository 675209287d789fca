/// Puts the nodes of a connected graph on layers, so that edges lead to later layers.
struct LayerAssignment {
  /// Of each node, from 0.
  private(set) var layers: [Int]
  /// Of each edge, whether it leads back and is drawn against its direction.
  private(set) var isReversed: [Bool]

  /// Sources before targets, as far as cycles allow.
  private var order: [Int] = []
  private let outgoing: Adjacency
  private let incoming: Adjacency

  private static let tighteningSweeps = 4

  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - edges: None from a node to itself.
  init(nodeCount: Int, edges: [LayoutGraph.Edge]) {
    layers = Array(repeating: 0, count: nodeCount)
    isReversed = Array(repeating: false, count: edges.count)
    let forward = Adjacency(nodeCount: nodeCount, edges: edges)
    let searched = Self.search(forward, edges, nodeCount: nodeCount)
    order = searched.order
    var acyclic = edges
    for edge in searched.backEdges {
      isReversed[edge] = true
      acyclic[edge] = LayoutGraph.Edge(source: edges[edge].target, target: edges[edge].source)
    }
    outgoing =
      searched.backEdges.isEmpty ? forward : Adjacency(nodeCount: nodeCount, edges: acyclic)
    incoming = Adjacency(
      nodeCount: nodeCount,
      edges: acyclic.map { LayoutGraph.Edge(source: $0.target, target: $0.source) }
    )
    assign()
  }

  /// A depth-first search from the nodes without predecessors, then from what is left.
  ///
  /// - Returns: The nodes in topological order, and the edges that close a cycle.
  private static func search(
    _ outgoing: Adjacency,
    _ edges: [LayoutGraph.Edge],
    nodeCount: Int
  ) -> (order: [Int], backEdges: [Int]) {
    var hasPredecessor = [Bool](repeating: false, count: nodeCount)
    for edge in edges { hasPredecessor[edge.target] = true }
    // 0: not seen, 1: on the path that is searched, 2: done.
    var states = [UInt8](repeating: 0, count: nodeCount)
    var next = [Int](repeating: 0, count: nodeCount)
    var postorder: [Int] = []
    var backEdges: [Int] = []
    var path: [Int] = []
    let starts =
      (0..<nodeCount).filter { !hasPredecessor[$0] } + (0..<nodeCount).filter { hasPredecessor[$0] }
    for start in starts where states[start] == 0 {
      states[start] = 1
      path.append(start)
      while let node = path.last {
        let links = outgoing.links(of: node)
        guard next[node] < links.count else {
          states[node] = 2
          postorder.append(node)
          path.removeLast()
          continue
        }
        let link = links[links.startIndex + next[node]]
        next[node] += 1
        switch states[link.node] {
        case 0:
          states[link.node] = 1
          path.append(link.node)
        case 1: backEdges.append(link.edge)
        default: break
        }
      }
    }
    return (postorder.reversed(), backEdges)
  }

  /// By the longest path from a source, then moved to where the edges become short.
  private mutating func assign() {
    for node in order {
      for link in outgoing.links(of: node) {
        layers[link.node] = max(layers[link.node], layers[node] + 1)
      }
    }
    for sweep in 0..<Self.tighteningSweeps {
      var hasMoved = false
      for index in order.indices {
        let node = order[sweep % 2 == 0 ? order.count - 1 - index : index]
        let layer = tightened(node)
        if layer != layers[node] { hasMoved = true }
        layers[node] = layer
      }
      if !hasMoved { break }
    }
    let lowest = layers.min() ?? 0
    for node in layers.indices { layers[node] -= lowest }
  }

  private func tightened(_ node: Int) -> Int {
    let before = incoming.links(of: node)
    let after = outgoing.links(of: node)
    var earliest = Int.min
    for link in before { earliest = max(earliest, layers[link.node] + 1) }
    var latest = Int.max
    for link in after { latest = min(latest, layers[link.node] - 1) }
    if after.count > before.count { return latest }
    if before.count > after.count { return earliest }
    return layers[node]
  }
}

/// The edges of a graph by the node they leave, in flat arrays.
struct Adjacency {
  struct Link {
    /// The node at the other end.
    var node: Int
    var edge: Int
  }

  private var links: [Link]
  private var offsets: [Int]

  /// Keeps the order of the edges.
  init(nodeCount: Int, edges: [LayoutGraph.Edge]) {
    offsets = Array(repeating: 0, count: nodeCount + 1)
    for edge in edges { offsets[edge.source + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    links = Array(repeating: Link(node: 0, edge: 0), count: edges.count)
    var next = offsets
    for (index, edge) in edges.enumerated() {
      links[next[edge.source]] = Link(node: edge.target, edge: index)
      next[edge.source] += 1
    }
  }

  func links(of node: Int) -> ArraySlice<Link> {
    links[offsets[node]..<offsets[node + 1]]
  }
}
