import Testing

@testable import CallboardSite

@Suite struct GraphLayoutTests {
  @Test func keepsNodesApartAndEndsEdgesAtTheirNodes() {
    for sample in LayoutSamples.all {
      for direction in LayoutOptions.Direction.allCases {
        let layout = GraphLayout.make(sample.graph, LayoutOptions(direction: direction))
        let faults = Self.faults(of: layout, sample.graph, direction)
        #expect(faults == [], "\(sample.name), \(direction.rawValue)")
      }
    }
  }

  @Test func leadsEdgesForwardWhereThereIsNoCycle() {
    let graph = LayoutSamples.graph(
      8,
      [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (0, 7), (5, 6), (6, 7)]
    )
    let layout = GraphLayout.make(graph, LayoutOptions())
    for edge in graph.edges {
      let (source, target) = (layout.nodes[edge.source], layout.nodes[edge.target])
      #expect(source.x + source.width < target.x, "\(edge)")
    }
  }

  @Test func drawsATreeWithoutCrossings() {
    let tree = LayoutSamples.graph(40, (1..<40).map { (($0 - 1) / 3, $0) })
    let layered = LayeredGraph(LayoutParts(tree).all[0], of: tree, isHorizontal: true)
    #expect(LayerOrdering.crossings(in: layered) == 0)
  }

  @Test func removesCrossingsThatOrderAloneMakes() {
    // Three sources whose targets come in the other order.
    let graph = LayoutSamples.graph(6, [(0, 5), (1, 4), (2, 3), (0, 4), (2, 4)])
    var layered = LayeredGraph(LayoutParts(graph).all[0], of: graph, isHorizontal: true)
    LayerOrdering.order(&layered)
    #expect(LayerOrdering.crossings(in: layered) == 0)
  }

  @Test func countsCrossingsAsAPairwiseComparisonDoes() {
    let graph = LayoutSamples.random(nodes: 40, edges: 90, seed: 7)
    for part in LayoutParts(graph).all where part.nodes.count > 1 {
      let layered = LayeredGraph(part, of: graph, isHorizontal: true)
      var expected = 0
      for (index, left) in layered.segments.enumerated() {
        for right in layered.segments[..<index]
        where layered.layerOf[left.source] == layered.layerOf[right.source] {
          let above = layered.positions[left.source] - layered.positions[right.source]
          let below = layered.positions[left.target] - layered.positions[right.target]
          if above.signum() * below.signum() < 0 { expected += 1 }
        }
      }
      #expect(LayerOrdering.crossings(in: layered) == expected)
    }
  }

  @Test func drawsLongLinesStraightPastOtherNodes() throws {
    let sample = try #require(LayoutSamples.all.first { $0.name == "a long line" })
    let layout = GraphLayout.make(sample.graph, LayoutOptions())
    // The bends of the line from the first to the last node lie at one height.
    let heights = Set(layout.edges[5].dropFirst().dropLast().map(\.y))
    #expect(heights.count == 1)
  }

  @Test func centresAHubAmongItsNeighbours() {
    let layout = GraphLayout.make(
      LayoutSamples.graph(8, (1..<8).map { (0, $0) }),
      LayoutOptions()
    )
    #expect(layout.nodes[0].y == layout.nodes[4].y)
  }

  @Test func putsTheRootsPartFirst() {
    let graph = LayoutSamples.graph(7, [(0, 1), (0, 2), (0, 3), (5, 6)], root: 6)
    #expect(LayoutParts(graph).all[0].nodes == [5, 6])
  }

  /// What a drawing must never do, as sentences.
  static func faults(
    of layout: GraphLayout,
    _ graph: LayoutGraph,
    _ direction: LayoutOptions.Direction
  ) -> [String] {
    var faults: [String] = []
    for (index, box) in layout.nodes.enumerated() {
      if box.width < graph.nodes[index].width { faults.append("\(index) is too narrow") }
      let isInside =
        box.x >= 0 && box.y >= 0 && box.x + box.width <= layout.width
        && box.y + box.height <= layout.height
      if !isInside { faults.append("\(index) leaves the drawing") }
    }
    let sorted = layout.nodes.indices.sorted { layout.nodes[$0].x < layout.nodes[$1].x }
    for (place, index) in sorted.enumerated() {
      let box = layout.nodes[index]
      for other in sorted[(place + 1)...] {
        let right = layout.nodes[other]
        guard right.x < box.x + box.width else { break }
        if box.y < right.y + right.height, right.y < box.y + box.height {
          faults.append("\(index) and \(other) overlap")
        }
      }
    }
    for (index, edge) in graph.edges.enumerated() {
      let points = layout.edges[index]
      guard edge.source != edge.target else {
        if !points.isEmpty { faults.append("loop \(index) has points") }
        continue
      }
      guard let first = points.first, let last = points.last, points.count % 2 == 0 else {
        faults.append("edge \(index) has \(points.count) points")
        continue
      }
      for (point, node) in [(first, edge.source), (last, edge.target)] {
        let isAtBorder = isOnSide(point, of: layout.nodes[node], direction.isHorizontal)
        if !isAtBorder { faults.append("edge \(index) ends beside \(node)") }
      }
    }
    return faults
  }

  private static func isOnSide(
    _ point: GraphLayout.Point,
    of box: GraphLayout.Box,
    _ isHorizontal: Bool
  ) -> Bool {
    isHorizontal
      ? (point.x == box.x || point.x == box.x + box.width) && point.y == box.y + box.height / 2
      : (point.y == box.y || point.y == box.y + box.height) && point.x == box.x + box.width / 2
  }
}
