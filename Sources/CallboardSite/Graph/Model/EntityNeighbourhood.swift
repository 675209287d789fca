import CallboardCatalog

/// What stands around one entity in its page's graph: everything one step away, up to a number of entities for
/// each type of relation, and what is two steps away where that is little.
struct EntityNeighbourhood {
  let catalog: Catalog
  var strings = UIStrings.english

  /// Neighbours by one type of relation; when there are more, one node stands for the rest.
  static let breadth = 7
  /// With more nodes than this, the graph ends one step away.
  static let deepNodes = 16
  /// With more relations than this among the neighbours, their neighbours are not even looked at.
  static let deepRelations = 48

  /// - Returns: The graph with the entity as its root, and how many steps it covers.
  func graph(around id: EntityID) -> (graph: RelationGraph, depth: Int) {
    var builder = Builder(catalog: catalog, root: id, strings)
    builder.addNeighbours()
    let reachesTwo = builder.addSecondNeighbours()
    return (builder.graph, reachesTwo ? 2 : 1)
  }

  /// The order of neighbours: what the entity belongs to first, a site's own relations last.
  private static let order: [RelationType] = [
    .partOf, .childOf, .memberOf, .ownedBy, .apiConsumedBy, .dependencyOf, .providesApi,
    .consumesApi, .dependsOn, .apiProvidedBy, .hasPart, .parentOf, .hasMember, .ownerOf, .hasSkill,
    .hasPlugin, .skillOf, .pluginOf,
  ]

  private struct Builder {
    let catalog: Catalog
    let root: EntityID
    var graph: RelationGraph
    /// By the place of a reference in the catalog.
    var nodeOfRef: [Int32: Int] = [:]
    var hasMore = false

    init(catalog: Catalog, root: EntityID, _ strings: UIStrings) {
      self.catalog = catalog
      self.root = root
      graph = RelationGraph(catalog.relationTypes, strings)
      graph.root = node(ofRef: root, isMissing: false)
    }

    mutating func node(ofRef place: Int32, isMissing: Bool) -> Int {
      if let known = nodeOfRef[place] { return known }
      let index = graph.add(
        isMissing
          ? .missing(catalog.refs[Int(place)], in: catalog) : .entity(catalog[place], in: catalog)
      )
      nodeOfRef[place] = index
      return index
    }

    mutating func addNeighbours() {
      let relations = catalog.relations(of: root)
      var start = relations.startIndex
      var groups: [(type: RelationType, relations: ArraySlice<Relation>)] = []
      for (type, count) in RelationGroups.counts(relations) {
        groups.append((type, relations[start..<(start + count)]))
        start += count
      }
      let order = EntityNeighbourhood.order
      let ranked = groups.map { group in
        (rank: order.firstIndex(of: group.type) ?? order.count, group: group)
      }
      for entry in ranked.sorted(by: { ($0.rank, $0.group.type) < ($1.rank, $1.group.type) }) {
        add(entry.group.type, entry.group.relations)
      }
    }

    private mutating func add(_ type: RelationType, _ relations: ArraySlice<Relation>) {
      // A node that says "one more" takes the place of the one.
      let isWhole = relations.count <= EntityNeighbourhood.breadth + 1
      let chosen = isWhole ? relations : mostRelated(relations)
      for relation in chosen {
        graph.link(0, type, node(ofRef: relation.targetRef, isMissing: relation.isDangling))
      }
      guard !isWhole else { return }
      var left = relations.count - chosen.count
      let shown = Set(chosen.map(\.targetRef))
      for relation in relations where !shown.contains(relation.targetRef) {
        // Shown already for another relation: then this one costs no node.
        if let known = nodeOfRef[relation.targetRef] {
          graph.link(0, type, known)
          left -= 1
        }
      }
      guard left > 0 else { return }
      hasMore = true
      let name = catalog.relationTypes[type].name
      graph.link(0, type, graph.add(more(left, name, relations)))
    }

