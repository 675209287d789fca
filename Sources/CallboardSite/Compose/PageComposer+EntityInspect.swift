import CallboardCatalog
import CallboardDiagnostics
import CallboardHTML
import CallboardHighlight
import CallboardTemplate

/// Where an entity comes from: its descriptor, the Locations that led to it, and what else its file holds.
extension PageComposer {
  /// The `inspect` object of an entity's page.
  func inspectValue(of id: EntityID) -> TemplateValue {
    let entity = model.catalog[id]
    let siblings = entities.entities(of: entity.file).filter { $0 != id }
    return [
      "source": inlineSource(of: entity),
      "reasons": reasonValues(of: id),
      "locations": .array(
        entities.locations.chain(to: entity.file, in: model.catalog).map { link in
          let span = link.target.span
          let line = span.range.lowerBound.line
          return [
            "ref": references.value(link.location),
            "target": .string(link.target.target),
            "place": .string("\(span.file):\(line)"),
            "route": TemplateValue(address(ofLine: line, of: link.location)),
            "viewUrl": TemplateValue(problems.viewURL(of: span)),
          ]
        }
      ),
      "managedBy": TemplateValue(entity.annotation(WellKnownAnnotation.managedByLocation)),
      "siblings": .array(siblings.prefix(PageSize.siblings).map { references.value($0) }),
      "moreSiblings": .integer(max(0, siblings.count - PageSize.siblings)),
    ]
  }

  /// The address of a line of an entity's document, relative to the site's root; nil when no page shows it.
  func address(ofLine line: Int, of id: EntityID) -> String? {
    let entity = model.catalog[id]
    if case .inline = model.sources.place(of: entity), !layouts.showsDescriptor(of: id) {
      return nil
    }
    return model.sources.address(ofLine: line, of: entity)
  }

  private func inlineSource(of entity: Entity) -> TemplateValue {
    guard let document = model.sources.document(of: entity) else { return .null }
    let isInline = model.sources.place(of: entity) == .inline
    return [
      "html": isInline ? .html(listing(document)) : .null,
      "route": isInline ? .null : .string(Routes.source(entity.ref).urlPath),
      "lines": .integer(document.lines.count),
      "first": .integer(document.lines.lowerBound),
    ]
  }

  private func listing(_ excerpt: DescriptorSources.Excerpt) -> HTML {
    SourceListing.html(
      excerpt.bytes,
      firstLine: excerpt.lines.lowerBound,
      language: "yaml",
      strings
    )
  }

  /// The page of a descriptor that is too large for its entity's page.
  func sourceContext(_ id: EntityID) -> [String: TemplateValue] {
    let entity = model.catalog[id]
    var facts = SharedContext.PageFacts(
      title: strings.text("entity.source-title", ["name": entity.displayName]),
      route: Routes.source(entity.ref),
      layout: "source",
      section: Routes.catalog,
      breadcrumbs: entityBreadcrumbs(entity.ref)
        + [(entity.displayName, Routes.entity(entity.ref))]
    )
    facts.isIndexed = false
    var context = shared.values(for: facts)
    let whole = model.sources.document(of: entity)
    let shown = model.sources.shown(of: entity)
    let line = entity.span.range.lowerBound.line
    context["entity"] = references.value(id)
    context["source"] = [
      "place": .string("\(entity.file):\(line)"),
      "viewUrl": TemplateValue(problems.viewURL(of: entity.span)),
      "html": shown.map { .html(listing($0)) } ?? .null,
      "lines": .integer(whole?.lines.count ?? 0),
      "shown": .integer(shown?.lines.count ?? 0),
      "isCut": .bool((shown?.bytes.count ?? 0) < (whole?.bytes.count ?? 0)),
    ]
    context["json"] = .string(EntityFiles.path(of: entity.ref))
    return context
  }

  /// Whether the page of an entity shows a definition.
  func hasDefinition(_ entity: Entity) -> Bool {
    entity.ref.kind == "api" && entity.specText("definition")?.isEmpty == false
  }

  /// The text of an API's definition, coloured by its language; of a long one the beginning.
  func definition(of entity: Entity) -> TemplateValue {
    guard entity.ref.kind == "api", let text = entity.specText("definition"), !text.isEmpty else {
      return .null
    }
    let language = Self.definitionLanguage(entity.type ?? "", text)
    let bytes = Array(text.utf8)
    var shown = SourceListing.prefix(of: bytes[...], PageSize.definition)
    if shown.count < bytes.count, let lineEnd = shown.lastIndex(of: UInt8(ascii: "\n")) {
      shown = shown[..<lineEnd]
    }
    let colored = shown.withUnsafeBufferPointer { Highlighter.html(code: $0, language: language) }
    var html = HTML(literal: "<pre tabindex=\"0\"><code>")
    html.append(colored ?? HTML(escaping: String(decoding: shown, as: UTF8.self)))
    html.append(literal: "</code></pre>")
    return [
      "language": .string(language),
      "html": .html(html),
      "isCut": .bool(shown.count < bytes.count),
    ]
  }

  private static func definitionLanguage(_ type: String, _ text: String) -> String {
    switch type.lowercased() {
    case "graphql": "graphql"
    case "grpc": "proto"
    default: text.utf8.first { $0 > 0x20 } == UInt8(ascii: "{") ? "json" : "yaml"
    }
  }
}
