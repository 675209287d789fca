import CallboardTemplate

/// The pages that list the values of a facet.
extension PageComposer {
  func facetContext(_ facet: Facet, _ number: Int) -> [String: TemplateValue] {
    let values = plan.facets[facet].values
    let list = Routes.facet(facet)
    var context = shared.values(
      for: .init(
        title: strings.title(facet.plural(strings), page: number),
        route: Routes.page(number, of: list),
        layout: "facet",
        section: Routes.catalog,
        breadcrumbs: [(strings.text("nav.catalog"), Routes.catalog)]
      )
    )
    context["facet"] = [
      "name": .string(facet.rawValue),
      "label": .string(facet.label(strings)),
      "title": .string(facet.plural(strings)),
      "icon": .string(facet.icon),
      "total": .integer(values.count),
      "example": .string(facet.example),
    ]
    context["facets"] = facetMenus[facet] ?? []
    let range = PageSize.range(number, of: PageSize.facetValues, in: values.count)
    let isShort = values.count <= PageSize.ungroupedFacetValues
    context["groups"] = .array(groups(of: values[range], in: facet, isShort: isShort))
    context["initials"] = isShort ? [] : .array(initials(of: values, in: list))
    context["pagination"] = Pagination.value(
      page: number,
      of: list,
      count: values.count,
      size: PageSize.facetValues
    )
    return context
  }

  /// See ``facetMenus``.
  static func facetMenus(
    _ facets: CatalogFacets,
    _ strings: UIStrings
  ) -> [Facet?: TemplateValue] {
    let choices: [Facet?] = [nil] + facets.facets
    return Dictionary(
      uniqueKeysWithValues: choices.map { current in
        let entries = facets.facets.map { facet -> TemplateValue in
          [
            "name": .string(facet.rawValue),
            "label": .string(facet.plural(strings)),
            "icon": .string(facet.icon),
            "route": .string(Routes.facet(facet).urlPath),
            "count": .integer(facets[facet].values.count),
            "current": .bool(facet == current),
          ]
        }
        return (current, .array(entries))
      }
    )
  }

  /// Values by their initials, as they follow each other in the list; all in one group when they are few.
  private func groups(
    of values: ArraySlice<CatalogFacets.Value>,
    in facet: Facet,
    isShort: Bool
  ) -> [TemplateValue] {
    var groups: [(initial: Initial, items: [TemplateValue])] = []
    for value in values {
      if groups.isEmpty || !isShort && groups.last?.initial != value.initial {
        groups.append((value.initial, []))
      }
      let ref = value.value.ref
      groups[groups.count - 1].items.append([
        "label": .string(value.label),
        "route": .string(Routes.facet(facet, value.value).urlPath),
        "count": .integer(value.count),
        "ref": ref.map(references.value) ?? .null,
      ])
    }
    return groups.map { group in
      [
        "label": isShort ? .null : .string(group.initial.label(strings)),
        "anchor": .string(group.initial.anchor),
        "items": .array(group.items),
      ]
    }
  }

  /// The first value of each initial: the page it stands on, and the heading there.
  private func initials(of values: [CatalogFacets.Value], in list: Route) -> [TemplateValue] {
    var initials: [TemplateValue] = []
    for (index, value) in values.enumerated()
    where index == 0 || values[index - 1].initial != value.initial {
      let page = Routes.page(index / PageSize.facetValues + 1, of: list)
      initials.append([
        "label": .string(value.initial.label(strings)),
        "anchor": .string(value.initial.anchor),
        "route": .string(page.urlPath),
      ])
    }
    return initials
  }
}
