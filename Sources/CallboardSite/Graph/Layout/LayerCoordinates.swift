/// Gives nodes their coordinates across the direction of the edges, so that edges run straight.
///
/// The method of Brandes and Köpf (2001): nodes are aligned with the median of their neighbours four times, each
/// time leaning to another side, and the mean of the two middle results is taken. Bends of one edge
/// align with each other before all else.
final class LayerCoordinates {
  private let graph: LayeredGraph
  private let options: LayoutOptions
  /// Segments that cross one between two bends, which has precedence.
  private let isConflict: [Bool]

  private init(graph: LayeredGraph, options: LayoutOptions, isConflict: [Bool]) {
    self.graph = graph
    self.options = options
    self.isConflict = isConflict
  }

  /// - Returns: The centre of each node.
  static func assign(_ graph: LayeredGraph, _ options: LayoutOptions) -> [Int] {
    let coordinates = LayerCoordinates(
      graph: graph,
      options: options,
      isConflict: conflicts(in: graph)
    )
    var candidates: [[Int]] = []
    for isDown in [true, false] {
      for isMirrored in [false, true] {
        candidates.append(coordinates.candidate(isDown: isDown, isMirrored: isMirrored))
      }
    }
    return coordinates.balanced(candidates)
  }

  private static func conflicts(in graph: LayeredGraph) -> [Bool] {
    var isConflict = [Bool](repeating: false, count: graph.segments.count)
    guard graph.layerOf.count > graph.realCount else { return isConflict }
    for layer in graph.layers.indices.dropFirst() {
      let nodes = graph.layers[layer]
      var lowest = 0
      var scanned = 0
      for (place, node) in nodes.enumerated() {
        let inner =
          graph.isBend(node) ? graph.before.links(of: node).first { graph.isBend($0.node) } : nil
        guard inner != nil || place == nodes.count - 1 else { continue }
        let highest = inner.map { graph.positions[$0.node] } ?? graph.layers[layer - 1].count
        while scanned <= place {
          for link in graph.before.links(of: nodes[scanned]) {
            let other = graph.positions[link.node]
            if other < lowest || other > highest,
              !(graph.isBend(link.node) && graph.isBend(nodes[scanned]))
            {
              isConflict[link.edge] = true
            }
          }
          scanned += 1
        }
        lowest = highest
      }
    }
    return isConflict
  }

  private func candidate(isDown: Bool, isMirrored: Bool) -> [Int] {
    let roots = align(isDown: isDown, isMirrored: isMirrored)
    let compacted = compact(roots, isMirrored: isMirrored)
    return isMirrored ? compacted.map { -$0 } : compacted
  }

  /// Joins nodes into straight blocks; each node names the first of its block.
  private func align(isDown: Bool, isMirrored: Bool) -> [Int] {
    var roots = Array(graph.layerOf.indices)
    var isTaken = [Bool](repeating: false, count: roots.count)
    let layerCount = graph.layers.count
    for step in 1..<max(2, layerCount) where step < layerCount {
      let layer = isDown ? step : layerCount - 1 - step
      let nodes = graph.layers[layer]
      let width = graph.layers[isDown ? layer - 1 : layer + 1].count
      var reached = -1
      for index in nodes.indices {
        let node = nodes[isMirrored ? nodes.count - 1 - index : index]
        var links = Array(isDown ? graph.before.links(of: node) : graph.after.links(of: node))
        guard !links.isEmpty else { continue }
        func place(_ link: Adjacency.Link) -> Int {
          isMirrored ? width - 1 - graph.positions[link.node] : graph.positions[link.node]
        }
        links.sort { (place($0), $0.edge) < (place($1), $1.edge) }
        for median in [(links.count - 1) / 2, links.count / 2] {
          let link = links[median]
          guard !isConflict[link.edge], place(link) > reached, !isTaken[link.node] else { continue }
          roots[node] = roots[link.node]
          isTaken[link.node] = true
          reached = place(link)
          break
        }
      }
    }
    return roots
  }

  /// Places blocks as far to one side as their neighbours allow, then back to close gaps.
  private func compact(_ roots: [Int], isMirrored: Bool) -> [Int] {
    let count = roots.count
    var pairs: [LayoutGraph.Edge] = []
    var distances: [Int] = []
    for nodes in graph.layers {
      for index in nodes.indices.dropFirst() {
        let left = nodes[isMirrored ? nodes.count - index : index - 1]
        let right = nodes[isMirrored ? nodes.count - 1 - index : index]
        pairs.append(.init(source: roots[left], target: roots[right]))
        distances.append(distance(left, right))
      }
    }
    let rightward = Adjacency(nodeCount: count, edges: pairs)
    var waiting = [Int](repeating: 0, count: count)
    for pair in pairs { waiting[pair.target] += 1 }
    var order = (0..<count).filter { roots[$0] == $0 && waiting[$0] == 0 }
    var places = [Int](repeating: 0, count: count)
    var done = 0
    while done < order.count {
      let block = order[done]
      done += 1
      for link in rightward.links(of: block) {
        places[link.node] = max(places[link.node], places[block] + distances[link.edge])
        waiting[link.node] -= 1
        if waiting[link.node] == 0 { order.append(link.node) }
      }
    }
    for block in order.reversed() {
      var limit = Int.max
      for link in rightward.links(of: block) {
        limit = min(limit, places[link.node] - distances[link.edge])
      }
      if limit != Int.max { places[block] = max(places[block], limit) }
    }
    return roots.map { places[$0] }
  }

  /// Between the centres of two neighbours of a layer.
  private func distance(_ left: Int, _ right: Int) -> Int {
    let gap = graph.isBend(left) || graph.isBend(right) ? options.edgeGap : options.nodeGap
    return (graph.breadths[left] + graph.breadths[right]) / 2 + gap
  }

  /// The mean of the two middle candidates of each node, all shifted to the narrowest one.
  private func balanced(_ candidates: [[Int]]) -> [Int] {
    let bounds = candidates.map { candidate in
      var low = Int.max
      var high = Int.min
      for node in candidate.indices {
        low = min(low, candidate[node] - graph.breadths[node] / 2)
        high = max(high, candidate[node] + graph.breadths[node] / 2)
      }
      return (low: low, high: high)
    }
    var narrowest = 0
    for index in bounds.indices
    where bounds[index].high - bounds[index].low < bounds[narrowest].high - bounds[narrowest].low {
      narrowest = index
    }
    let shifts = bounds.indices.map { index in
      index % 2 == 0
        ? bounds[narrowest].low - bounds[index].low : bounds[narrowest].high - bounds[index].high
    }
    return candidates[0].indices.map { node in
      let sorted = candidates.indices.map { candidates[$0][node] + shifts[$0] }.sorted()
      return (sorted[1] + sorted[2]) >> 1
    }
  }
}
