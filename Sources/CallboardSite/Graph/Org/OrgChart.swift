import CallboardCatalog

/// Draws the groups of one page of the org chart.
struct OrgChart {
  let catalog: Catalog
  let tree: OrgTree
  var strings = UIStrings.english

  /// With more groups a drawing would say less than the list.
  private static let maximumGroups = 60
  /// Wider than this, levels are columns instead of rows.
  private static let maximumWidth = 1180

  /// - Returns: nil when there are too few groups for a drawing or too many.
  func drawing(_ outline: OrgOutline) -> GraphDrawing? {
    let shown = outline.shown(tree)
    guard (2...Self.maximumGroups).contains(shown.count),
      !outline.isOpen.isEmpty || outline.root != nil
    else { return nil }
    var graph = RelationGraph(catalog.relationTypes, strings)
    var nodes: [Int: Int] = [:]
    if let root = outline.root {
      nodes[root] = graph.add(node(root))
      graph.root = nodes[root]
    }
    for group in shown {
      let index = graph.add(node(group))
      nodes[group] = index
      if let parent = tree.groups[group].parent, let above = nodes[parent] {
        graph.link(above, .parentOf, index)
      }
      if !outline.isOpen.contains(group), !tree.groups[group].children.isEmpty {
        graph.link(index, .parentOf, graph.add(more(group)))
      }
    }
    var options = LayoutOptions(direction: .topToBottom, layerGap: 44, nodeGap: 18, partGap: 36)
    let upright = GraphDrawing(graph, options, style: .tree)
    guard upright.layout.width > Self.maximumWidth else { return upright }
    options.direction = .leftToRight
    options.layerGap = 64
    options.nodeGap = 12
    return GraphDrawing(graph, options, style: .tree)
  }

  private func node(_ group: Int) -> RelationGraph.Node {
    var node = RelationGraph.Node.entity(catalog[tree.groups[group].id], in: catalog)
    let members = tree.groups[group].memberCount
    if members > 0 { node.note = String(members) }
    return node
  }

  private func more(_ group: Int) -> RelationGraph.Node {
    let ref = catalog.ref(of: tree.groups[group].id)
    return .more(
      tree.groups[group].children.count,
      detail: strings.text("graph.groups-below", ["name": ref.name]),
      address: Routes.org(below: ref).urlPath,
      strings
    )
  }
}
