import CallboardCatalog
import CallboardTemplate

/// Makes the rows of tables of entities.
struct EntityRows: Sendable {
  let catalog: Catalog
  let references: EntityReferences
  /// Kinds with an entity outside of the namespace `default`.
  private let kindsOfManyNamespaces: Set<String>

  private static let shape = TemplateObject.Shape([
    "ref", "title", "kindLabel", "description", "type", "lifecycle", "owner", "system", "namespace",
    "targets", "tags",
  ])
  private static let tagShape = TemplateObject.Shape(["label", "route"])
  /// How many of a location's targets a row shows.
  private static let shownTargets = 3

  init(catalog: Catalog, references: EntityReferences) {
    self.catalog = catalog
    self.references = references
    var kinds: Set<String> = []
    for id in catalog.allIDs where catalog.ref(of: id).namespace != "default" {
      kinds.insert(catalog.ref(of: id).kind)
    }
    kindsOfManyNamespaces = kinds
  }

  /// The columns of a kind's table after the name, as Backstage has them; of all kinds when `kind` is nil.
  func columns(of kind: String?) -> [String] {
    let hasNamespaces =
      kind.map(kindsOfManyNamespaces.contains) ?? !kindsOfManyNamespaces.isEmpty
    let namespace = hasNamespaces ? ["namespace"] : []
    return switch kind {
    case nil:
      ["kind", "system", "owner", "type", "lifecycle"] + namespace + ["description", "tags"]
    case "user": namespace + ["description", "tags"]
    case "domain", "system": ["owner"] + namespace + ["description", "tags"]
    case "group", "template": ["type"] + namespace + ["description", "tags"]
    case "location": ["type", "targets"] + namespace
    default: ["system", "owner", "type", "lifecycle"] + namespace + ["description", "tags"]
    }
  }

  /// Those of a list of all kinds that have one value of a facet. Fewer, because an entity stands in many such lists.
  static func columns(besides facet: Facet) -> [String] {
    let all = ["kind", facet == .owner ? "system" : "owner", "type", "lifecycle", "description"]
    return all.filter { $0 != facet.rawValue }
  }

  func value(_ id: EntityID) -> TemplateValue {
    let entity = catalog[id]
    let values: [TemplateValue] = [
      references.value(id),
      .string(entity.displayName),
      .string(KindStyle.of(entity.ref.kind, in: catalog.model).label),
      TemplateValue(entity.description.map(CatalogTable.summary)),
      TemplateValue(entity.type),
      TemplateValue(entity.lifecycle),
      catalog.firstTarget(.ownedBy, of: id).map(references.value) ?? .null,
      catalog.firstTarget(.partOf, of: id, kind: "system").map(references.value) ?? .null,
      .string(entity.ref.namespace),
      .array(entity.locationTargets.prefix(Self.shownTargets).map { .string($0.target) }),
      .array(
        entity.tags.map { tag in
          .object(
            TemplateObject(
              Self.tagShape,
              [.string(tag), .string(Routes.facet(.tag, tag).urlPath)]
            )
          )
        }
      ),
    ]
    return .object(TemplateObject(Self.shape, values))
  }

  /// The row of a reference that names no entity.
  func value(ofMissing ref: EntityRef) -> TemplateValue {
    let values: [TemplateValue] = [
      references.value(ref), .string(ref.name),
      .string(KindStyle.of(ref.kind, in: catalog.model).label), .null, .null,
      .null, .null, .null, .string(ref.namespace), [], [],
    ]
    return .object(TemplateObject(Self.shape, values))
  }
}
