package import CallboardCatalog

/// The values that a property of entities has across a catalog, with how many entities have each.
package struct FieldCounts: Sendable {
  /// A value with its count.
  package struct Value: Hashable, Sendable {
    package var value: String
    package var count: Int
  }

  /// The property's path, as Backstage's `entity-facets` takes it.
  package var name: String
  /// The commonest first; equally common ones in alphabetical order.
  package var values: [Value]

  /// The properties that portals are asked for, in the order of `facets.json`.
  package static let names = [
    "kind", "metadata.namespace", "metadata.tags", "spec.type", "spec.lifecycle",
    "relations.ownedBy", "relations.partOf",
  ]

  /// Counts the values of one of ``names``.
  package init(_ name: String, of catalog: Catalog) {
    var counts: [String: Int] = [:]
    func count(_ type: RelationType) {
      var targets: [Int32: Int] = [:]
      for id in catalog.allIDs {
        for relation in catalog.relations(of: id, type) {
          targets[relation.targetRef, default: 0] += 1
        }
      }
      for (target, count) in targets { counts[catalog.refs[Int(target)].description] = count }
    }
    switch name {
    case "relations.ownedBy": count(.ownedBy)
    case "relations.partOf": count(.partOf)
    case "metadata.tags":
      for entity in catalog.entities {
        for tag in Set(entity.tags) { counts[tag, default: 0] += 1 }
      }
    default:
      for entity in catalog.entities {
        if let value = Self.value(of: name, in: entity) { counts[value, default: 0] += 1 }
      }
    }
    self.name = name
    values = counts.map { Value(value: $0.key, count: $0.value) }.sorted {
      $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count
    }
  }

  private static func value(of name: String, in entity: Entity) -> String? {
    switch name {
    case "kind": entity.kind
    case "metadata.namespace": entity.namespace
    case "spec.type": entity.type
    case "spec.lifecycle": entity.lifecycle
    default: nil
    }
  }
}
