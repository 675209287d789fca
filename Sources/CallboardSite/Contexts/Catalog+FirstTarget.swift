import CallboardCatalog

extension Catalog {
  /// The first entity that a relation leads to, in the order of refs.
  ///
  /// - Parameter kind: In lower case; nil takes any kind.
  func firstTarget(_ type: RelationType, of id: EntityID, kind: String? = nil) -> EntityRef? {
    firstRelation(type, of: id, kind: kind).map { targetRef(of: $0) }
  }

  /// The relation to ``firstTarget(_:of:kind:)``, which knows the target's id.
  func firstRelation(_ type: RelationType, of id: EntityID, kind: String? = nil) -> Relation? {
    relations(of: id, type).first { kind == nil || targetRef(of: $0).kind == kind }
  }

  /// The domain that an entity belongs to: the one it names, else that of its system, else that of the component
  /// which it is a part of.
  ///
  /// Of domains within each other it is the nearest. A chain longer than eight, or in a circle, has none.
  func domain(of id: EntityID) -> EntityRef? {
    var current = id
    for _ in 0..<8 {
      var next: EntityID?
      for relation in relations(of: current, .partOf) {
        let target = targetRef(of: relation)
        if target.kind == "domain" { return target }
        // Systems follow components in the order of targets, and a part's own system comes first.
        if !relation.isDangling, target.kind == "system" || next == nil { next = relation.target }
      }
      guard let next else { return nil }
      current = next
    }
    return nil
  }
}
