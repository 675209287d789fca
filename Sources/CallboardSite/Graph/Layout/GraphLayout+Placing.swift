extension GraphLayout {
  /// How much farther apart layers stand where edges lead far up or down between them.
  private static let maximumWidening = 96

  /// Places a part at the origin: its nodes and the points of its edges.
  ///
  /// - Parameter across: The centre of each node across the direction of the edges.
  mutating func place(
    _ graph: LayeredGraph,
    across: [Int],
    _ part: LayoutParts.Part,
    _ options: LayoutOptions
  ) -> LayoutGraph.Size {
    let columns = Columns(graph, across: across, options)
    let low = across.indices.map { across[$0] - graph.breadths[$0] / 2 }.min() ?? 0
    let high = across.indices.map { across[$0] + graph.breadths[$0] / 2 }.max() ?? 0
    let frame = Frame(
      direction: options.direction,
      depth: columns.end,
      breadth: high - low
    )
    for (index, node) in part.nodes.enumerated() {
      let layer = graph.layerOf[index]
      nodes[node] = frame.box(
        depth: columns.starts[layer],
        breadth: across[index] - low - graph.breadths[index] / 2,
        deep: columns.ends[layer] - columns.starts[layer],
        broad: graph.breadths[index]
      )
    }
    for (index, edge) in part.edges.enumerated() {
      let chain = graph.chains[index]
      var points: [Point] = []
      points.reserveCapacity(2 * chain.count)
      for (step, node) in chain.enumerated() {
        let layer = graph.layerOf[node]
        let breadth = across[node] - low
        if step > 0 { points.append(frame.point(depth: columns.starts[layer], breadth: breadth)) }
        if step < chain.count - 1 {
          points.append(frame.point(depth: columns.ends[layer], breadth: breadth))
        }
      }
      edges[edge] = graph.isReversed[index] ? points.reversed() : points
    }
    return frame.size
  }

  /// Where layers begin and end along the direction of the edges.
  private struct Columns {
    var starts: [Int] = []
    var ends: [Int] = []
    var end: Int { ends.last ?? 0 }

    init(_ graph: LayeredGraph, across: [Int], _ options: LayoutOptions) {
      var farthest = [Int](repeating: 0, count: graph.layers.count)
      for segment in graph.segments {
        let layer = graph.layerOf[segment.source]
        farthest[layer] = max(farthest[layer], abs(across[segment.source] - across[segment.target]))
      }
      var position = 0
      for (layer, nodes) in graph.layers.enumerated() {
        var depth = 0
        for node in nodes { depth = max(depth, graph.depths[node]) }
        starts.append(position)
        ends.append(position + depth)
        let widening = min(GraphLayout.maximumWidening, farthest[layer] / 10)
        position += depth + options.layerGap + widening
      }
    }
  }

  /// Turns a drawing in the direction that is asked for.
  private struct Frame {
    let direction: LayoutOptions.Direction
    let depth: Int
    let breadth: Int

    var size: LayoutGraph.Size {
      direction.isHorizontal
        ? .init(width: depth, height: breadth) : .init(width: breadth, height: depth)
    }

    func point(depth: Int, breadth: Int) -> Point {
      switch direction {
      case .leftToRight: Point(x: depth, y: breadth)
      case .rightToLeft: Point(x: self.depth - depth, y: breadth)
      case .topToBottom: Point(x: breadth, y: depth)
      case .bottomToTop: Point(x: breadth, y: self.depth - depth)
      }
    }

    func box(depth: Int, breadth: Int, deep: Int, broad: Int) -> Box {
      switch direction {
      case .leftToRight: Box(x: depth, y: breadth, width: deep, height: broad)
      case .rightToLeft: Box(x: self.depth - depth - deep, y: breadth, width: deep, height: broad)
      case .topToBottom: Box(x: breadth, y: depth, width: broad, height: deep)
      case .bottomToTop: Box(x: breadth, y: self.depth - depth - deep, width: broad, height: deep)
      }
    }
  }

  /// Moves the parts, each drawn at the origin, beside and below each other.
  mutating func pack(
    _ parts: [LayoutParts.Part],
    sizes: [LayoutGraph.Size],
    _ options: LayoutOptions
  ) {
    let gap = options.partGap
    // Single nodes stand in a grid, so they share their width.
    var widest = 0
    var single = 0
    var area = 0
    for (part, size) in zip(parts, sizes) {
      if part.nodes.count == 1 { single = max(single, size.width) }
      widest = max(widest, size.width)
      area += (size.width + gap) * (size.height + gap)
    }
    let rowWidth = max(widest, Self.squareRoot(area * options.aspectTenths / 10))
    var (x, y, rowHeight) = (0, 0, 0)
    for (part, size) in zip(parts, sizes) {
      let isSingle = part.nodes.count == 1
      let width = isSingle ? single : size.width
      if x > 0, x + width > rowWidth {
        y += rowHeight + (isSingle ? options.nodeGap : gap)
        (x, rowHeight) = (0, 0)
      }
      move(part, x: x, y: y)
      if isSingle, let node = part.nodes.first { nodes[node].width = single }
      self.width = max(self.width, x + width)
      height = max(height, y + size.height)
      rowHeight = max(rowHeight, size.height)
      x += width + (isSingle ? options.nodeGap : gap)
    }
  }

  private mutating func move(_ part: LayoutParts.Part, x: Int, y: Int) {
    guard x != 0 || y != 0 else { return }
    for node in part.nodes {
      nodes[node].x += x
      nodes[node].y += y
    }
    for edge in part.edges {
      for index in edges[edge].indices {
        edges[edge][index].x += x
        edges[edge][index].y += y
      }
    }
  }

  /// The whole part of a square root, by Newton's method.
  private static func squareRoot(_ value: Int) -> Int {
    guard value > 1 else { return max(0, value) }
    var root = value
    var next = (value + 1) / 2
    while next < root {
      root = next
      next = (root + value / root) / 2
    }
    return root
  }
}
