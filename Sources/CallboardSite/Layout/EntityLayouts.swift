import CallboardCatalog
import CallboardJSON

/// Which rule of the operator's says how an entity's page is laid out.
struct EntityLayouts: Sendable {
  private let rules: [LayoutSettings.EntityRule]
  private let catalog: Catalog

  init(_ rules: [LayoutSettings.EntityRule], catalog: Catalog) {
    self.rules = rules
    self.catalog = catalog
  }

  /// nil where no rule matches.
  ///
  /// - Complexity: linear in the size of the entity for each rule; nothing without rules.
  func rule(for id: EntityID) -> LayoutSettings.EntityRule? {
    guard !rules.isEmpty,
      let document = try? JSONReader().read(EntityFiles.json(of: id, in: catalog))
    else { return nil }
    return rules.first { $0.condition.matches(document) }
  }
}
