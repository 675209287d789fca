import CallboardCatalog
import CallboardHTML
import CallboardHighlight
import CallboardTemplate

/// The pages in place of entities that others refer to and that the site does not have.
extension PageComposer {
  /// - Parameters:
  ///   - index: Of ``Catalog/missingRefs``.
  ///   - number: Which page of those that list who refers to it, from 1.
  func missingContext(_ index: Int, _ number: Int) -> [String: TemplateValue] {
    let ref = model.catalog.refs[index]
    let catalog = model.catalog
    let style = KindStyle.of(ref.kind, in: catalog.model, strings)
    var facts = SharedContext.PageFacts(
      title: strings.text("missing.title", ["ref": ref.description]),
      route: Routes.missing(ref, number: number),
      layout: "missing",
      section: Routes.catalog,
      breadcrumbs: missingBreadcrumbs(ref, isFirst: number == 1)
    )
    facts.isIndexed = false
    var context = shared.values(for: facts)
    let referrers = entities.referrers.referrers(to: index)
    let range = PageSize.range(number, of: PageSize.referrers, in: referrers.count)
    context["missing"] = [
      "ref": .string(ref.description),
      "name": .string(ref.name),
      "kind": .string(ref.kind),
      "kindLabel": .string(style.label),
      "icon": .string(style.icon),
      "count": .integer(referrers.count),
      "referrers": .array(
        referrers.dropFirst(range.lowerBound).prefix(range.count).map { referrer in
          reason(
            of: referrer.relation,
            label: RelationGroups.label(
              catalog.relationTypes[referrer.relation.type].name,
              strings
            ),
            ref: references.value(referrer.source)
          )
        }
      ),
      "suggestions": .array(model.catalog.nearMisses(of: ref).map(references.value)),
      "skeleton": number == 1 ? .html(skeleton(of: ref, referrers)) : .null,
    ]
    context["pagination"] = pagination(of: ref, number, count: referrers.count)
    return context
  }

  private func missingBreadcrumbs(
    _ ref: EntityRef,
    isFirst: Bool
  ) -> [(label: String, route: Route?)] {
    let hasKind = entitiesByKind[ref.kind] != nil
    return [(strings.text("nav.catalog"), Routes.catalog)]
      + (hasKind
        ? [
          (
            KindStyle.of(ref.kind, in: model.catalog.model, strings).plural,
            Routes.kindIndex(ref.kind)
          )
        ]
        : [])
      + (isFirst ? [] : [(ref.name, Routes.entity(ref))])
  }

  /// A descriptor of the missing entity, owned by whoever owns the first that refers to it.
  private func skeleton(
    of ref: EntityRef,
    _ referrers: ArraySlice<MissingReferrers.Referrer>
  ) -> HTML {
    let owner = referrers.first.flatMap {
      model.catalog.firstTarget(.ownedBy, of: $0.source)
    }
    let text = DescriptorSkeleton.text(of: ref, owner: owner == ref ? nil : owner)
    return Highlighter.html(code: Array(text.utf8), language: "yaml") ?? HTML(escaping: text)
  }

  private func pagination(of ref: EntityRef, _ number: Int, count: Int) -> TemplateValue {
    Pagination.value(page: number, count: count, size: PageSize.referrers) {
      Routes.missing(ref, number: $0)
    }
  }
}
