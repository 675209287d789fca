import CallboardCatalog
import CallboardDocs
import CallboardTemplate

/// The list of all entities and docs pages by title.
extension PageComposer {
  func titlesContext(_ number: Int) -> [String: TemplateValue] {
    let entries = plan.titles.entries
    let title = strings.text("titles.title")
    var context = shared.values(
      for: .init(
        title: strings.title(title, page: number),
        route: Routes.page(number, of: Routes.titles),
        layout: "titles",
        section: Routes.search,
        breadcrumbs: [(strings.text("nav.search"), Routes.search)]
      )
    )
    context["index"] = ["title": .string(title), "total": .integer(entries.count)]
    context["initials"] = .array(titleInitials())
    var groups: [(initial: Initial, items: [TemplateValue])] = []
    for entry in entries[PageSize.range(number, of: PageSize.titles, in: entries.count)] {
      if groups.last?.initial != entry.initial { groups.append((entry.initial, [])) }
      groups[groups.count - 1].items.append(value(of: entry))
    }
    context["groups"] = .array(
      groups.map { group in
        [
          "label": .string(group.initial.label(strings)),
          "anchor": .string(group.initial.anchor),
          "items": .array(group.items),
        ]
      }
    )
    context["pagination"] = Pagination.value(
      page: number,
      of: Routes.titles,
      count: entries.count,
      size: PageSize.titles
    )
    return context
  }

  private func value(of entry: TitleIndex.Entry) -> TemplateValue {
    var label = strings.text("common.documentation")
    var icon = "docs"
    var place: String?
    switch entry.page {
    case .entity(let id):
      let style = KindStyle.of(model.catalog[id].ref.kind, in: model.catalog.model, strings)
      (label, icon) = (style.label, style.icon)
    case .docs(let site, _): place = model.docsTitle(site)
    default: break
    }
    return [
      "label": .string(entry.title),
      "route": .string(entry.route.urlPath),
      "kind": .string(label),
      "icon": .string(icon),
      "place": TemplateValue(place == entry.title ? nil : place),
    ]
  }

  /// The first page of each initial: where it stands, and the heading there.
  func titleInitials() -> [TemplateValue] {
    let entries = plan.titles.entries
    var initials: [TemplateValue] = []
    var index = 0
    while index < entries.count {
      let initial = entries[index].initial
      let page = Routes.page(index / PageSize.titles + 1, of: Routes.titles)
      initials.append([
        "label": .string(initial.label(strings)),
        "anchor": .string(initial.anchor),
        "route": .string(page.urlPath),
      ])
      index = firstEntry(after: initial, from: index)
    }
    return initials
  }

  /// Where the next initial begins: by bisection, since each page of the list asks.
  private func firstEntry(after initial: Initial, from start: Int) -> Int {
    let entries = plan.titles.entries
    var low = start
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].initial > initial { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
