import CallboardCatalog
import CallboardTemplate

/// Makes the `ref` objects by which templates show a link to an entity.
struct EntityReferences: Sendable {
  let catalog: Catalog
  /// Entities that the published portal has pages of.
  private let elsewhere: Set<EntityRef>
  /// Of each entity, made once: an entity stands on the pages of all that it is related to.
  private let values: [TemplateValue]

  private static let shape = TemplateObject.Shape(
    ["ref", "name", "kind", "icon", "route", "dangling"])

  init(catalog: Catalog, elsewhere: Set<EntityRef> = []) {
    self.catalog = catalog
    self.elsewhere = elsewhere
    values = catalog.allIDs.map { id in
      .object(TemplateObject(Self.shape, Self.members(of: id, in: catalog)))
    }
  }

  /// A reference to an entity of this site.
  func value(_ id: EntityID) -> TemplateValue { values[Int(id)] }

  /// A reference to an entity that may be missing.
  func value(_ ref: EntityRef) -> TemplateValue {
    if let id = catalog.id(of: ref) { return value(id) }
    return .object(TemplateObject(Self.shape, members(ofMissing: ref)))
  }

  private static func members(of id: EntityID, in catalog: Catalog) -> [TemplateValue] {
    let entity = catalog[id]
    return [
      .string(entity.ref.description),
      .string(entity.displayName),
      .string(entity.ref.kind),
      .string(KindStyle.icon(of: entity.ref.kind, in: catalog.model)),
      .string(Routes.entity(entity.ref).urlPath),
      .bool(false),
    ]
  }

  /// Missing entities have pages, too, unless no entity can have such a reference.
  private func members(ofMissing ref: EntityRef) -> [TemplateValue] {
    let isElsewhere = elsewhere.contains(ref)
    return [
      .string(ref.description), .string(ref.name), .string(ref.kind),
      .string(KindStyle.icon(of: ref.kind, in: catalog.model)),
      isElsewhere || catalog.hasPage(of: ref) ? .string(Routes.entity(ref).urlPath) : .null,
      .bool(!isElsewhere),
    ]
  }
}

extension Catalog {
  /// Whether the site has a page under a reference: of an entity, or in place of one that others name.
  func hasPage(of ref: EntityRef) -> Bool {
    id(of: ref) != nil || ref.isWellFormed && missingIndex(of: ref) != nil
  }
}
