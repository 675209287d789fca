import CallboardDiagnostics
import CallboardYAML

/// Finds what Backstage takes without a word and what is probably not meant: the second tier of a check.
enum DescriptorLint {
  /// The findings about one entity, none of them an error.
  static func findings(for entity: Entity, model: CatalogModel) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let finding = oldVersion(of: entity, model: model) { findings.append(finding) }
    let annotations = entity.document["metadata"]?["annotations"]?.mapping
    for entry in annotations?.entries ?? [] {
      guard let text = entry.value.string else { continue }
      let finding = finding(for: entry, text, in: entity.file)
      if let finding { findings.append(finding) }
    }
    return findings
  }

  /// Of several versions the first is the current one.
  private static func oldVersion(of entity: Entity, model: CatalogModel) -> Diagnostic? {
    let schema = model.schema(kind: entity.kind, apiVersion: entity.apiVersion)
    guard let current = schema?.apiVersions.first, current != entity.apiVersion,
      let node = entity.document["apiVersion"]
    else { return nil }
    return .apiVersionOld(
      entity.apiVersion,
      current: current,
      span: node.span(in: entity.file)
    )
  }

  private static func finding(
    for entry: YAMLMapping.Entry,
    _ text: String,
    in file: SourcePath
  ) -> Diagnostic? {
    let key = entry.key
    if key == WellKnownAnnotation.sourceLocation {
      guard LocationRef(text)?.type != "url" else { return nil }
      return .sourceLocationWithoutURL(text, span: entry.value.span(in: file))
    }
    if WellKnownAnnotation.written.contains(key) {
      return .annotationWritten(key, span: entry.keySpan(in: file))
    }
    if let shape = WellKnownAnnotation.shapes[key] {
      // A script in place of a link was reported with the schema.
      guard !shape.accepts(text), !LinkURL.isScript(text) else { return nil }
      let span = entry.value.span(in: file)
      return .annotationShape(
        text,
        key: key,
        shape,
        span: span.range.isEmpty ? entry.keySpan(in: file) : span
      )
    }
    guard key.hasPrefix(WellKnownAnnotation.prefix), !WellKnownAnnotation.ownKeys.contains(key),
      let nearest = NearestName.of(key, in: WellKnownAnnotation.ownKeys)
    else { return nil }
    return .annotationUnknown(key, nearest: nearest, span: entry.keySpan(in: file))
  }
}

extension Catalog {
  /// Annotations that lead to entities which are not there: docs and templates of others.
  static func missingAnnotationTargets(
    in entities: [Entity],
    ids: [EntityRef: EntityID],
    absentees: Absentees
  ) -> [Diagnostic] {
    let kinds = [
      WellKnownAnnotation.techdocsEntity: "component",
      WellKnownAnnotation.sourceTemplate: "template",
    ]
    var findings: [Diagnostic] = []
    for entity in entities {
      for annotation in entity.annotations {
        guard let kind = kinds[annotation.key] else { continue }
        let context = EntityRef.Context(kind: kind, namespace: entity.namespace)
        guard let target = try? EntityRef(annotation.value, in: context), ids[target] == nil,
          !absentees.contains(target)
        else { continue }
        let written = entity.document["metadata"]?["annotations"]?[annotation.key]
        findings.append(
          .annotationTargetMissing(
            target,
            key: annotation.key,
            span: written?.span(in: entity.file) ?? entity.nameSpan
          )
        )
      }
    }
    return findings
  }
}
