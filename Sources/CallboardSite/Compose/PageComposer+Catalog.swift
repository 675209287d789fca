import CallboardCatalog
package import CallboardDiagnostics
import CallboardDocs
package import CallboardTemplate

/// The contexts of catalog pages; `docs/reference/page-context.md` describes them.
extension PageComposer {
  /// The first page; made last, because it tells how many findings there are.
  package func composeHome(_ found: [Diagnostic]) throws(TemplateError) -> OutputFile {
    try render("home", .home, homeContext(found)).file
  }

  /// - Parameter found: See ``healthWidget(_:)``.
  func homeContext(_ found: [Diagnostic]?) -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(title: model.settings.title, route: .home, layout: "home")
    )
    let sections = homeSections(found)
    context["showsTitle"] = .bool(!sections.contains { $0.id == "search" })
    context["sections"] = .array(
      sections.map { section in
        [
          "id": .string(section.id),
          "widgets": widgets.values(section.widgets, in: .section),
        ]
      }
    )
    context["totals"] = [
      "entities": .integer(model.catalog.entities.count),
      "pages": .integer(model.docs.reduce(0) { $0 + $1.tree.pages.count }),
      "repositories": .integer(model.repositories.count),
    ]
    context["intro"] = .null
    context["table"] = .string(CatalogTable.entryPath)
    return context
  }

  /// - Parameter found: See ``healthWidget(_:)``.
  func homePage(_ found: [Diagnostic]?) -> WidgetPage {
    WidgetPage(
      title: model.settings.title,
      route: .home,
      kind: "home",
      icon: "home",
      widgets: [
        announcementsWidget(), kindsWidget(), docsWidget(), updatedWidget(), healthWidget(found),
        systemsWidget(), ownersWidget(),
      ]
      .compactMap(\.self)
    )
  }

  func kindsWidget() -> Widget? {
    guard !shared.kinds.isEmpty else { return nil }
    let items = shared.kinds.map { summary in
      WidgetList.Item(
        icon: summary.style.icon,
        kind: summary.kind,
        [.link(WidgetLink(summary.style.plural, .site(Routes.kindIndex(summary.kind).urlPath)))],
        details: [.number(summary.count)]
      )
    }
    return Widget(
      id: "kinds",
      title: strings.text("home.catalog"),
      .list(WidgetList(items, look: .tiles))
    )
  }

  func docsWidget() -> Widget? {
    guard !versions.listed.isEmpty else { return nil }
    let items = versions.listed.prefix(Self.homeCount).map { index in
      let tree = model.docs[index].tree
      let count = tree.pages.count
      return WidgetList.Item(
        [.link(WidgetLink(docsTitle(index), .site(Routes.docs(tree.entity).urlPath)))],
        text: model.docsSummary(index),
        details: [.entity(tree.entity), .text(strings.text("common.pages", count: count))]
      )
    }
    return Widget(
      id: "docs",
      title: strings.text("common.documentation"),
      more: WidgetLink(strings.text("home.all-docs"), .site(Routes.docsHome.urlPath)),
      .list(WidgetList(items, look: .cards))
    )
  }

  func systemsWidget() -> Widget? {
    guard let systems = entitiesByKind["system"], !systems.isEmpty else { return nil }
    let items = systems.prefix(Self.homeCount).map { id in
      let parts = model.catalog.relations(of: id, .hasPart).count
      return WidgetList.Item(
        [.entity(model.catalog.ref(of: id))],
        text: model.catalog[id].description,
        details: [.text(strings.text("common.components", count: parts))]
      )
    }
    return Widget(id: "systems", title: strings.text("home.systems"), .list(WidgetList(items)))
  }

  func ownersWidget() -> Widget? {
    let owners = owners()
    guard !owners.isEmpty else { return nil }
    let items = owners.prefix(Self.homeCount).map { owner in
      WidgetList.Item(
        [.entity(model.catalog.ref(of: owner.id))],
        details: [.text(strings.text("home.owns", count: owner.count))]
      )
    }
    return Widget(id: "owners", title: strings.text("home.owners"), .list(WidgetList(items)))
  }

  /// How much each list of the start page shows at most.
  private static let homeCount = 12

  /// Groups and users that own something, those that own most first.
  private func owners() -> [(id: EntityID, count: Int)] {
    let candidates = (entitiesByKind["group"] ?? []) + (entitiesByKind["user"] ?? [])
    return candidates.map { (id: $0, count: model.catalog.relations(of: $0, .ownerOf).count) }
      .filter { $0.count > 0 }
      .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
  }

  func entityBreadcrumbs(_ ref: EntityRef) -> [(label: String, route: Route?)] {
    [
      (strings.text("nav.catalog"), Routes.catalog),
      (KindStyle.of(ref.kind, in: model.catalog.model, strings).plural, Routes.kindIndex(ref.kind)),
    ]
  }

  func docsSummary(_ index: Int) -> TemplateValue {
    let site = model.docs[index]
    return [
      "title": .string(docsTitle(index)),
      "description": TemplateValue(model.docsSummary(index)),
      "route": .string(Routes.docs(site.tree.entity).urlPath),
      "entity": references.value(site.tree.entity),
      "pages": .integer(site.tree.pages.count),
    ]
  }

  /// What the docs are called: by their configuration, else as their entity.
  package func docsTitle(_ index: Int) -> String {
    model.docsTitle(index)
  }
}
