import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardHTML
import CallboardHighlight
import CallboardTemplate
import CallboardYAML

extension PageComposer {
  func entityContext(_ id: EntityID) -> [String: TemplateValue] {
    let entity = model.catalog[id]
    let route = Routes.entity(entity.ref)
    var context = shared.values(
      for: .init(
        title: entity.displayName,
        description: entity.description,
        route: route,
        layout: "entity",
        section: Routes.catalog,
        breadcrumbs: entityBreadcrumbs(entity.ref)
      )
    )
    context["entity"] = entityValue(entity)
    context["facts"] = .array(facts(id))
    context["relations"] = .array(relationValues(id))
    context["graph"] = graphValue(around: id)
    context["history"] = changes.latestValues(of: entity.ref)
    context["problems"] = .array(ownFindings(of: entity).map(problems.value))
    return context
  }

  private func entityValue(_ entity: Entity) -> TemplateValue {
    let style = KindStyle.of(entity.ref.kind, in: model.catalog.model)
    let repository = problems.repositories[entity.file.repository]
    let line = entity.span.range.lowerBound.line
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
      "tags": .array(entity.tags.map { .string($0) }),
      "links": .array(
        entity.links.map { link in
          [
            "title": .string(link.title ?? link.url),
            "url": .string(link.url),
            "icon": TemplateValue(link.icon.flatMap { theme.assets.hasIcon($0) ? $0 : nil }),
          ]
        }
      ),
      "labels": pairs(entity.labels.map { ($0.key, $0.value) }),
      "annotations": pairs(entity.annotations.map { ($0.key, $0.value) }),
      "docs": docs(of: entity),
      "source": [
        "repository": .string(entity.file.repository),
        "path": .string(entity.file.path),
        "line": .integer(line),
        "viewUrl": TemplateValue(repository?.viewURL(of: entity.file.path, line: line)),
        "editUrl": TemplateValue(repository?.editURL(of: entity.file.path)),
      ],
      "json": .string(EntityFiles.path(of: entity.ref)),
      "definition": definition(of: entity),
      "profile": profile(of: entity),
    ]
  }

  /// The entity's own documentation, or that of the entity which it names by the annotation
  /// `backstage.io/techdocs-entity`.
  private func docs(of entity: Entity) -> TemplateValue {
    let named = entity.annotation(WellKnownAnnotation.techdocsEntity).flatMap { text in
      try? EntityRef(text, in: EntityRef.Context(namespace: entity.ref.namespace))
    }
    for ref in [entity.ref, named].compactMap(\.self) {
      guard let index = docsByEntity[ref] else { continue }
      return [
        "title": .string(docsTitle(index)),
        "route": .string(Routes.docs(ref).urlPath),
      ]
    }
    return .null
  }

  private func pairs(_ pairs: [(String, String)]) -> TemplateValue {
    .array(pairs.map { ["key": .string($0.0), "value": .string($0.1)] })
  }

  private func profile(of entity: Entity) -> TemplateValue {
    guard let profile = entity.spec["profile"] else { return .null }
    return [
      "email": TemplateValue(profile["email"]?.string),
      "picture": TemplateValue(profile["picture"]?.string),
    ]
  }

  /// The text of an API's definition, coloured by its language.
  private func definition(of entity: Entity) -> TemplateValue {
    guard entity.ref.kind == "api", let text = entity.specText("definition"), !text.isEmpty else {
      return .null
    }
    let language = Self.definitionLanguage(entity.type ?? "", text)
    var html = HTML(literal: "<pre tabindex=\"0\"><code>")
    if let colored = Highlighter.html(code: Array(text.utf8), language: language) {
      html.append(colored)
    } else {
      html.append(escaping: text)
    }
    html.append(literal: "</code></pre>")
    return ["language": .string(language), "html": .html(html)]
  }

  private static func definitionLanguage(_ type: String, _ text: String) -> String {
    switch type.lowercased() {
    case "graphql": "graphql"
    case "grpc": "proto"
    default: text.utf8.first { $0 > 0x20 } == UInt8(ascii: "{") ? "json" : "yaml"
    }
  }

  /// The short facts beside an entity: those that its kind has, each with the entities it names.
  private func facts(_ id: EntityID) -> [TemplateValue] {
    let entity = model.catalog[id]
    func refs(_ label: String, _ type: RelationType, kind: String? = nil) -> TemplateValue? {
      let targets = model.catalog.relations(of: id, type).lazy
        .map { model.catalog.targetRef(of: $0) }
        .filter { kind == nil || $0.kind == kind }
        .prefix(8).map { references.value($0) }
      return targets.isEmpty
        ? nil : ["label": .string(label), "text": .null, "refs": .array(Array(targets))]
    }
    func text(_ label: String, _ text: String?) -> TemplateValue? {
      text.map { ["label": .string(label), "text": .string($0), "refs": []] }
    }
    return [
      refs("Owner", .ownedBy),
      refs("Domain", .partOf, kind: "domain"),
      refs("System", .partOf, kind: "system"),
      refs("Part of", .partOf, kind: "component"),
      refs("Parent", .childOf),
      refs("Member of", .memberOf),
      text("Type", entity.type),
      text("Lifecycle", entity.lifecycle),
      text("Namespace", entity.ref.namespace == "default" ? nil : entity.ref.namespace),
    ].compactMap { $0 }
  }

  private func relationValues(_ id: EntityID) -> [TemplateValue] {
    let relations = model.catalog.relations(of: id)
    var start = relations.startIndex
    return RelationGroups.counts(relations).map { type, count in
      let group = relations[start..<(start + count)]
      start += count
      let name = model.catalog.relationTypes[type].name
      let list = Routes.relationList(model.catalog.ref(of: id), relation: name)
      return [
        "type": .string(name),
        "label": .string(RelationGroups.label(name)),
        "count": .integer(count),
        "items": .array(group.prefix(PageSize.relations).map(references.describedTarget)),
        "more": count > PageSize.relations
          ? ["route": .string(list.urlPath), "count": .integer(count)] : .null,
      ]
    }
  }

  /// The findings that stand within the entity's own document.
  private func ownFindings(of entity: Entity) -> [Diagnostic] {
    let lines = entity.span.range.lowerBound.line...entity.span.range.upperBound.line
    return (findings[entity.file] ?? []).filter { finding in
      finding.span.map { lines.contains($0.range.lowerBound.line) } ?? false
    }
  }
}
