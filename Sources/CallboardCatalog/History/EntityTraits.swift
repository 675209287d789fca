/// As much of an entity as its history compares.
struct EntityTraits: Hashable, Sendable {
  let ref: EntityRef
  let title: String
  let owner: EntityRef?
  let type: String?
  let lifecycle: String?
  /// The same for two entities that differ in their namespace and name only.
  let fingerprint: UInt64

  init(_ entity: Entity) {
    ref = entity.ref
    title = entity.displayName
    owner = entity.relations.first { $0.type == .ownedBy }?.target
    type = entity.type
    lifecycle = entity.lifecycle
    fingerprint = EntityFingerprint.of(entity)
  }
}
