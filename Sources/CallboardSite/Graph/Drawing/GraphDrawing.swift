import CallboardCatalog
import CallboardHTML

/// Draws a graph as inline SVG with a link in each node; colours come from the theme's classes.
struct GraphDrawing {
  let graph: RelationGraph
  let layout: GraphLayout
  let style: Style
  private let isHorizontal: Bool
  private let labels: [String]

  /// What is drawn beside nodes and lines.
  enum Style {
    /// Arrows, with the relations in words.
    case relations
    /// Plain lines, for a tree whose only relation needs no words.
    case tree
  }

  static let nodeHeight = 36
  private static let fontSize = 13
  private static let maximumLabelWidth = 176
  private static let iconSize = 16
  private static let margin = 14
  /// From the node's left edge to its text, where there is an icon.
  private static let textStart = 36
  private static let textEnd = 14
  private static let noteSize = 11
  private static let noteGap = 10

  init(_ graph: RelationGraph, _ options: LayoutOptions, style: Style = .relations) {
    self.graph = graph
    self.style = style
    isHorizontal = options.direction.isHorizontal
    var labels: [String] = []
    var sizes: [LayoutGraph.Size] = []
    for node in graph.nodes {
      let fitted = LabelWidth.fitted(
        node.label,
        size: Self.fontSize,
        limit: Self.maximumLabelWidth
      )
      labels.append(fitted.text)
      let start = node.shape == .more ? Self.textEnd : Self.textStart
      let note = node.note.map { LabelWidth.of($0, size: Self.noteSize) + Self.noteGap } ?? 0
      let width = start + fitted.width + note + Self.textEnd
      sizes.append(.init(width: width + width % 2, height: Self.nodeHeight))
    }
    self.labels = labels
    layout = GraphLayout.make(graph.layoutGraph(sizes: sizes), options)
  }

  /// The `svg` element.
  ///
  /// - Parameters:
  ///   - name: What the drawing shows, for assistive technology.
  ///   - root: Leads from the page to the site's root.
  ///   - sprite: The address of the icons.
  func svg(name: String, root: String, sprite: String) -> HTML {
    var writer = SVGWriter(reservingCapacity: 1024 + 400 * graph.nodes.count)
    let margin = Self.margin
    writer.write("<svg class=\"graph-drawing\" role=\"group\" aria-label=\"")
    writer.write(escaping: name)
    writer.write("\" width=\"")
    writer.write(layout.width + 2 * margin)
    writer.write("\" height=\"")
    writer.write(layout.height + 2 * margin)
    writer.write("\" viewBox=\"")
    writer.write(-margin, -margin)
    writer.write(" ")
    writer.write(layout.width + 2 * margin, layout.height + 2 * margin)
    writer.write("\">")
    writeEdges(to: &writer)
    for index in graph.nodes.indices {
      writeNode(index, root: root, sprite: sprite, to: &writer)
    }
    writer.write("</svg>")
    return writer.html
  }

  /// The relations that are drawn, each once, in the order in which they come.
  var relations: [RelationType] {
    var found: [RelationType] = []
    for link in graph.links {
      for type in link.forward + link.backward where !found.contains(type) { found.append(type) }
    }
    return found
  }

