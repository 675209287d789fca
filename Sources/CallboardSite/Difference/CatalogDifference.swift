package import CallboardCatalog
package import CallboardDiagnostics
package import CallboardJSON

/// What is different between two catalogs; all lists are sorted.
package struct CatalogDifference: Hashable, Sendable {
  /// An entity that one of the two catalogs lacks.
  package struct Summary: Hashable, Sendable {
    package var ref: EntityRef
    package var title: String?
    /// Sorted; usually one.
    package var owners: [EntityRef]
    package var file: SourcePath
  }

  /// An entity that says the same under another name, in the same file.
  package struct Rename: Hashable, Sendable {
    package var before: EntityRef
    package var after: EntityRef
  }

  /// An entity that another file declares.
  package struct Move: Hashable, Sendable {
    package var ref: EntityRef
    package var before: SourcePath
    package var after: SourcePath
  }

  /// An entity that belongs to somebody else.
  package struct OwnerChange: Hashable, Sendable {
    package var ref: EntityRef
    /// Sorted; empty for no owner.
    package var before: [EntityRef]
    package var after: [EntityRef]
  }

  /// Everything else that is different in an entity.
  package struct EntityChange: Hashable, Sendable {
    package var ref: EntityRef
    /// By path; not empty.
    package var fields: [FieldChange]
  }

  /// One value of an entity.
  package struct FieldChange: Hashable, Sendable {
    /// `spec.lifecycle`, `metadata.annotations["backstage.io/techdocs-ref"]`.
    package var path: String
    /// nil where there is no such field.
    package var before: JSONValue?
    package var after: JSONValue?
  }

  /// A relation by its two ends.
  package struct Reference: Hashable, Comparable, Sendable {
    package var source: EntityRef
    /// Backstage's name, such as `dependsOn`.
    package var type: String
    package var target: EntityRef

    package static func < (left: Self, right: Self) -> Bool {
      (left.source, left.type, left.target) < (right.source, right.type, right.target)
    }
  }

  package var added: [Summary] = []
  package var removed: [Summary] = []
  package var renamed: [Rename] = []
  package var moved: [Move] = []
  package var reowned: [OwnerChange] = []
  package var changed: [EntityChange] = []
  /// That lead nowhere now: either their target is gone, or they are new and never had one.
  package var broken: [Reference] = []
  /// That led nowhere before.
  package var mended: [Reference] = []
  /// Between entities that both catalogs have, each told once, from the side that usually declares it.
  /// Those to owners are in ``reowned`` only.
  package var relationsAdded: [Reference] = []
  package var relationsRemoved: [Reference] = []

  package init() {}

  package var isEmpty: Bool { self == CatalogDifference() }
}
