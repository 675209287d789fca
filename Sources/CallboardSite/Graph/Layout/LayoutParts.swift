/// The connected parts of a graph: that of the root first, then the larger ones first.
struct LayoutParts {
  struct Part {
    /// Ascending.
    var nodes: [Int]
    /// Indexes of edges, ascending; without edges from a node to itself.
    var edges: [Int]
  }

  let all: [Part]

  init(_ graph: LayoutGraph) {
    var leaders = Array(graph.nodes.indices)
    func leader(_ node: Int) -> Int {
      var node = node
      while leaders[node] != node {
        leaders[node] = leaders[leaders[node]]
        node = leaders[node]
      }
      return node
    }
    for edge in graph.edges {
      let (source, target) = (leader(edge.source), leader(edge.target))
      if source != target { leaders[max(source, target)] = min(source, target) }
    }

    var partOfLeader = [Int](repeating: -1, count: graph.nodes.count)
    var parts: [Part] = []
    for node in graph.nodes.indices {
      let leader = leader(node)
      if partOfLeader[leader] < 0 {
        partOfLeader[leader] = parts.count
        parts.append(Part(nodes: [], edges: []))
      }
      parts[partOfLeader[leader]].nodes.append(node)
    }
    for (index, edge) in graph.edges.enumerated() where edge.source != edge.target {
      parts[partOfLeader[leader(edge.source)]].edges.append(index)
    }
    let first = graph.root.map { partOfLeader[leader($0)] }
    all = parts.indices.sorted { left, right in
      let leftKey = (left == first ? 0 : 1, -parts[left].nodes.count, left)
      let rightKey = (right == first ? 0 : 1, -parts[right].nodes.count, right)
      return leftKey < rightKey
    }
    .map { parts[$0] }
  }
}
