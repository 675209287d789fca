package import CallboardDiagnostics
import CallboardYAML

extension Diagnostic.ID {
  package static let descriptorNotMapping = Self(rawValue: "descriptor-not-mapping")
  package static let entityFieldMissing = Self(rawValue: "entity-field-missing")
  package static let entityFieldType = Self(rawValue: "entity-field-type")
  package static let entityFieldFormat = Self(rawValue: "entity-field-format")
  package static let entityFieldUnknown = Self(rawValue: "entity-field-unknown")
  package static let entityKindUnknown = Self(rawValue: "entity-kind-unknown")
  package static let annotationUnsafe = Self(rawValue: "annotation-unsafe")
  package static let limitEntity = Self(rawValue: "limit-entity")
  package static let relationRefInvalid = Self(rawValue: "relation-ref-invalid")
  package static let relationTargetMissing = Self(rawValue: "relation-target-missing")
  package static let entityDuplicate = Self(rawValue: "entity-duplicate")
  package static let templateSkeleton = Self(rawValue: "template-skeleton")
}

// Descriptors and their fields.
extension Diagnostic {
  static func documentNotMapping(_ root: YAMLNode, file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .descriptorNotMapping,
      severity: .error,
      summary: "A descriptor must be a mapping, and this document is \(root.value.typeName)",
      span: root.span(in: file),
      help: ["Begin the document with 'apiVersion:', 'kind:' and 'metadata:'."]
    )
  }

  static func fieldMissing(_ path: String, _ shape: FieldShape, span: SourceSpan) -> Diagnostic {
    fieldMissing(path, expecting: shape.name, span: span)
  }

  /// `expected` completes "it must be"; nil when anything will do.
  static func fieldMissing(_ path: String, expecting expected: String?, span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      id: .entityFieldMissing,
      severity: .error,
      summary: "'\(path)' is missing",
      span: span,
      help: ["Add '\(path)'" + (expected.map { "; it must be \($0)." } ?? ".")]
    )
  }

  static func fieldType(
    _ path: String,
    _ shape: FieldShape,
    _ node: YAMLNode,
    file: SourcePath,
    place: SourceSpan
  ) -> Diagnostic {
    fieldType(path, expecting: shape.name, node, file: file, place: place)
  }

  /// Reports at the value, or at `place`, its key, when the value has no extent. `expected` completes
  /// "must be".
  static func fieldType(
    _ path: String,
    expecting expected: String,
    _ node: YAMLNode,
    file: SourcePath,
    place: SourceSpan
  ) -> Diagnostic {
    var found = node.value.typeName
    var help: [String] = []
    switch node.value {
    case .string(""):
      found = "empty"
      help = ["Give it a value, or remove the field."]
    case .string(let text): found = "'\(text.prefix(80))'"
    case .bool, .int, .float:
      if let text = node.value.flowText(limit: 80) {
        found = "\(found), \(text)"
        help = ["Put quotes around the value if it is meant as text."]
      }
    case .null: help = ["Give it a value, or remove the field."]
    case .mapping:
      if expected.hasPrefix("a string") {
        help = ["Begin the text with '|' to keep it from being read as YAML."]
      }
    default: break
    }
    let span = node.span(in: file)
    return Diagnostic(
      id: .entityFieldType,
      severity: .error,
      summary: "'\(path)' must be \(expected), and it is \(found)",
      span: span.range.isEmpty ? place : span,
      help: help
    )
  }

  static func fieldFormat(
    _ text: String,
    path: String,
    _ format: FieldFormat,
    span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .entityFieldFormat,
      severity: .error,
      summary: "'\(text.prefix(80))' in \(path) is not a valid \(format.noun)",
      span: span,
      help: [
        // Authors who know YAML 1.1 expect it to be gone by now.
        text == "<<" ? "Write the entries out; YAML 1.2 has no merge keys." : format.rule
      ]
    )
  }

  static func rootField(_ key: String, span: SourceSpan) -> Diagnostic {
    let isGenerated = key == "relations" || key == "status"
    return Diagnostic(
      id: .entityFieldUnknown,
      severity: .error,
      summary: "'\(key)' is not a field of an entity's root",
      span: span,
      help: [
        isGenerated
          ? "Remove '\(key)'; it is computed from the spec."
          : "Indent '\(key)' below 'spec' or 'metadata', or remove it."
      ]
    )
  }

  static func annotationUnsafe(_ key: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .annotationUnsafe,
      severity: .warning,
      summary: "'\(key)' holds a script in place of a link and is left out",
      span: span,
      help: ["Write an 'https:' URL."]
    )
  }

  /// `what` with its limit: `'metadata.tags' has more than 100 items`.
  static func overEntityLimit(_ what: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .limitEntity,
      severity: .warning,
      summary: "\(what); the rest is left out",
      span: span,
      help: ["Shorten it, or spread it over several entities."]
    )
  }

  /// `count` descriptors below one folder are left out, of which the first is reported.
  static func templateSkeleton(_ skeleton: String, count: Int, span: SourceSpan) -> Diagnostic {
    let what = count == 1 ? "a descriptor" : "\(count) descriptors"
    return Diagnostic(
      id: .templateSkeleton,
      severity: .note,
      summary: "'\(skeleton)' is the skeleton of a software template, so \(what) in it is left out",
      span: span
    )
  }

  static func templateSkeleton(span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .templateSkeleton,
      severity: .note,
      summary: "This descriptor is part of a software template and is left out",
      span: span
    )
  }
}

