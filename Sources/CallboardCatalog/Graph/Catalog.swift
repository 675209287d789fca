/// All entities of a site and the graph of their relations, in flat arrays.
///
/// Made by ``stitch(_:model:)``; does not change afterwards.
package final class Catalog: Sendable {
  /// Sorted by reference; an ``EntityID`` is an index into this.
  package let entities: [Entity]

  /// The entities' references in order, then those that name no entity, sorted.
  package let refs: [EntityRef]

  /// The kinds and relations that the site knows.
  package let model: CatalogModel

  /// All relations, grouped by their source in the order of the entities.
  private let relations: [Relation]
  /// Where each entity's relations begin in `relations`; one more than there are entities.
  private let offsets: [Int32]
  private let ids: [EntityRef: EntityID]
  private let suggestions: [EntityRef: [EntityRef]]

  /// A catalog without entities.
  package convenience init() {
    self.init(
      entities: [],
      refs: [],
      relations: [],
      offsets: [0],
      ids: [:],
      suggestions: [:],
      model: .builtIn
    )
  }

  init(
    entities: [Entity],
    refs: [EntityRef],
    relations: [Relation],
    offsets: [Int32],
    ids: [EntityRef: EntityID],
    suggestions: [EntityRef: [EntityRef]],
    model: CatalogModel
  ) {
    self.entities = entities
    self.refs = refs
    self.relations = relations
    self.offsets = offsets
    self.ids = ids
    self.suggestions = suggestions
    self.model = model
  }

  /// The id of an entity, or nil if no entity of the site has the reference.
  package func id(of ref: EntityRef) -> EntityID? { ids[ref] }

  /// The entity that a reference stands for, or nil.
  package subscript(ref: EntityRef) -> Entity? { ids[ref].map { entities[Int($0)] } }

  /// The entity of an id of this catalog.
  package subscript(id: EntityID) -> Entity { entities[Int(id)] }

  /// All entities' ids, in order.
  package var allIDs: Range<EntityID> { 0..<EntityID(clamping: entities.count) }

  /// The names of ``Relation/type`` and their inverses.
  package var relationTypes: RelationVocabulary { model.relationTypes }

  /// Directed edges, so that most declarations count twice.
  package var relationCount: Int { relations.count }

  /// The relations that lead from an entity: distinct, sorted by type, then by target.
  package func relations(of id: EntityID) -> ArraySlice<Relation> {
    relations[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])]
  }

  /// The relations of one type that lead from an entity, sorted by target.
  package func relations(of id: EntityID, _ type: RelationType) -> ArraySlice<Relation> {
    let all = relations(of: id)
    guard let start = all.firstIndex(where: { $0.type == type }) else { return all.prefix(0) }
    return all[start...].prefix { $0.type == type }
  }

  /// The reference of an entity of this catalog.
  package func ref(of id: EntityID) -> EntityRef { refs[Int(id)] }

  /// The reference a relation leads to, whether or not there is such an entity.
  package func targetRef(of relation: Relation) -> EntityRef { refs[Int(relation.targetRef)] }

  /// The indexes into ``refs`` of the references that name no entity.
  package var missingRefs: Range<Int> { entities.count..<refs.count }

  /// The index into ``refs`` of a reference that names no entity; nil for those of entities and for
  /// those that no relation leads to.
  ///
  /// - Complexity: O(log *n*) in the number of missing references.
  package func missingIndex(of ref: EntityRef) -> Int? {
    var low = missingRefs.lowerBound
    var high = missingRefs.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if refs[middle] < ref { low = middle + 1 } else { high = middle }
    }
    return low < refs.count && refs[low] == ref ? low : nil
  }

  /// The entities that an author may have meant by a reference that names none, the likeliest first.
  package func nearMisses(of ref: EntityRef) -> [EntityRef] { suggestions[ref] ?? [] }

  /// Why there is a relation: what an author wrote, and in which entity.
  package func declaration(of relation: Relation) -> RelationDeclaration {
    entities[Int(relation.declaredBy)].relations[Int(relation.declaration)]
  }
}
