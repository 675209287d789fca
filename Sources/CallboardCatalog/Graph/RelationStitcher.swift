/// Makes the flat, sorted edge list of a catalog.
struct RelationStitcher {
  /// A declaration whose target is no entity.
  struct Miss {
    var entity: EntityID
    var declaration: Int32
  }

  /// The catalog's arrays; see ``Catalog`` for their layout.
  struct Output {
    var refs: [EntityRef]
    var relations: [Relation]
    var offsets: [Int32]
    /// In the order of the entities and of their declarations.
    var misses: [Miss]
  }

  private let entities: [Entity]
  private let ids: [EntityRef: EntityID]
  private let relationTypes: RelationVocabulary

  /// References without an entity, numbered after the entities in the order met.
  private var dangling: [EntityRef: Int32] = [:]
  private var danglingRefs: [EntityRef] = []
  private var edges: [Edge] = []
  private var misses: [Miss] = []

  /// An edge whose target is not yet in its final order.
  private struct Edge {
    var source: EntityID
    var type: RelationType
    /// Below the number of entities an ``EntityID``, above it a dangling reference.
    var target: Int32
    var declaredBy: EntityID
    var declaration: Int32
  }

  /// - Parameters:
  ///   - entities: Sorted by reference, each reference once.
  ///   - ids: The index of each.
  ///   - relationTypes: Those of the entities' declarations.
  init(entities: [Entity], ids: [EntityRef: EntityID], relationTypes: RelationVocabulary) {
    self.entities = entities
    self.ids = ids
    self.relationTypes = relationTypes
  }

  /// Makes the arrays; to be called once.
  mutating func stitch() -> Output {
    collectEdges()
    let count = entities.count
    // The dangling references get their sorted order, and all references one common rank.
    let danglingOrder = danglingRefs.indices.sorted { danglingRefs[$0] < danglingRefs[$1] }
    var finalIndex = [Int32](repeating: 0, count: danglingRefs.count)
    for (position, index) in danglingOrder.enumerated() {
      finalIndex[index] = Int32(clamping: count + position)
    }
    let refs = entities.map(\.ref) + danglingOrder.map { danglingRefs[$0] }
    let ranks = Self.ranks(of: refs, entityCount: count)

    var (sorted, offsets) = bucketed(finalIndex: finalIndex)
    var relations: [Relation] = []
    relations.reserveCapacity(sorted.count)
    var finalOffsets: [Int32] = [0]
    finalOffsets.reserveCapacity(count + 1)
    for source in 0..<count {
      let range = offsets[source]..<offsets[source + 1]
      sorted[range].sort { Self.precedes($0, $1, ranks: ranks) }
      for edge in sorted[range] {
        Self.append(edge, to: &relations, after: finalOffsets[source], entityCount: count)
      }
      finalOffsets.append(Int32(clamping: relations.count))
    }
    return Output(refs: refs, relations: relations, offsets: finalOffsets, misses: misses)
  }

  private mutating func collectEdges() {
    for (source, entity) in entities.enumerated() {
      let source = EntityID(clamping: source)
      for (index, declared) in entity.relations.enumerated() {
        let index = Int32(clamping: index)
        let known = ids[declared.target]
        edges.append(
          Edge(
            source: source,
            type: declared.type,
            target: known ?? danglingIndex(of: declared.target),
            declaredBy: source,
            declaration: index
          )
        )
        guard let known else {
          misses.append(Miss(entity: source, declaration: index))
          continue
        }
        edges.append(
          Edge(
            source: known,
            type: relationTypes[declared.type].inverse,
            target: source,
            declaredBy: source,
            declaration: index
          )
        )
      }
    }
  }

  private mutating func danglingIndex(of ref: EntityRef) -> Int32 {
    if let index = dangling[ref] { return index }
    let index = Int32(clamping: entities.count + danglingRefs.count)
    dangling[ref] = index
    danglingRefs.append(ref)
    return index
  }

  /// The edges grouped by source by counting, with their targets' final indexes.
  private func bucketed(finalIndex: [Int32]) -> (edges: [Edge], offsets: [Int]) {
    var offsets = [Int](repeating: 0, count: entities.count + 1)
    for edge in edges { offsets[Int(edge.source) + 1] += 1 }
    for source in entities.indices { offsets[source + 1] += offsets[source] }
    var next = offsets
    var sorted = edges
    for var edge in edges {
      let danglingIndex = Int(edge.target) - entities.count
      if danglingIndex >= 0 { edge.target = finalIndex[danglingIndex] }
      sorted[next[Int(edge.source)]] = edge
      next[Int(edge.source)] += 1
    }
    return (sorted, offsets)
  }

  /// By type and target; what the source declares itself comes before what others declare of it.
  private static func precedes(_ lhs: Edge, _ rhs: Edge, ranks: [Int32]) -> Bool {
    if lhs.type != rhs.type { return lhs.type < rhs.type }
    if lhs.target != rhs.target { return ranks[Int(lhs.target)] < ranks[Int(rhs.target)] }
    let left = lhs.declaredBy == lhs.source
    let right = rhs.declaredBy == rhs.source
    if left != right { return left }
    return lhs.declaration < rhs.declaration
  }

  /// Adds an edge unless it is the one before it again.
  private static func append(
    _ edge: Edge,
    to relations: inout [Relation],
    after start: Int32,
    entityCount: Int
  ) {
    if relations.count > Int(start), let last = relations.last,
      last.type == edge.type, last.targetRef == edge.target
    {
      return
    }
    relations.append(
      Relation(
        type: edge.type,
        target: Int(edge.target) < entityCount ? edge.target : -1,
        targetRef: edge.target,
        declaredBy: edge.declaredBy,
        declaration: edge.declaration
      )
    )
  }

  /// The place of each reference in the sorted order of all, by merging the two sorted halves.
  private static func ranks(of refs: [EntityRef], entityCount: Int) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: refs.count)
    var known = 0
    var missing = entityCount
    for rank in 0..<refs.count {
      let takesKnown =
        missing == refs.count || (known < entityCount && refs[known] < refs[missing])
      ranks[takesKnown ? known : missing] = Int32(clamping: rank)
      if takesKnown { known += 1 } else { missing += 1 }
    }
    return ranks
  }
}
