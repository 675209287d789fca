import CallboardCatalog

/// The relations of a catalog as relations between its systems or its domains: what a part of one does with a part of
/// another counts as done by the whole.
struct SystemGraph {
  /// What the nodes are.
  enum Level: String, CaseIterable {
    case system
    case domain
  }

  /// Relations of one type from the parts of one node to those of another.
  struct Bundle {
    var source: EntityID
    var type: RelationType
    var target: EntityID
    var count: Int
  }

  /// In the order of the catalog.
  let nodes: [EntityID]
  /// By source, target and type.
  let bundles: [Bundle]

  private static let types: Set<RelationType> = [.dependsOn, .consumesApi, .apiProvidedBy]

  /// - Complexity: O(*n* log *n*) in the number of relations.
  init(_ catalog: Catalog, level: Level) {
    var owners = [EntityID](repeating: -1, count: catalog.entities.count)
    var nodes: [EntityID] = []
    for id in catalog.allIDs where catalog.ref(of: id).kind == level.rawValue { nodes.append(id) }
    for id in catalog.allIDs {
      owners[Int(id)] = Self.owner(of: id, level, in: catalog)
    }
    var counts: [Key: Int] = [:]
    for id in catalog.allIDs where owners[Int(id)] >= 0 {
      for relation in catalog.relations(of: id)
      where !relation.isDangling && Self.types.contains(relation.type) {
        let target = owners[Int(relation.target)]
        guard target >= 0, target != owners[Int(id)] else { continue }
        counts[Key(source: owners[Int(id)], target: target, type: relation.type), default: 0] += 1
      }
    }
    self.nodes = nodes
    bundles = counts.sorted { $0.key < $1.key }.map { key, count in
      Bundle(source: key.source, type: key.type, target: key.target, count: count)
    }
  }

  private struct Key: Hashable, Comparable {
    var source: EntityID
    var target: EntityID
    var type: RelationType

    static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.source, lhs.target, lhs.type) < (rhs.source, rhs.target, rhs.type)
    }
  }

  /// The system or domain that an entity belongs to, itself included; -1 for none.
  private static func owner(of id: EntityID, _ level: Level, in catalog: Catalog) -> EntityID {
    let kind = catalog.ref(of: id).kind
    if kind == level.rawValue { return id }
    if level == .domain, kind != "system", let system = whole(of: id, kind: "system", in: catalog) {
      return whole(of: system, kind: "domain", in: catalog) ?? -1
    }
    return whole(of: id, kind: level.rawValue, in: catalog) ?? -1
  }

  private static func whole(of id: EntityID, kind: String, in catalog: Catalog) -> EntityID? {
    catalog.relations(of: id, .partOf)
      .first { !$0.isDangling && catalog.ref(of: $0.target).kind == kind }?.target
  }

  /// How much a drawing shows at most.
  struct Limits {
    var nodes: Int
    var links: Int
  }

  /// The nodes with most relations and the strongest links between them; the other nodes as one.
  ///
  /// - Parameter more: The address at which all nodes are listed.
  /// - Returns: The graph, and how many links between its nodes are left out.
  func graph(
    _ catalog: Catalog,
    limits: Limits,
    more: Route,
    _ strings: UIStrings = .english
  ) -> (graph: RelationGraph, linksLeftOut: Int) {
    var weights: [EntityID: Int] = [:]
    for bundle in bundles {
      weights[bundle.source, default: 0] += bundle.count
      weights[bundle.target, default: 0] += bundle.count
    }
    let busiest = nodes.sorted { left, right in
      (weights[right, default: 0], left) < (weights[left, default: 0], right)
    }
    var graph = RelationGraph(catalog.relationTypes, strings)
    var indexes: [EntityID: Int] = [:]
    for id in busiest.prefix(limits.nodes).sorted() {
      indexes[id] = graph.add(.entity(catalog[id], in: catalog))
    }
    let inner = bundles.filter { indexes[$0.source] != nil && indexes[$0.target] != nil }
    let strongest = inner.strongest(limits.links)
    for bundle in strongest {
      guard let source = indexes[bundle.source], let target = indexes[bundle.target] else {
        continue
      }
      graph.link(source, bundle.type, target, count: bundle.count)
    }
    if nodes.count > limits.nodes {
      let left = nodes.count - limits.nodes
      let all = strings.text("graph.all", count: nodes.count)
      _ = graph.add(.more(left, detail: all, address: more.urlPath, strings))
    }
    return (graph, inner.count - strongest.count)
  }
}

extension [SystemGraph.Bundle] {
  /// Those that stand for most relations first; all else in their order.
  func strongest(_ limit: Int) -> [SystemGraph.Bundle] {
    let order = indices.sorted { (self[$1].count, $0) < (self[$0].count, $1) }
    return order.prefix(limit).map { self[$0] }
  }
}
