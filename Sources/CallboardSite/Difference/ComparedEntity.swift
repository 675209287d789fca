package import CallboardCatalog
package import CallboardDiagnostics
package import CallboardJSON

/// One entity of a catalog that is compared with another.
package struct ComparedEntity: Sendable {
  /// A relation as it leads from the entity.
  package struct Relation: Hashable, Sendable {
    /// Backstage's name, such as `ownedBy`.
    package var type: String
    package var target: EntityRef
    /// Whether the catalog has no entity of the reference ``target``.
    package var isDangling: Bool

    package init(type: String, target: EntityRef, isDangling: Bool) {
      self.type = type
      self.target = target
      self.isDangling = isDangling
    }
  }

  package var ref: EntityRef
  /// In the shape of Backstage's REST API.
  package var json: JSONValue
  /// The descriptor that declares it.
  package var file: SourcePath
  package var relations: [Relation]

  package init(ref: EntityRef, json: JSONValue, file: SourcePath, relations: [Relation]) {
    self.ref = ref
    self.json = json
    self.file = file
    self.relations = relations
  }
}

extension ComparedEntity {
  var title: String? { json["metadata"]?["title"]?.string }

  /// Sorted.
  var owners: [EntityRef] {
    relations.filter { $0.type == "ownedBy" }.map(\.target).sorted()
  }

  var summary: CatalogDifference.Summary {
    CatalogDifference.Summary(ref: ref, title: title, owners: owners, file: file)
  }
}
