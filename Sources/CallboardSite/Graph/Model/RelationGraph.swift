import CallboardCatalog

/// A part of the catalog's graph as a page draws it: entities, and links between two of them.
struct RelationGraph {
  /// What a node stands for, which decides how it looks.
  enum Shape {
    case entity
    /// A reference that names no entity of the site.
    case missing
    /// Entities that are left out.
    case more
  }

  struct Node {
    var shape: Shape
    /// What stands in the node, before it is shortened.
    var label: String
    /// The full reference; for ``Shape/more`` what is left out.
    var detail: String
    /// In lower case; empty for ``Shape/more``.
    var kind: String
    /// The icon of the kind.
    var icon: String
    /// Relative to the site's root, or a fragment of the page; nil where there is nothing to link to.
    var address: String?
    /// A number at the node's end, such as that of a group's members.
    var note: String?
  }

  /// All relations between two nodes.
  struct Link {
    var source: Int
    var target: Int
    /// In their primary directions, those that lead from source to target.
    var forward: [RelationType] = []
    /// Those that lead from target to source.
    var backward: [RelationType] = []
    /// How many relations between other entities it stands for; nil for one.
    var count: Int?
  }

  var nodes: [Node] = []
  var links: [Link] = []
  /// The node that the graph is about; nil for none.
  var root: Int?
  let strings: UIStrings
  private let vocabulary: RelationVocabulary
  private var linkByPair: [Pair: Int] = [:]

  private struct Pair: Hashable {
    var low: Int
    var high: Int
  }

  init(_ vocabulary: RelationVocabulary, _ strings: UIStrings) {
    self.vocabulary = vocabulary
    self.strings = strings
  }

  /// Adds a node and gives its index.
  mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  /// Joins two nodes by a relation as it is seen from `from`; the same relation again adds nothing.
  ///
  /// - Parameter count: How many relations it stands for, added to what the link has; nil for one.
  mutating func link(_ from: Int, _ type: RelationType, _ to: Int, count: Int? = nil) {
    let definition = vocabulary[type]
    let (source, target) = definition.isPrimary ? (from, to) : (to, from)
    let primary = definition.isPrimary ? type : definition.inverse
    let pair = Pair(low: min(source, target), high: max(source, target))
    guard let index = linkByPair[pair] else {
      linkByPair[pair] = links.count
      links.append(Link(source: source, target: target, forward: [primary], count: count))
      return
    }
    if let count { links[index].count = (links[index].count ?? 0) + count }
    if links[index].source == source {
      if !links[index].forward.contains(primary) { links[index].forward.append(primary) }
    } else if !links[index].backward.contains(primary) {
      links[index].backward.append(primary)
    }
  }

  /// The graph as the layout takes it.
  func layoutGraph(sizes: [LayoutGraph.Size]) -> LayoutGraph {
    LayoutGraph(
      nodes: sizes,
      edges: links.map { .init(source: $0.source, target: $0.target) },
      root: root
    )
  }
}

extension RelationGraph {
  /// The relations of a link in words, each once: arrows tell whether it leads both ways.
  func relations(of link: Link) -> String {
    let backward = link.backward.filter { !link.forward.contains($0) }
    return (link.forward + backward).map(label).joined(separator: ", ")
  }

  /// The relation's name.
  func name(_ type: RelationType) -> String { vocabulary[type].name }

  /// The verb on an edge, read along its arrow.
  func label(_ type: RelationType) -> String { Self.label(vocabulary[type].name, strings) }

  /// The verb for a primary direction; a site's own relations are called by their names.
  static func label(_ name: String, _ strings: UIStrings) -> String {
    strings["edge.\(name)"] != nil
      ? strings.text("edge.\(name)") : RelationGroups.label(name, strings).lowercased()
  }
}
