import CallboardCatalog
import CallboardJSON
import Synchronization

/// Which rule of the operator's says how an entity's page is laid out.
final class EntityLayouts: Sendable {
  private let rules: [LayoutSettings.EntityRule]
  private let catalog: Catalog
  /// By entity, what has been found out so far: the place of its rule, or ``unknown`` or ``none``.
  private let found: Mutex<[Int32]>

  private static let unknown: Int32 = -1
  private static let none: Int32 = -2

  init(_ rules: [LayoutSettings.EntityRule], catalog: Catalog) {
    self.rules = rules
    self.catalog = catalog
    found = Mutex(
      Array(repeating: Self.unknown, count: rules.isEmpty ? 0 : catalog.entities.count)
    )
  }

  /// nil where no rule matches.
  ///
  /// - Complexity: linear in the size of the entity for each rule, once; nothing without rules.
  func rule(for id: EntityID) -> LayoutSettings.EntityRule? {
    guard !rules.isEmpty else { return nil }
    var place = found.withLock { $0[Int(id)] }
    if place == Self.unknown {
      place = match(id)
      found.withLock { [place] in $0[Int(id)] = place }
    }
    return place == Self.none ? nil : rules[Int(place)]
  }

  /// Whether the page of an entity shows its descriptor, if that is not on a page of its own.
  func showsDescriptor(of id: EntityID) -> Bool {
    rule(for: id)?.tabs.shows("inspect") ?? true
  }

  private func match(_ id: EntityID) -> Int32 {
    guard let document = try? JSONReader().read(EntityFiles.json(of: id, in: catalog)),
      let place = rules.firstIndex(where: { $0.condition.matches(document) })
    else { return Self.none }
    return Int32(truncatingIfNeeded: place)
  }
}
