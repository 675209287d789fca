package import CallboardDiagnostics

extension Catalog {
  /// Stitches entities into a graph: each declared relation gains its inverse.
  ///
  /// A reference that several documents of one file declare is the last one's. Between files the first
  /// in the order of `entities` keeps it, and each later one is reported and left out; so the
  /// caller's order decides, never that of a crawl.
  /// A relation to an unknown entity is kept, marked, and reported as a warning: one team's typo
  /// must not take down another team's portal.
  ///
  /// - Parameters:
  ///   - model: The kinds and relations of the site.
  ///   - elsewhere: Entities that are in no file of this site and yet known to exist, ascending. A relation
  ///     to one of them is kept as a dangling one and is no finding.
  /// - Complexity: O(*n* log *n*) in the number of entities and declared relations. The search for
  ///   near misses is bounded.
  package static func stitch(
    _ entities: [Entity],
    model: CatalogModel = .builtIn,
    elsewhere: [EntityRef] = []
  ) -> Diagnosed<Catalog> {
    var diagnostics: [Diagnostic] = []
    let chosen = choose(from: entities, diagnostics: &diagnostics)
    var graph = RelationStitcher(
      entities: chosen.entities,
      ids: chosen.ids,
      relationTypes: model.relationTypes
    )
    let stitched = graph.stitch()

    let absentees = Absentees(elsewhere)
    let suggestions = suggestions(
      for: stitched.misses,
      in: chosen.entities,
      absentees: absentees,
      diagnostics: &diagnostics
    )
    diagnostics += missingAnnotationTargets(
      in: chosen.entities,
      ids: chosen.ids,
      absentees: absentees
    )
    let catalog = Catalog(
      entities: chosen.entities,
      refs: stitched.refs,
      relations: stitched.relations,
      offsets: stitched.offsets,
      ids: chosen.ids,
      suggestions: suggestions,
      model: model
    )
    return Diagnosed(catalog, diagnostics: diagnostics)
  }

  /// The entity that each reference stands for, sorted by reference.
  private static func choose(
    from entities: [Entity],
    diagnostics: inout [Diagnostic]
  ) -> (entities: [Entity], ids: [EntityRef: EntityID]) {
    var slots: [EntityRef: Int32] = [:]
    slots.reserveCapacity(entities.count)
    var winners: [Int] = []
    for (index, entity) in entities.enumerated() {
      guard let slot = slots[entity.ref] else {
        slots[entity.ref] = Int32(clamping: winners.count)
        winners.append(index)
        continue
      }
      let winner = entities[winners[Int(slot)]]
      if winner.file == entity.file {
        winners[Int(slot)] = index
      } else {
        diagnostics.append(.entityDuplicate(entity, winner: winner))
      }
    }

    let order = winners.indices.sorted { entities[winners[$0]].ref < entities[winners[$1]].ref }
    var idOfSlot = [EntityID](repeating: 0, count: order.count)
    for (id, slot) in order.enumerated() { idOfSlot[slot] = EntityID(clamping: id) }
    return (order.map { entities[winners[$0]] }, slots.mapValues { idOfSlot[Int($0)] })
  }

  /// Reports each declaration whose target is no entity.
  ///
  /// - Returns: The near misses of each target.
  private static func suggestions(
    for misses: [RelationStitcher.Miss],
    in entities: [Entity],
    absentees: Absentees,
    diagnostics: inout [Diagnostic]
  ) -> [EntityRef: [EntityRef]] {
    guard !misses.isEmpty else { return [:] }
    var nearMisses = NearMisses(refs: entities.map(\.ref) + absentees.refs)
    // One line of CODEOWNERS may stand for many entities, and is one mistake.
    var reported: Set<SourceSpan> = []
    for miss in misses {
      let declared = entities[Int(miss.entity)].relations[Int(miss.declaration)]
      if absentees.contains(declared.target) { continue }
      if declared.field == CodeOwner.field, !reported.insert(declared.span).inserted { continue }
      let nearest = nearMisses.suggestions(for: declared.target).first
      diagnostics.append(.relationTargetMissing(declared, nearMiss: nearest))
    }
    return nearMisses.answers
  }
}

/// Entities that a catalog lacks and that are known to exist all the same.
struct Absentees {
  /// Ascending, so that hints do not depend on hashing.
  let refs: [EntityRef]
  private let known: Set<EntityRef>

  init(_ refs: [EntityRef]) {
    self.refs = refs
    known = Set(refs)
  }

  func contains(_ ref: EntityRef) -> Bool { known.contains(ref) }
}