// Kinds, references and what they lead to.
extension Diagnostic {
  static func kindUnknown(
    _ kind: String,
    apiVersion: String,
    in document: YAMLNode,
    file: SourcePath,
    model: CatalogModel
  ) -> Diagnostic {
    let schema = model.schemas.first { $0.kind.lowercased() == kind.lowercased() }
    let isVersion = schema?.kind == kind
    let node = document[isVersion ? "apiVersion" : "kind"] ?? document
    let help: String
    if let schema, isVersion {
      help = "Change apiVersion to '\(schema.apiVersions[0])'."
    } else if let near = schema?.kind ?? NearestName.of(kind, in: model.schemas.map(\.kind)) {
      help = "Change kind to '\(near)'."
    } else {
      help = "Use one of the kinds \(model.schemas.map(\.kind).joined(separator: ", "))."
    }
    let declaration = "catalog: {kinds: [{kind: \(kind), apiVersion: \(apiVersion)}]}"
    // Below Backstage's own name a near miss is a mistake, elsewhere more likely a kind of one's own.
    let isForeign = !apiVersion.hasPrefix("backstage.io/") && !apiVersion.contains(".backstage.io/")
    let canDeclare =
      (isForeign || help.hasPrefix("Use")) && FieldFormat.kind.accepts(kind)
      && FieldFormat.apiVersion.accepts(apiVersion)
    return Diagnostic(
      id: .entityKindUnknown,
      severity: .error,
      summary: "There is no kind '\(kind)' of apiVersion '\(apiVersion)'",
      span: node.span(in: file),
      help: canDeclare
        ? [help, "If it is a kind of your own, declare it in site.yaml: '\(declaration)'."] : [help]
    )
  }

  static func referenceInvalid(
    _ text: String,
    field: String,
    _ error: EntityRefError,
    span: SourceSpan
  ) -> Diagnostic {
    let fault =
      switch error {
      case .emptyKind: "has no kind before its ':'"
      case .emptyNamespace: "has no namespace before its '/'"
      case .emptyName: "has no name"
      case .missingKind: "names no kind"
      }
    return Diagnostic(
      id: .relationRefInvalid,
      severity: .error,
      summary: "'\(text)' in \(field) \(fault)",
      span: span,
      help: [
        error == .missingKind
          ? "Put the kind in front, such as 'component:\(text)' or 'resource:\(text)'."
          : "Write 'kind:namespace/name', 'kind:name' or 'name'."
      ]
    )
  }

  static func relationTargetMissing(
    _ declared: RelationDeclaration,
    nearMiss: EntityRef?
  ) -> Diagnostic {
    Diagnostic(
      id: .relationTargetMissing,
      severity: .warning,
      summary: "'\(declared.target)' in \(declared.field) names no entity in this site",
      span: declared.span,
      help: [
        nearMiss.map { "Change it to '\($0)'." }
          ?? "Add the repository that declares it to 'sources' in site.yaml."
      ]
    )
  }

  static func entityDuplicate(_ entity: Entity, winner: Entity) -> Diagnostic {
    Diagnostic(
      id: .entityDuplicate,
      severity: .error,
      summary: "'\(entity.ref)' is declared in another file already, so this entity is left out",
      span: entity.nameSpan,
      notes: [Note("The entity that is kept", span: winner.nameSpan)],
      help: ["Rename one of the two, or remove it."]
    )
  }
}
