import CallboardCatalog
import CallboardDiagnostics

/// Parts of pages in the order of the operator.
extension PageComposer {
  /// One tab of an entity's page; without a widget the template knows how to fill it.
  struct EntityTab {
    var id: String
    var widget: Widget?
  }

  /// The tabs that an entity has something for, in the order of a rule; as they are without one.
  func tabs(of id: EntityID, _ entity: Entity, _ order: PartOrder?) -> [EntityTab] {
    let filled = [
      ownershipWidget(of: id), organisationWidget(of: id), membersWidget(of: id),
      decisionsWidget(of: entity.ref), changes.latestWidget(of: entity.ref),
    ]
    let widgets = Dictionary(
      filled.compactMap { $0.map { ($0.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    var known: [(name: String, part: EntityTab)] = []
    for name in LayoutSettings.entityTabs {
      let isThere =
        switch name {
        case "relations", "inspect": true
        case "definition": hasDefinition(entity)
        default: widgets[name] != nil
        }
      if isThere { known.append((name, EntityTab(id: name, widget: widgets[name]))) }
    }
    guard let order else { return known.map(\.part) }
    var number = 0
    return order.arranged(known) { card in
      number += 1
      return card.widget(id: "own-tab-\(number)", for: entity)
        .map { EntityTab(id: $0.id, widget: $0) }
    }
  }

  /// Cards in the order of a rule; as they are without one.
  func arranged(
    _ known: [(name: String, part: Widget)],
    _ order: PartOrder?,
    for entity: Entity
  ) -> [Widget] {
    guard let order else { return known.map(\.part) }
    var number = 0
    return order.arranged(known) { card in
      number += 1
      return card.widget(id: "own-card-\(number)", for: entity)
    }
  }

  /// The sections of the first page; two neighbours that are narrow share one called `columns`.
  ///
  /// - Parameter found: See ``healthWidget(_:)``.
  func homeSections(_ found: [Diagnostic]?) -> [(id: String, widgets: [Widget])] {
    let known: [(name: String, part: (id: String, widgets: [Widget]))] = [
      ("search", nil), ("mine", nil), ("announcements", announcementsWidget()),
      ("catalog", kindsWidget()), ("docs", docsWidget()), ("updated", updatedWidget()),
      ("health", healthWidget(found)),
      ("systems", systemsWidget()), ("owners", ownersWidget()),
    ]
    .map { (name: String, widget: Widget?) in
      (name, (name, [widget].compactMap(\.self)))
    }
    var number = 0
    let sections = model.settings.layout.home.arranged(known) { card in
      number += 1
      return card.widget(id: "own-\(number)", for: nil).map { ($0.id, [$0]) }
    }
    let narrow: Set = ["updated", "health", "systems", "owners"]
    var grouped: [(id: String, widgets: [Widget])] = []
    for section in sections {
      guard narrow.contains(section.id) else {
        grouped.append(section)
        continue
      }
      if let last = grouped.last, last.id == "columns", last.widgets.count < 2 {
        grouped[grouped.count - 1].widgets += section.widgets
      } else if !section.widgets.isEmpty {
        grouped.append(("columns", section.widgets))
      }
    }
    return grouped
  }
}
