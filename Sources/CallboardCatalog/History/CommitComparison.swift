/// Compares the entities that a commit touched before and after it.
struct CommitComparison {
  /// By reference, then by change.
  private(set) var events: [CatalogEvent] = []

  /// - Parameters:
  ///   - before: The entities in the order of their references; nil for one that was not there.
  ///   - after: The same entities after the commit.
  init(before: [HeldEntity?], after: [HeldEntity?]) {
    var added: [HeldEntity] = []
    var removed: [HeldEntity] = []
    for (before, after) in zip(before, after) {
      switch (before, after) {
      case (nil, let after?): added.append(after)
      case (let before?, nil): removed.append(before)
      case (let before?, let after?): compare(before, after)
      case (nil, nil): break
      }
    }
    report(added: added, removed: removed)
    events.sort { ($0.ref, $0.change.order) < ($1.ref, $1.change.order) }
  }

  private mutating func compare(_ before: HeldEntity, _ after: HeldEntity) {
    if before.path != after.path { add(.moved(from: before.path), to: after) }
    let (old, new) = (before.traits, after.traits)
    if old.owner != new.owner { add(.owner(from: old.owner, to: new.owner), to: after) }
    if old.type != new.type { add(.type(from: old.type, to: new.type), to: after) }
    if old.lifecycle != new.lifecycle {
      add(.lifecycle(from: old.lifecycle, to: new.lifecycle), to: after)
    }
  }

  /// An entity that goes while one comes that says the same, with no other of either kind, was renamed.
  private mutating func report(added: [HeldEntity], removed: [HeldEntity]) {
    let coming = Dictionary(grouping: added, by: \.traits.fingerprint)
    let going = Dictionary(grouping: removed, by: \.traits.fingerprint)
    var renamed: Set<EntityRef> = []
    for entity in added {
      let fingerprint = entity.traits.fingerprint
      guard let old = going[fingerprint], old.count == 1, coming[fingerprint]?.count == 1 else {
        add(.added, to: entity)
        continue
      }
      renamed.insert(old[0].traits.ref)
      add(.renamed(from: old[0].traits.ref), to: entity)
    }
    for entity in removed where !renamed.contains(entity.traits.ref) { add(.removed, to: entity) }
  }

  private mutating func add(_ change: CatalogEvent.Change, to entity: HeldEntity) {
    events.append(
      CatalogEvent(
        ref: entity.traits.ref,
        change: change,
        title: entity.traits.title,
        owner: entity.traits.owner,
        path: entity.path
      )
    )
  }
}

extension CatalogEvent.Change {
  /// The place of its name among all.
  fileprivate var order: Int { Name.allCases.firstIndex(of: name) ?? 0 }
}
