/// The index of an entity in ``Catalog/entities``; -1 where there is none.
package typealias EntityID = Int32

/// One directed edge of the catalog's graph, kept with the entity it leads from.
package struct Relation: Hashable, Sendable {
  package let type: RelationType
  /// -1 when no entity of the site has the reference: the relation dangles.
  package let target: EntityID
  /// The target's place in ``Catalog/refs``, which dangling ones have, too.
  package let targetRef: Int32
  /// The entity whose spec says so: the source, or the target if only the other side declares it.
  package let declaredBy: EntityID
  /// The index of the declaration in that entity's ``Entity/relations``.
  package let declaration: Int32

  package var isDangling: Bool { target < 0 }
}
