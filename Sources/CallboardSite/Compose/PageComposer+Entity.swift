import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardTemplate
import CallboardYAML

/// The context of an entity's page; `docs/reference/page-context.md` describes it.
extension PageComposer {
  func entityContext(_ id: EntityID) -> [String: TemplateValue] {
    let entity = model.catalog[id]
    var context = shared.values(
      for: .init(
        title: entity.displayName,
        description: entity.description,
        route: Routes.entity(entity.ref),
        layout: "entity",
        section: Routes.catalog,
        breadcrumbs: entityBreadcrumbs(entity.ref)
      )
    )
    let groups = RelationGroups.groups(of: model.catalog.relations(of: id), in: model.catalog)
    let findings = ownFindings(of: entity)
    context["entity"] = entityValue(entity)
    let layout = layouts.rule(for: id)
    let cards = [
      aboutWidget(of: id, groups), scorecardsWidget(of: entity.ref), linksWidget(of: entity),
      toolsWidget(of: entity), labelsWidget(of: entity),
    ]
    context["aside"] = widgets.values(
      arranged(cards.compactMap { $0.map { ($0.id, $0) } }, layout?.cards, for: entity),
      in: .panel
    )
    context["tabs"] = .array(
      tabs(of: id, entity, layout?.tabs).map { tab in
        ["id": .string(tab.id), "widget": widgets.value(tab.widget, in: .section)]
      }
    )
    context["relations"] = widgets.values(relationWidgets(id, groups), in: .part)
    context["warnings"] = warningsValue(of: id)
    context["problems"] = .array(findings.prefix(PageSize.warnings).map(problems.value))
    context["problemCount"] = .integer(findings.count)
    context["inspect"] = inspectValue(of: id)
    context["graph"] = graphValue(around: id)
    return context
  }

  private func entityValue(_ entity: Entity) -> TemplateValue {
    let style = KindStyle.of(entity.ref.kind, in: model.catalog.model, strings)
    return [
      "ref": .string(entity.ref.description),
      "kind": .string(entity.ref.kind),
      "kindLabel": .string(style.label),
      "icon": .string(style.icon),
      "name": .string(entity.name),
      "namespace": .string(entity.ref.namespace),
      "title": .string(entity.displayName),
      "description": TemplateValue(entity.description),
      "type": TemplateValue(entity.type),
      "lifecycle": TemplateValue(entity.lifecycle),
      "tags": .array(
        entity.tags.map { tag in
          ["label": .string(tag), "route": .string(Routes.facet(.tag, tag).urlPath)]
        }
      ),
      "annotations": .array(
        entity.annotations.map { ["key": .string($0.key), "value": .string($0.value)] }
      ),
      "docs": docs(of: entity),
      "source": sourceValue(of: entity),
      "json": .string(EntityFiles.path(of: entity.ref)),
      "definition": definition(of: entity),
    ]
  }

  private func sourceValue(of entity: Entity) -> TemplateValue {
    let place = sourcePlace(of: entity)
    return [
      "repository": .string(entity.file.repository),
      "path": .string(entity.file.path),
      "line": .integer(place.line),
      "viewUrl": TemplateValue(place.viewURL),
      "editUrl": TemplateValue(place.editURL),
    ]
  }

  /// Where the descriptor is. The author may name another place to see and edit it.
  func sourcePlace(of entity: Entity) -> (line: Int, viewURL: String?, editURL: String?) {
    let repository = problems.repositories[entity.file.repository]
    let line = entity.span.range.lowerBound.line
    func chosen(_ key: String, besides computed: String?) -> String? {
      entity.annotation(key).flatMap { $0 != computed && $0.hasPrefix("https://") ? $0 : nil }
    }
    let view = chosen(
      WellKnownAnnotation.viewURL,
      besides: repository?.viewURL(of: entity.file.path)
    )
    let edit = repository?.editURL(of: entity.file.path)
    return (
      line, view ?? repository?.viewURL(of: entity.file.path, line: line),
      chosen(WellKnownAnnotation.editURL, besides: edit) ?? edit
    )
  }

  /// The documentation of the entity that it names, else its own.
  private func docs(of entity: Entity) -> TemplateValue {
    let named = NamedDocs(of: entity, among: documented, plan.routes)
    guard let index = versions.defaults[named?.ref ?? entity.ref] else { return .null }
    return [
      "title": .string(docsTitle(index)),
      "route": .string((named?.route ?? Routes.docs(entity.ref)).urlPath),
    ]
  }
}
