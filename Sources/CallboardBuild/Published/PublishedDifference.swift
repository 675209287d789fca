import CallboardCatalog
import CallboardDiagnostics
package import CallboardSite

/// Compares two published portals.
package enum PublishedDifference {
  /// Reads both portals side by side, a page of each at a time.
  ///
  /// - Complexity: O(*n*) in the entities of both, and memory for what differs.
  package static func between(
    _ old: PublishedCatalog,
    _ new: PublishedCatalog
  ) throws(PublishedCatalogError) -> CatalogDifference {
    var comparison = CatalogComparison()
    var before = EntityStream(old)
    var after = EntityStream(new)
    var left = try before.next()
    var right = try after.next()
    while true {
      switch (left, right) {
      case (nil, nil): return comparison.finish()
      case (let entity?, let other?) where entity.ref == other.ref:
        comparison.compare(entity, other)
        left = try before.next()
        right = try after.next()
      case (let entity?, let other?) where entity.ref < other.ref:
        comparison.add(removed: entity)
        left = try before.next()
      case (let entity?, nil):
        comparison.add(removed: entity)
        left = try before.next()
      case (_, let entity?):
        comparison.add(added: entity)
        right = try after.next()
      }
    }
  }
}

/// The entities of a published portal in the order of their references.
private struct EntityStream {
  private let catalog: PublishedCatalog
  private var pages: ArraySlice<PublishedCatalog.Page>
  private var entities: ArraySlice<PublishedEntity> = []
  private var last: EntityRef?

  init(_ catalog: PublishedCatalog) {
    self.catalog = catalog
    pages = catalog.pages[...]
  }

  /// nil at the end.
  mutating func next() throws(PublishedCatalogError) -> ComparedEntity? {
    while entities.isEmpty {
      guard let page = pages.popFirst() else { return nil }
      entities = try catalog.entities(on: page)[...]
    }
    guard let entity = entities.popFirst() else { return nil }
    // Out of order, entities that both portals have would pass for removed and added.
    guard last.map({ $0 < entity.ref }) != false else {
      throw PublishedCatalogError(
        .unexpected("entities in the order of their references"),
        file: "entities/by-kind/\(entity.ref.kind)",
        place: catalog.place
      )
    }
    last = entity.ref
    return ComparedEntity(
      ref: entity.ref,
      json: entity.json,
      file: SourcePath(repository: entity.repository, path: entity.path),
      relations: entity.relations.map {
        .init(type: $0.type, target: $0.target, isDangling: $0.isDangling)
      }
    )
  }
}