    /// The node for what is left; it leads to the list of all, if there is one list of them.
    private func more(
      _ count: Int,
      _ relation: String,
      _ relations: ArraySlice<Relation>
    ) -> RelationGraph.Node {
      // A list is of one kind, and relations are sorted by it.
      let kinds = [relations.first, relations.last].compactMap(\.self)
        .map { catalog.targetRef(of: $0).kind }
      let isListed = relations.count > PageSize.relations && kinds.first == kinds.last
      let list = isListed ? kinds.first : nil
      let ref = catalog.ref(of: root)
      let route = list.map { Routes.relationList(ref, relation: relation, kind: $0).urlPath }
      return .more(
        count,
        detail: graph.strings.text(
          "graph.all-of",
          ["relation": RelationGroups.label(relation, graph.strings)],
          count: relations.count
        ),
        address: route ?? "#cb:relations",
        graph.strings
      )
    }

    /// The neighbours with most relations of their own, in the order of the catalog.
    private func mostRelated(_ relations: ArraySlice<Relation>) -> ArraySlice<Relation> {
      var best: [(weight: Int, relation: Relation)] = []
      for relation in relations {
        let weight = relation.isDangling ? 0 : catalog.relations(of: relation.target).count
        guard best.count < EntityNeighbourhood.breadth || weight > (best.last?.weight ?? 0) else {
          continue
        }
        let place = best.firstIndex { $0.weight < weight } ?? best.count
        best.insert((weight, relation), at: place)
        if best.count > EntityNeighbourhood.breadth { best.removeLast() }
      }
      let chosen = Set(best.map(\.relation.targetRef))
      return relations.filter { chosen.contains($0.targetRef) }[...]
    }

    /// - Returns: Whether what is two steps away could be added whole.
    mutating func addSecondNeighbours() -> Bool {
      guard !hasMore, graph.nodes.count > 1, graph.nodes.count <= EntityNeighbourhood.deepNodes
      else { return false }
      let neighbours = catalog.relations(of: root).filter { !$0.isDangling }.map(\.target)
      var relationCount = 0
      var refs = Set(nodeOfRef.keys)
      for neighbour in neighbours {
        let relations = catalog.relations(of: neighbour)
        relationCount += relations.count
        guard relationCount <= EntityNeighbourhood.deepRelations else { return false }
        for relation in relations { refs.insert(relation.targetRef) }
        guard refs.count <= EntityNeighbourhood.deepNodes else { return false }
      }
      guard refs.count > nodeOfRef.count || relationCount > neighbours.count else { return false }
      for neighbour in neighbours {
        let from = node(ofRef: neighbour, isMissing: false)
        for relation in catalog.relations(of: neighbour) {
          let to = node(ofRef: relation.targetRef, isMissing: relation.isDangling)
          graph.link(from, relation.type, to)
        }
      }
      return true
    }
  }
}

extension RelationGraph.Node {
  static func entity(_ entity: Entity, in catalog: Catalog) -> RelationGraph.Node {
    RelationGraph.Node(
      shape: .entity,
      label: entity.displayName,
      detail: entity.ref.description,
      kind: entity.ref.kind,
      icon: KindStyle.icon(of: entity.ref.kind, in: catalog.model),
      address: Routes.entity(entity.ref).urlPath
    )
  }

  static func missing(_ ref: EntityRef, in catalog: Catalog) -> RelationGraph.Node {
    RelationGraph.Node(
      shape: .missing,
      label: ref.name,
      detail: ref.description,
      kind: ref.kind,
      icon: KindStyle.icon(of: ref.kind, in: catalog.model),
      address: ref.isWellFormed ? Routes.entity(ref).urlPath : nil
    )
  }

  /// The rest of what a node is related to.
  ///
  /// - Parameter detail: What is left out.
  static func more(
    _ count: Int,
    detail: String,
    address: String,
    _ strings: UIStrings
  ) -> RelationGraph.Node {
    RelationGraph.Node(
      shape: .more,
      label: strings.text("graph.more", count: count),
      detail: detail,
      kind: "",
      icon: "",
      address: address
    )
  }
}
