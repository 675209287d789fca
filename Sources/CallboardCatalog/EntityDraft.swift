import CallboardDiagnostics
import CallboardYAML

/// An entity on its way from descriptor to judgement; the steps run in Backstage's order.
struct EntityDraft {
  private(set) var diagnostics: [Diagnostic] = []

  let file: SourcePath
  /// From 0, as in ``Descriptor/documentIndex``.
  let documentIndex: Int
  /// With what the steps so far have filled in.
  private(set) var document: YAMLNode
  private(set) var relations: [RelationDeclaration] = []
  private(set) var unreadPlaceholders: [UnreadPlaceholder] = []

  private let model: CatalogModel
  /// Where the owner comes from when the spec names none.
  private var codeOwner: CodeOwner?

  init(_ descriptor: Descriptor, model: CatalogModel) {
    self.file = descriptor.file
    self.documentIndex = descriptor.documentIndex
    self.document = descriptor.root
    self.model = model
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

  /// Whether the site takes such an entity from this file.
  mutating func checkRules(_ rules: CatalogRules) -> Bool {
    let kind = document["kind"]
    guard let text = kind?.string,
      let refusal = rules.refusal(kind: text, namespace: namespace, file: file)
    else { return true }
    let place = refusal.reason == .namespace ? document["metadata"]?["namespace"] ?? kind : kind
    diagnostics.append(
      .notAllowed(text, namespace: namespace, refusal, span: place?.span(in: file) ?? start)
    )
    return false
  }

  /// Fills in placeholders, so that the schema sees what they stand for.
  mutating func resolvePlaceholders(with reader: PlaceholderReader?) {
    var resolver = PlaceholderResolver(file: file, reader: reader)
    document = resolver.resolve(document)
    diagnostics += resolver.diagnostics
    unreadPlaceholders = resolver.unread
  }

  /// Takes the owner from CODEOWNERS when the spec of a kind that should have one names none.
  mutating func fillInOwner(_ codeOwner: () -> CodeOwner?) {
    guard let kind = document["kind"]?.string, CodeOwner.kinds.contains(kind),
      let root = document.mapping, let entry = root.entry(for: "spec"),
      let spec = entry.value.mapping, spec["owner"] == nil, let found = codeOwner()
    else { return }
    self.codeOwner = found
    // The value has no place in this file; that of the relation is the line in CODEOWNERS.
    let place = entry.keyRange.lowerBound..<entry.keyRange.lowerBound
    let owner = YAMLMapping.Entry(
      key: "owner",
      keyRange: place,
      value: YAMLNode(.string(found.owner), range: place)
    )
    var filled = entry
    filled.value.value = .mapping(YAMLMapping(spec.entries + [owner]))
    document.value = .mapping(
      YAMLMapping(root.entries.map { $0.key == "spec" ? filled : $0 })
    )
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
  static func isUnsafe(_ annotation: YAMLMapping.Entry) -> Bool {
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
    guard let schema = model.schema(kind: kind, apiVersion: version) else {
      diagnostics.append(
        .kindUnknown(kind, apiVersion: version, in: document, file: file, model: model)
      )
      return
    }
    guard let entry = document.mapping?.entry(for: "spec") else {
      if schema.needsSpec { diagnostics.append(.fieldMissing("spec", .object([]), span: start)) }
      return
    }
    var check = SchemaCheck(file: file)
    let place = entry.keySpan(in: file)
    if let spec = entry.value.mapping {
      let type = spec["type"]?.string
      let fields = schema.fields(type: type, hasDefinition: spec["definition"] != nil)
      check.check(fields, in: spec, path: "spec", place: place)
      if let values = schema.valueSchema {
        check.check(entry.value, values, path: "spec", place: place)
      }
      for rule in schema.relations(type: type) {
        readReferences(of: rule, in: spec, reportingTypes: !schema.isBuiltIn, to: &check)
      }
    } else {
      check.check(entry.value, .object([]), path: "spec", place: place)
    }
    diagnostics += check.diagnostics
  }

  /// Reads the references of one field.
  ///
  /// The schema tables of built-in kinds have reported what is no text, or empty; the schema of a declared kind
  /// may say nothing of it.
  private mutating func readReferences(
    of rule: RelationRule,
    in spec: YAMLMapping,
    reportingTypes: Bool,
    to check: inout SchemaCheck
  ) {
    let context = EntityRef.Context(
      kind: rule.defaultKind,
      namespace: rule.namespace ?? namespace
    )
    let isFilledIn = codeOwner != nil && rule.type == .ownedBy
    for node in rule.values(in: spec) {
      guard let text = node.string, !text.isEmpty else {
        if reportingTypes { check.checkReference(node, path: rule.field) }
        continue
      }
      let span = (isFilledIn ? codeOwner?.span : nil) ?? node.span(in: file)
      let field = isFilledIn ? CodeOwner.field : rule.field
      do throws(EntityRefError) {
        let target = try EntityRef(text, in: context)
        if let allowed = rule.allowedKinds, !allowed.contains(target.kind) {
          check.report(
            .relationKindNotAllowed(target, field: field, allowed: allowed, span: span)
          )
          continue
        }
        relations.append(
          RelationDeclaration(field: field, type: rule.type, target: target, span: span)
        )
      } catch {
        check.report(.referenceInvalid(text, field: field, error, span: span))
      }
    }
  }

  /// The entity's own namespace, which shortened references take.
  private var namespace: String { document["metadata"]?["namespace"]?.string ?? "default" }

  /// The document's first character, for what is missing from its root.
  private var start: SourceSpan {
    SourceSpan(file: file, range: document.range.lowerBound..<document.range.lowerBound)
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
