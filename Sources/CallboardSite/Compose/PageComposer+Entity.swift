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
    context["facts"] = .array(facts(id, groups))
    context["tools"] = .array(toolValues(of: entity))
    context["relations"] = .array(relationValues(id, groups))
    context["ownership"] = ownershipValue(of: id)
    context["members"] = membersValue(of: id)
    context["organisation"] = organisationValue(of: id)
    context["warnings"] = warningsValue(of: id)
    context["problems"] = .array(findings.prefix(PageSize.warnings).map(problems.value))
    context["problemCount"] = .integer(findings.count)
    context["inspect"] = inspectValue(of: id)
    context["graph"] = graphValue(around: id)
    context["history"] = changes.latestValues(of: entity.ref)
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
      "links": .array(
        entity.links.map { link in
          [
            "title": .string(link.title ?? link.url),
            "url": .string(link.url),
            "icon": TemplateValue(link.icon.flatMap { theme.assets.hasIcon($0) ? $0 : nil }),
          ]
        }
      ),
      "labels": pairs(entity.labels),
      "annotations": pairs(entity.annotations),
      "docs": docs(of: entity),
      "source": sourceValue(of: entity),
      "json": .string(EntityFiles.path(of: entity.ref)),
      "definition": definition(of: entity),
      "profile": profile(of: entity),
    ]
  }

  /// Where the descriptor is. The author may name another place to see and edit it.
  private func sourceValue(of entity: Entity) -> TemplateValue {
    let repository = problems.repositories[entity.file.repository]
    let line = entity.span.range.lowerBound.line
    func chosen(_ key: String, besides computed: String?) -> String? {
      entity.annotation(key).flatMap { $0 != computed && $0.hasPrefix("https://") ? $0 : nil }
    }
    let view = chosen(
      WellKnownAnnotation.viewURL,
      besides: repository?.viewURL(of: entity.file.path)
    )
    let computedEdit = repository?.editURL(of: entity.file.path)
    return [
      "repository": .string(entity.file.repository),
      "path": .string(entity.file.path),
      "line": .integer(line),
      "viewUrl": TemplateValue(view ?? repository?.viewURL(of: entity.file.path, line: line)),
      "editUrl": TemplateValue(
        chosen(WellKnownAnnotation.editURL, besides: computedEdit) ?? computedEdit
      ),
    ]
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

  private func pairs(_ attributes: [Entity.Attribute]) -> TemplateValue {
    .array(attributes.map { ["key": .string($0.key), "value": .string($0.value)] })
  }

  private func profile(of entity: Entity) -> TemplateValue {
    guard let profile = entity.spec["profile"] else { return .null }
    return [
      "email": TemplateValue(entity.email),
      "picture": TemplateValue(profile["picture"]?.string),
    ]
  }

  private func toolValues(of entity: Entity) -> [TemplateValue] {
    tools.entries(for: entity).map { entry in
      [
        "name": .string(entry.tool),
        "icon": .string(entry.icon),
        "value": .string(entry.value),
        "pages": .array(
          entry.pages.map { ["label": .string($0.label), "url": .string($0.url)] }
        ),
      ]
    }
  }
}
