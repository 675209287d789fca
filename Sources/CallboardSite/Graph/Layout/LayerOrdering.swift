/// Chooses the order within layers so that few edges cross.
///
/// Sweeps down and up by turns; each puts the nodes of a layer in the order of the mean place of their
/// neighbours on the layer before, then swaps neighbours where that saves crossings. The best order met is kept.
enum LayerOrdering {
  private static let sweeps = 12
  /// Sweeps without a better order before giving up.
  private static let patience = 4
  /// Swapping neighbours costs more than a sweep, so larger graphs go without.
  private static let swappingLimit = 600
  /// The precision of means.
  private static let scale = 1024

  static func order(_ graph: inout LayeredGraph) {
    var best = graph.layers
    var fewest = crossings(in: graph)
    var failures = 0
    let swaps = graph.layerOf.count <= swappingLimit
    for sweep in 0..<sweeps where fewest > 0 && failures < patience {
      let isDown = sweep % 2 == 0
      for step in 1..<max(2, graph.layers.count) where step < graph.layers.count {
        sortLayer(isDown ? step : graph.layers.count - 1 - step, isDown: isDown, in: &graph)
      }
      if swaps { swapNeighbours(in: &graph) }
      let count = crossings(in: graph)
      if count < fewest {
        fewest = count
        best = graph.layers
        failures = 0
      } else {
        failures += 1
      }
    }
    for index in best.indices { graph.setOrder(best[index], of: index) }
  }

  /// Sorts by the mean position of neighbours; nodes without any keep their places.
  private static func sortLayer(_ layer: Int, isDown: Bool, in graph: inout LayeredGraph) {
    let nodes = graph.layers[layer]
    var keyed: [(key: Int, place: Int, node: Int)] = []
    var free = [Bool](repeating: false, count: nodes.count)
    for (place, node) in nodes.enumerated() {
      let links = isDown ? graph.before.links(of: node) : graph.after.links(of: node)
      guard !links.isEmpty else { continue }
      var sum = 0
      for link in links { sum += graph.positions[link.node] }
      keyed.append((sum * scale / links.count, place, node))
      free[place] = true
    }
    keyed.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    var sorted = nodes
    var next = 0
    for place in nodes.indices where free[place] {
      sorted[place] = keyed[next].node
      next += 1
    }
    graph.setOrder(sorted, of: layer)
  }

  private static func swapNeighbours(in graph: inout LayeredGraph) {
    for layer in graph.layers.indices {
      var hasSwapped = true
      var passes = 0
      while hasSwapped && passes < 3 {
        hasSwapped = false
        passes += 1
        for place in 1..<max(1, graph.layers[layer].count) {
          let left = graph.layers[layer][place - 1]
          let right = graph.layers[layer][place]
          if saved(bySwapping: left, right, in: graph) > 0 {
            graph.swapPlaces(place - 1, place, in: layer)
            hasSwapped = true
          }
        }
      }
    }
  }

  private static func saved(bySwapping left: Int, _ right: Int, in graph: LayeredGraph) -> Int {
    var saved = 0
    for (lefts, rights) in [
      (graph.before.links(of: left), graph.before.links(of: right)),
      (graph.after.links(of: left), graph.after.links(of: right)),
    ] {
      // The product of two degrees: busy nodes would make this quadratic.
      guard lefts.count * rights.count <= 400 else { continue }
      for link in lefts {
        let place = graph.positions[link.node]
        for other in rights {
          let otherPlace = graph.positions[other.node]
          if place > otherPlace { saved += 1 } else if place < otherPlace { saved -= 1 }
        }
      }
    }
    return saved
  }

  /// How many pairs of segments cross: inversions, counted with a Fenwick tree.
  static func crossings(in graph: LayeredGraph) -> Int {
    var total = 0
    for layer in graph.layers.indices.dropLast() {
      let width = graph.layers[layer + 1].count
      var counts = [Int](repeating: 0, count: width + 1)
      var added = 0
      for node in graph.layers[layer] {
        let places = graph.after.links(of: node).map { graph.positions[$0.node] }
        // Segments of one node do not cross each other, so all are counted before one is added.
        for place in places {
          var index = place + 1
          var notAbove = 0
          while index > 0 {
            notAbove += counts[index]
            index &= index - 1
          }
          total += added - notAbove
        }
        for place in places {
          var index = place + 1
          while index <= width {
            counts[index] += 1
            index += index & -index
          }
        }
        added += places.count
      }
    }
    return total
  }
}

extension LayeredGraph {
  mutating func setOrder(_ nodes: [Int], of layer: Int) {
    layers[layer] = nodes
    for (place, node) in nodes.enumerated() { positions[node] = place }
  }

  mutating func swapPlaces(_ left: Int, _ right: Int, in layer: Int) {
    layers[layer].swapAt(left, right)
    positions[layers[layer][left]] = left
    positions[layers[layer][right]] = right
  }
}
