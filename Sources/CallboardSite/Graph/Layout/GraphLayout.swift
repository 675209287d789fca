/// A layered drawing of a graph: where each node stands and by which points each edge leads.
///
/// The method of Sugiyama, Tagawa and Toda (1981): cycles are broken, nodes are put on layers, long
/// edges get a bend on each layer that they cross, the order within the layers is chosen for few
/// crossings, and coordinates for straight edges. All numbers are whole, so that every machine draws the same
/// bytes; `theme/scripts/graph/layout/` holds the same method for the browser, with the same results.
struct GraphLayout: Equatable {
  /// A point of the drawing, from its left upper corner, x to the right and y down.
  struct Point: Equatable {
    var x: Int
    var y: Int
  }

  /// The place of a node.
  struct Box: Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  var width: Int
  var height: Int
  /// As many as the graph has nodes.
  var nodes: [Box]
  /// As many as the graph has edges, each from its source to its target: border to border, in pairs,
  /// between which the edge crosses a gap between layers. Empty for an edge from a node to itself.
  var edges: [[Point]]
}

/// A graph to be drawn. Nodes are named by their index.
struct LayoutGraph: Equatable {
  /// The sizes of nodes; even numbers, so that centres are whole.
  var nodes: [Size]
  /// Several edges between two nodes, edges from a node to itself and cycles are allowed.
  var edges: [Edge]
  /// The node whose part of the graph is drawn first; nil for none.
  var root: Int?

  struct Size: Equatable {
    var width: Int
    var height: Int
  }

  struct Edge: Hashable {
    var source: Int
    var target: Int
  }
}

/// How a graph is drawn.
struct LayoutOptions: Equatable {
  /// Where edges lead, as far as cycles allow.
  enum Direction: String, CaseIterable {
    case leftToRight = "LR"
    case topToBottom = "TB"
    case rightToLeft = "RL"
    case bottomToTop = "BT"

    /// Whether layers are columns.
    var isHorizontal: Bool { self == .leftToRight || self == .rightToLeft }
  }

  var direction = Direction.leftToRight
  /// Between two layers, at least; wider where edges lead far up or down.
  var layerGap = 96
  /// Between neighbours of a layer.
  var nodeGap = 14
  /// Beside an edge that crosses a layer.
  var edgeGap = 10
  /// Between parts of the graph that no edge joins.
  var partGap = 28
  /// How much wider than high parts are packed together, in tenths.
  var aspectTenths = 16
}

extension GraphLayout {
  /// Draws a graph. Edges whose ends are no nodes must not occur.
  ///
  /// - Complexity: O((*n* + *m*) log (*n* + *m*)) with a bounded number of sweeps, *m* including one bend for
  ///   each layer that an edge crosses, which are bounded, too.
  static func make(_ graph: LayoutGraph, _ options: LayoutOptions) -> GraphLayout {
    let parts = LayoutParts(graph)
    var layout = GraphLayout(
      width: 0,
      height: 0,
      nodes: graph.nodes.map { Box(x: 0, y: 0, width: $0.width, height: $0.height) },
      edges: Array(repeating: [], count: graph.edges.count)
    )
    let drawings = parts.all.map { part in draw(part, of: graph, options, into: &layout) }
    layout.pack(parts.all, sizes: drawings, options)
    return layout
  }

  /// Draws one part at the origin.
  private static func draw(
    _ part: LayoutParts.Part,
    of graph: LayoutGraph,
    _ options: LayoutOptions,
    into layout: inout GraphLayout
  ) -> LayoutGraph.Size {
    let isHorizontal = options.direction.isHorizontal
    if part.nodes.count == 1, let node = part.nodes.first { return graph.nodes[node] }
    var layered = LayeredGraph(part, of: graph, isHorizontal: isHorizontal)
    LayerOrdering.order(&layered)
    let across = LayerCoordinates.assign(layered, options)
    return layout.place(layered, across: across, part, options)
  }
}