  private func writeEdges(to writer: inout SVGWriter) {
    let bendsEarly = EdgeLabels.standAtTarget(graph.links, nodeCount: graph.nodes.count)
    var bundles: [(title: String, type: RelationType, path: EdgePath)] = []
    for (index, link) in graph.links.enumerated() {
      guard let type = link.forward.first ?? link.backward.first else { continue }
      let title = graph.relations(of: link)
      let place = bundles.firstIndex { $0.title == title } ?? bundles.count
      if place == bundles.count {
        bundles.append((title, type, EdgePath(isHorizontal: isHorizontal)))
      }
      if link.source == link.target {
        bundles[place].path.addLoop(at: layout.nodes[link.source])
      } else {
        bundles[place].path.add(
          layout.edges[index],
          pointsForth: style == .relations && !link.forward.isEmpty,
          pointsBack: style == .relations && !link.backward.isEmpty,
          bendsEarly: bendsEarly[index]
        )
      }
    }
    for bundle in bundles {
      writer.write("<g class=\"graph-edge\" data-cb-relation=\"")
      writer.write(escaping: graph.name(bundle.type))
      writer.write("\" aria-hidden=\"true\"><title>")
      writer.write(escaping: bundle.title)
      writer.write("</title><path class=\"graph-line\" d=\"")
      writer.write(bundle.path.line)
      if !bundle.path.arrows.bytes.isEmpty {
        writer.write("\"/><path class=\"graph-arrow\" d=\"")
        writer.write(bundle.path.arrows)
      }
      writer.write("\"/></g>")
    }
    if style == .relations { writeLabels(to: &writer) }
  }

  private func writeLabels(to writer: inout SVGWriter) {
    let labels = EdgeLabels(layout, graph, isHorizontal: isHorizontal)
    guard !labels.places.isEmpty else { return }
    writer.write("<g class=\"graph-labels\" aria-hidden=\"true\">")
    for place in labels.places {
      writer.write("<text x=\"")
      writer.write(place.x)
      writer.write("\" y=\"")
      writer.write(place.y)
      writer.write("\" text-anchor=\"")
      writer.write(place.anchor)
      writer.write("\">")
      writer.write(escaping: place.text)
      writer.write("</text>")
    }
    writer.write("</g>")
  }

  private func writeNode(_ index: Int, root: String, sprite: String, to writer: inout SVGWriter) {
    let node = graph.nodes[index]
    let box = layout.nodes[index]
    writer.write(node.address == nil ? "<g" : "<a")
    writer.write(" class=\"graph-node")
    switch node.shape {
    case .entity: break
    case .missing: writer.write(" is-missing")
    case .more: writer.write(" is-more")
    }
    if index == graph.root { writer.write(" is-root\" aria-current=\"true") }
    if !node.kind.isEmpty {
      writer.write("\" data-cb-kind=\"")
      writer.write(escaping: node.kind)
    }
    if let address = node.address {
      writer.write("\" href=\"")
      if !address.hasPrefix("#") { writer.write(escaping: root) }
      writer.write(escaping: address)
    }
    writer.write("\" transform=\"translate(")
    writer.write(box.x, box.y)
    writer.write(")\"><title>")
    writeTitle(of: node, to: &writer)
    writer.write("</title><rect width=\"")
    writer.write(box.width)
    writer.write("\" height=\"")
    writer.write(box.height)
    writer.write(node.shape == .more ? "\" rx=\"18\"/>" : "\" rx=\"8\"/>")
    if node.shape != .more {
      writer.write("<use href=\"")
      writer.write(escaping: sprite)
      writer.write("#")
      writer.write(escaping: node.icon)
      writer.write("\" x=\"12\" y=\"10\" width=\"16\" height=\"16\"/>")
    }
    writer.write("<text x=\"")
    writer.write(node.shape == .more ? Self.textEnd : Self.textStart)
    writer.write("\" y=\"23\">")
    writer.write(escaping: labels[index])
    writer.write("</text>")
    if let note = node.note {
      writer.write("<text class=\"graph-note\" text-anchor=\"end\" x=\"")
      writer.write(box.width - Self.textEnd)
      writer.write("\" y=\"22\">")
      writer.write(escaping: note)
      writer.write("</text>")
    }
    writer.write(node.address == nil ? "</g>" : "</a>")
  }

  /// Holds the whole label, so that what is seen is part of the link's name.
  private func writeTitle(of node: RelationGraph.Node, to writer: inout SVGWriter) {
    writer.write(escaping: node.label)
    writer.write(" (")
    writer.write(escaping: node.detail)
    if node.shape == .missing {
      writer.write(", ")
      writer.write(escaping: graph.strings.text("graph.missing"))
    }
    writer.write(")")
  }
}
