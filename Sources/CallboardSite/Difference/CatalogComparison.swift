import CallboardCatalog

/// Compares two catalogs entity by entity.
///
/// Only what differs is kept, so that memory does not grow with the catalogs.
package struct CatalogComparison: Sendable {
  private var difference = CatalogDifference()
  private var added: [ComparedEntity] = []
  private var removed: [ComparedEntity] = []
  /// Relations that one side lacks or that lead nowhere on one side only; true where they dangle.
  private var gone: [CatalogDifference.Reference: Bool] = [:]
  private var come: [CatalogDifference.Reference: Bool] = [:]

  package init() {}

  /// Takes an entity that only the old catalog has.
  package mutating func add(removed entity: ComparedEntity) {
    removed.append(entity)
    for (reference, isDangling) in Self.references(of: entity) { gone[reference] = isDangling }
  }

  /// Takes an entity that only the new catalog has.
  package mutating func add(added entity: ComparedEntity) {
    added.append(entity)
    for (reference, isDangling) in Self.references(of: entity) { come[reference] = isDangling }
  }

  /// Takes an entity that both catalogs have.
  package mutating func compare(_ before: ComparedEntity, _ after: ComparedEntity) {
    if before.file != after.file {
      difference.moved.append(.init(ref: after.ref, before: before.file, after: after.file))
    }
    if before.relations != after.relations {
      let old = Self.references(of: before)
      let new = Self.references(of: after)
      for (reference, isDangling) in old where new[reference] != isDangling {
        gone[reference] = isDangling
      }
      for (reference, isDangling) in new where old[reference] != isDangling {
        come[reference] = isDangling
      }
    }
    let (oldOwners, newOwners) = (before.owners, after.owners)
    if oldOwners != newOwners {
      difference.reowned.append(.init(ref: after.ref, before: oldOwners, after: newOwners))
    }
    guard before.json != after.json else { return }
    var fields = EntityField.changes(
      from: EntityField.all(of: before.json),
      to: EntityField.all(of: after.json)
    )
    if oldOwners != newOwners { fields.removeAll { $0.path == "spec.owner" } }
    if !fields.isEmpty { difference.changed.append(.init(ref: after.ref, fields: fields)) }
  }

  /// The difference, once every entity was taken.
  ///
  /// - Complexity: O(*n* log *n*) in what differs.
  package func finish() -> CatalogDifference {
    var difference = difference
    let renames = RenameFinder(added: added, removed: removed)
    difference.renamed = renames.pairs
    let now = Dictionary(uniqueKeysWithValues: renames.pairs.map { ($0.before, $0.after) })
    let isNew = Set(renames.pairs.map(\.after))
    difference.added = added.filter { !isNew.contains($0.ref) }.map(\.summary)
    difference.removed = removed.filter { now[$0.ref] == nil }.map(\.summary)
    addRelations(renames: now, to: &difference)

    // What follows a rename is no change of hands.
    difference.reowned.removeAll { change in
      change.before.map { now[$0] ?? $0 }.sorted() == change.after
    }
    difference.added.sort { $0.ref < $1.ref }
    difference.removed.sort { $0.ref < $1.ref }
    difference.moved.sort { $0.ref < $1.ref }
    difference.reowned.sort { $0.ref < $1.ref }
    difference.changed.sort { $0.ref < $1.ref }
    return difference
  }

  private func addRelations(
    renames: [EntityRef: EntityRef],
    to difference: inout CatalogDifference
  ) {
    var before: [CatalogDifference.Reference: Bool] = [:]
    for (reference, isDangling) in gone {
      var reference = reference
      reference.source = renames[reference.source] ?? reference.source
      reference.target = renames[reference.target] ?? reference.target
      before[reference] = isDangling
    }
    for (reference, isDangling) in come {
      switch (before.removeValue(forKey: reference), isDangling) {
      case (true?, true), (false?, false): break
      case (_, true): difference.broken.append(reference)
      case (true?, false): difference.mended.append(reference)
      case (nil, false): difference.relationsAdded.append(reference)
      }
    }
    difference.relationsRemoved = Array(before.keys)
    leaveOutRepetitions(in: &difference)
    difference.broken.sort()
    difference.mended.sort()
    difference.relationsAdded.sort()
    difference.relationsRemoved.sort()
  }

  /// Takes out the relations that come and go with an entity, and those to owners, which have a list of
  /// their own.
  private func leaveOutRepetitions(in difference: inout CatalogDifference) {
    let passing = Set((difference.added + difference.removed).map(\.ref))
    let reowned = Set(difference.reowned.map(\.ref))
    func isRepetition(_ reference: CatalogDifference.Reference) -> Bool {
      passing.contains(reference.source) || passing.contains(reference.target)
        || (reference.type == "ownedBy" && reowned.contains(reference.source))
    }
    difference.relationsAdded.removeAll(where: isRepetition)
    difference.relationsRemoved.removeAll(where: isRepetition)
  }

  /// The relations that lead from an entity, and whether they dangle.
  ///
  /// Of two that say the same from both ends the usual one stands for both; one that dangles has no
  /// other end.
  private static func references(
    of entity: ComparedEntity
  ) -> [CatalogDifference.Reference: Bool] {
    var references: [CatalogDifference.Reference: Bool] = [:]
    for relation in entity.relations where relation.isDangling || !inverse.contains(relation.type) {
      let reference = CatalogDifference.Reference(
        source: entity.ref,
        type: relation.type,
        target: relation.target
      )
      references[reference] = relation.isDangling
    }
    return references
  }

  private static let inverse: Set<String> = [
    "ownerOf", "hasPart", "apiProvidedBy", "apiConsumedBy", "dependencyOf", "parentOf",
    "hasMember", "hasPlugin", "hasSkill",
  ]
}
