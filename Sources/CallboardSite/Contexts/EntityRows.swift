import CallboardCatalog
import CallboardTemplate

/// Makes the rows of tables of entities.
struct EntityRows: Sendable {
  let catalog: Catalog
  let references: EntityReferences
  let strings: UIStrings
  /// The objects of tags by what authors write; most entities share theirs with others.
  private let tags: [String: TemplateValue]
  /// Kinds with an entity outside of the namespace `default`.
  private let kindsOfManyNamespaces: Set<String>

  private static let shape = TemplateObject.Shape([
    "ref", "title", "kindLabel", "description", "type", "lifecycle", "owner", "system", "namespace",
    "targets", "tags",
  ])
  private static let tagShape = TemplateObject.Shape(["label", "route"])
  /// How many of a location's targets a row shows.
  private static let shownTargets = 3

  init(
    catalog: Catalog,
    references: EntityReferences,
    facets: CatalogFacets,
    strings: UIStrings
  ) {
    self.catalog = catalog
    self.references = references
    self.strings = strings
    tags = Dictionary(
      facets[.tag].values.map { ($0.label, Self.tag($0.label)) },
      uniquingKeysWith: { first, _ in first }
    )
    var kinds: Set<String> = []
    for id in catalog.allIDs where catalog.ref(of: id).namespace != "default" {
      kinds.insert(catalog.ref(of: id).kind)
    }
    kindsOfManyNamespaces = kinds
  }

  /// The columns of a kind's table after the name, as Backstage has them; of all kinds when `kind` is nil.
  ///
  /// Templates know one order of columns, which all lists keep.
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
    case "location": ["type"] + namespace + ["targets"]
    default: ["system", "owner", "type", "lifecycle"] + namespace + ["description", "tags"]
    }
  }

  /// Those of a list of all kinds that have one value of a facet. Fewer, because an entity stands in many such lists.
  static func columns(besides facet: Facet) -> [String] {
    let all = ["kind", facet == .owner ? "system" : "owner", "type", "lifecycle", "description"]
    return all.filter { $0 != facet.rawValue }
  }

  /// - Parameter columns: Those of the list; what the others would show is left empty.
  func value(_ id: EntityID, columns: Set<String>) -> TemplateValue {
    let entity = catalog[id]
    func shown(_ column: String, _ value: @autoclosure () -> TemplateValue) -> TemplateValue {
      columns.contains(column) ? value() : .null
    }
    let values: [TemplateValue] = [
      references.value(id),
      .string(entity.displayName),
      .string(KindStyle.of(entity.ref.kind, in: catalog.model, strings).label),
      shown("description", TemplateValue(entity.description.map(CatalogTable.summary))),
      shown("type", TemplateValue(entity.type)),
      shown("lifecycle", TemplateValue(entity.lifecycle)),
      shown("owner", target(.ownedBy, of: id)),
      shown("system", target(.partOf, of: id, kind: "system")),
      .string(entity.ref.namespace),
      .array(entity.locationTargets.prefix(Self.shownTargets).map { .string($0.target) }),
      columns.contains("tags") ? .array(entity.tags.map { tags[$0] ?? Self.tag($0) }) : [],
    ]
    return .object(TemplateObject(Self.shape, values))
  }

  private func target(_ type: RelationType, of id: EntityID, kind: String? = nil) -> TemplateValue {
    guard let relation = catalog.firstRelation(type, of: id, kind: kind) else { return .null }
    return relation.isDangling
      ? references.value(catalog.targetRef(of: relation)) : references.value(relation.target)
  }

  private static func tag(_ tag: String) -> TemplateValue {
    .object(
      TemplateObject(tagShape, [.string(tag), .string(Routes.facet(.tag, tag).urlPath)])
    )
  }

  /// The row of a reference that names no entity.
  func value(ofMissing ref: EntityRef) -> TemplateValue {
    let values: [TemplateValue] = [
      references.value(ref), .string(ref.name),
      .string(KindStyle.of(ref.kind, in: catalog.model, strings).label), .null, .null,
      .null, .null, .null, .string(ref.namespace), [], [],
    ]
    return .object(TemplateObject(Self.shape, values))
  }
}
