import CallboardCatalog
import CallboardTemplate

/// The tables of related entities on the page of one.
struct RelationTables {
  let catalog: Catalog
  let references: EntityReferences

  private static let rowShape = TemplateObject.Shape(
    ["ref", "description", "type", "lifecycle", "owner", "system", "domain", "email"])
  /// In bytes. Rows show two lines, so more than this only makes pages heavy.
  private static let descriptionLimit = 240

  /// The columns that matter for entities of a kind beside one that they are related to.
  ///
  /// - Parameter relation: The one that the table is of: what it says of every row needs no column.
  static func columns(of kind: String, in relation: RelationType) -> [String] {
    let isOwned = relation == .ownerOf
    let isPart = relation == .hasPart
    switch kind {
    case "component", "api":
      return ["type", "lifecycle", isOwned ? "system" : "owner"]
    case "resource":
      return ["type", isOwned ? "system" : "owner"]
    case "system":
      return isOwned ? ["domain"] : isPart ? ["owner"] : ["owner", "domain"]
    case "domain": return isOwned ? [] : ["owner"]
    case "group": return ["type"]
    case "user": return ["email"]
    default: return isOwned ? ["type"] : ["type", "owner"]
    }
  }

  /// One row for the target of a relation. Cells of columns that are not asked for are null.
  func row(_ relation: Relation, columns: [String]) -> TemplateValue {
    guard !relation.isDangling else {
      let ref = references.value(catalog.targetRef(of: relation))
      return .object(
        TemplateObject(Self.rowShape, [ref, .null, .null, .null, .null, .null, .null, .null])
      )
    }
    let id = relation.target
    let entity = catalog[id]
    func target(_ column: String, _ type: RelationType, kind: String? = nil) -> TemplateValue {
      guard columns.contains(column) else { return .null }
      return catalog.firstTarget(type, of: id, kind: kind).map(references.value) ?? .null
    }
    let cells: [TemplateValue] = [
      references.value(id),
      TemplateValue(entity.description.map(Self.shortened)),
      columns.contains("type") ? TemplateValue(entity.type) : .null,
      columns.contains("lifecycle") ? TemplateValue(entity.lifecycle) : .null,
      target("owner", .ownedBy),
      target("system", .partOf, kind: "system"),
      target("domain", .partOf, kind: "domain"),
      columns.contains("email") ? TemplateValue(entity.email) : .null,
    ]
    return .object(TemplateObject(Self.rowShape, cells))
  }

  private static func shortened(_ text: String) -> String {
    text.utf8.count <= descriptionLimit ? text : text.prefix(descriptionLimit - 1) + "…"
  }
}
