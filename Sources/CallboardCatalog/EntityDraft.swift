import CallboardDiagnostics
import CallboardYAML

/// An entity on its way from descriptor to judgement; the steps run in Backstage's order.
struct EntityDraft {
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourcePath
  private let documentIndex: Int
  private var document: YAMLNode
  private var relations: [RelationDeclaration] = []
  private var unreadPlaceholders: [UnreadPlaceholder] = []

  init(_ descriptor: Descriptor) {
    self.file = descriptor.file
    self.documentIndex = descriptor.documentIndex
    self.document = descriptor.root
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether there is an entity at all: kind, name, and where annotations go.
  mutating func checkEnvelope() -> Bool {
    var check = SchemaCheck(file: file)
    let root = document.mapping ?? YAMLMapping([])
    check.check(EnvelopeSchema.root, in: root, path: "", place: start)
    if let entry = root.entry(for: "metadata") {
      let place = entry.keySpan(in: file)
      if let metadata = entry.value.mapping {
        check.check(EnvelopeSchema.identity, in: metadata, path: "metadata", place: place)
        if let annotations = metadata.entry(for: "annotations"), !annotations.value.isFalsy,
          annotations.value.mapping == nil
        {
          let place = annotations.keySpan(in: file)
          check.check(
            annotations.value,
            EnvelopeSchema.annotations,
            path: "metadata.annotations",
            place: place
          )
        }
      } else {
        check.check(entry.value, .object([]), path: "metadata", place: place)
      }
    } else {
      check.report(.fieldMissing("metadata", .object([]), span: start))
    }
    diagnostics += check.diagnostics
    return check.diagnostics.isEmpty
  }

  /// Whether the site takes this kind from this repository.
  mutating func checkRules(_ rules: CatalogRules) -> Bool {
    let kind = document["kind"]
    guard let text = kind?.string, !rules.allows(kind: text, from: file) else { return true }
    diagnostics.append(.kindNotAllowed(text, span: kind?.span(in: file) ?? start))
    return false
  }

  /// Fills in placeholders, so that the schema sees what they stand for.
  mutating func resolvePlaceholders(with reader: PlaceholderReader?) {
    var resolver = PlaceholderResolver(file: file, reader: reader)
    document = resolver.resolve(document)
    diagnostics += resolver.diagnostics
    unreadPlaceholders = resolver.unread
  }

  /// Checks the root's keys, and what every kind has in its metadata.
  mutating func checkMetadata() {
    var check = SchemaCheck(file: file)
    let root = document.mapping ?? YAMLMapping([])
    for entry in root.entries where !EnvelopeSchema.rootKeys.contains(entry.key) {
      check.report(.rootField(entry.key, span: entry.keySpan(in: file)))
    }
    check.check(EnvelopeSchema.rootFormats, in: root, path: "", place: start)
    if let entry = root.entry(for: "metadata"), let metadata = entry.value.mapping {
      let place = entry.keySpan(in: file)
      check.check(EnvelopeSchema.metadata, in: metadata, path: "metadata", place: place)
      if let entry = metadata.entry(for: "annotations"), !entry.value.isFalsy {
        check.check(
          entry.value,
          EnvelopeSchema.annotations,
          path: "metadata.annotations",
          place: entry.keySpan(in: file)
        )
        for entry in entry.value.mapping?.entries ?? [] where Self.isUnsafe(entry) {
          check.report(.annotationUnsafe(entry.key, span: entry.value.span(in: file)))
        }
      }
    }
    diagnostics += check.diagnostics
  }

  /// Whether an annotation would become a link that runs as code.
  private static func isUnsafe(_ annotation: YAMLMapping.Entry) -> Bool {
    guard [WellKnownAnnotation.viewURL, WellKnownAnnotation.editURL].contains(annotation.key) else {
      return false
    }
    return annotation.value.string.map(LinkURL.isScript) ?? false
  }

  /// Checks the spec by its kind's schema and reads the references in it.
  mutating func checkKind() {
    guard let kind = document["kind"]?.string, let version = document["apiVersion"]?.string else {
      return
    }
    guard let schema = KindSchema.known(kind: kind, apiVersion: version) else {
      diagnostics.append(.kindUnknown(kind, apiVersion: version, in: document, file: file))
      return
    }
    guard let entry = document.mapping?.entry(for: "spec") else {
      diagnostics.append(.fieldMissing("spec", .object([]), span: start))
      return
    }
    var check = SchemaCheck(file: file)
    let place = entry.keySpan(in: file)
    if let spec = entry.value.mapping {
      let type = spec["type"]?.string
      let fields = schema.fields(type: type, hasDefinition: spec["definition"] != nil)
      check.check(fields, in: spec, path: "spec", place: place)
      for rule in schema.relations(type: type) { readReferences(of: rule, in: spec) }
    } else {
      check.check(entry.value, .object([]), path: "spec", place: place)
    }
    diagnostics += check.diagnostics
  }

  private mutating func readReferences(of rule: RelationRule, in spec: YAMLMapping) {
    guard let value = spec[rule.field] else { return }
    let context = EntityRef.Context(
      kind: rule.defaultKind,
      namespace: document["metadata"]?["namespace"]?.string ?? "default"
    )
    let field = "spec.\(rule.field)"
    for node in value.sequence ?? [value] {
      // What is no string, or empty, was reported by the schema.
      guard let text = node.string, !text.isEmpty else { continue }
      let span = node.span(in: file)
      do throws(EntityRefError) {
        let target = try EntityRef(text, in: context)
        relations.append(
          RelationDeclaration(field: field, type: rule.type, target: target, span: span)
        )
      } catch {
        diagnostics.append(.referenceInvalid(text, field: field, error, span: span))
      }
    }
  }

  /// The document's first character, for what is missing from its root.
  private var start: SourceSpan {
    SourceSpan(file: file, range: document.range.lowerBound..<document.range.lowerBound)
  }
}

extension EntityDraft {
  /// The finished entity; nil only if the envelope was not checked.
  func entity() -> Entity? {
    guard let apiVersion = document["apiVersion"]?.string, let kind = document["kind"]?.string,
      let metadata = document["metadata"]?.mapping, let nameNode = metadata["name"],
      let name = nameNode.string, let spec = document["spec"]?.mapping
    else { return nil }
    let namespace = metadata["namespace"]?.string ?? "default"
    return Entity(
      ref: EntityRef(kind: kind, namespace: namespace, name: name),
      apiVersion: apiVersion,
      kind: kind,
      namespace: namespace,
      name: name,
      title: metadata["title"]?.string,
      description: metadata["description"]?.string,
      labels: Self.attributes(metadata["labels"]),
      annotations: Self.attributes(metadata["annotations"], unless: Self.isUnsafe),
      tags: metadata["tags"]?.sequence?.compactMap(\.string) ?? [],
      links: metadata["links"]?.sequence?.compactMap(Self.link) ?? [],
      spec: spec,
      document: document,
      file: file,
      documentIndex: documentIndex,
      span: document.span(in: file),
      nameSpan: nameNode.span(in: file),
      relations: relations,
      unreadPlaceholders: unreadPlaceholders
    )
  }

  private static func attributes(
    _ node: YAMLNode?,
    unless isLeftOut: (YAMLMapping.Entry) -> Bool = { _ in false }
  ) -> [Entity.Attribute] {
    node?.mapping?.entries.compactMap { entry in
      guard !isLeftOut(entry) else { return nil }
      return entry.value.string.map { Entity.Attribute(key: entry.key, value: $0) }
    } ?? []
  }

  private static func link(_ node: YAMLNode) -> Entity.Link? {
    guard let url = node["url"]?.string else { return nil }
    return Entity.Link(
      url: url,
      title: node["title"]?.string,
      icon: node["icon"]?.string,
      type: node["type"]?.string
    )
  }
}

extension YAMLNode {
  /// What JavaScript takes for false; Backstage treats such annotations as absent.
  fileprivate var isFalsy: Bool {
    switch value {
    case .null, .bool(false), .int(0), .string(""): true
    case .float(let number): number.isNaN || number == 0
    default: false
    }
  }
}
