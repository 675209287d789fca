import CallboardCatalog

extension Catalog {
  /// The first entity that a relation leads to, in the order of refs.
  ///
  /// - Parameter kind: In lower case; nil takes any kind.
  func firstTarget(_ type: RelationType, of id: EntityID, kind: String? = nil) -> EntityRef? {
    relations(of: id, type).lazy.map { targetRef(of: $0) }.first { kind == nil || $0.kind == kind }
  }
}
