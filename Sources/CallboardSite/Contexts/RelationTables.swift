import CallboardCatalog

/// The tables of related entities on the page of one.
struct RelationTables {
  let catalog: Catalog
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

  /// One row for the target of a relation: the target, then a cell for each column.
  func row(_ relation: Relation, columns: [String]) -> [WidgetTable.Cell] {
    let ref = catalog.targetRef(of: relation)
    guard !relation.isDangling else {
      return [.init(.entity(ref))] + columns.map { _ in .init(nil) }
    }
    let id = relation.target
    let entity = catalog[id]
    var cells: [WidgetTable.Cell] = []
    cells.reserveCapacity(1 + columns.count)
    cells.append(.init([.entity(ref)], text: entity.description.map(Self.shortened)))
    for column in columns { cells.append(.init(value(column, of: id, entity))) }
    return cells
  }

  private func value(_ column: String, of id: EntityID, _ entity: Entity) -> WidgetValue? {
    func target(_ type: RelationType, kind: String? = nil) -> WidgetValue? {
      catalog.firstTarget(type, of: id, kind: kind).map { .entity($0) }
    }
    switch column {
    case "type": return entity.type.map { .badge($0, .neutral) }
    case "lifecycle": return entity.lifecycle.map { .lifecycle($0) }
    case "owner": return target(.ownedBy)
    case "system": return target(.partOf, kind: "system")
    case "domain": return target(.partOf, kind: "domain")
    case "email": return entity.email.map { .link(WidgetLink($0, .web("mailto:" + $0))) }
    default: return nil
    }
  }

  private static func shortened(_ text: String) -> String {
    text.utf8.count <= descriptionLimit ? text : text.prefix(descriptionLimit - 1) + "…"
  }
}
