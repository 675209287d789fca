package import CallboardDiagnostics
import CallboardYAML

extension Diagnostic.ID {
  package static let entityFieldValue = Self(rawValue: "entity-field-value")
  package static let kindDeclarationInvalid = Self(rawValue: "kind-declaration-invalid")
  package static let kindSchemaInvalid = Self(rawValue: "kind-schema-invalid")
  package static let relationDeclarationInvalid = Self(rawValue: "relation-declaration-invalid")
  package static let relationKindNotAllowed = Self(rawValue: "relation-kind-not-allowed")
}

// Kinds that a site declares.
extension Diagnostic {
  static func kindDeclaration(
    _ fault: String,
    _ format: FieldFormat,
    _ span: SourceSpan
  ) -> Diagnostic {
    let help =
      format == .apiVersion
      ? "Write a version such as 'acme.example/v1'." : format.rule
    return Diagnostic(
      id: .kindDeclarationInvalid,
      severity: .error,
      summary: fault,
      span: span,
      help: [help]
    )
  }

  static func kindDeclaredTwice(
    _ kind: String,
    apiVersion: String,
    _ span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .kindDeclarationInvalid,
      severity: .error,
      summary: "The kind '\(kind)' of apiVersion '\(apiVersion)' is known already",
      span: span,
      help: ["Remove this entry, or use an apiVersion of your own."]
    )
  }

  static func relationField(_ fault: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .relationDeclarationInvalid,
      severity: .error,
      summary: fault,
      span: span,
      help: [
        "Give 'field', 'relation' and, for a relation of your own, 'inverse': names of letters and digits."
      ]
    )
  }

  static func relationInverse(
    _ relation: String,
    given: String,
    known: String,
    _ span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .relationDeclarationInvalid,
      severity: .error,
      summary: "The inverse of '\(relation)' is '\(known)', not '\(given)'",
      span: span,
      help: ["Write 'inverse: \(known)', or give the relation another name."]
    )
  }

  static func schemaKeywordUnknown(
    _ keyword: String,
    known: [String],
    span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .kindSchemaInvalid,
      severity: .error,
      summary: "'\(keyword)' is no keyword that schemas of kinds support",
      span: span,
      help: [
        NearestName.of(keyword, in: known).map { "Change it to '\($0)'." }
          ?? "Remove it, or use: \(known.joined(separator: ", "))."
      ]
    )
  }

  /// `what` and `expected` complete "… must be …".
  static func schemaInvalid(_ what: String, expected: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .kindSchemaInvalid,
      severity: .error,
      summary: "\(what) must be \(expected)",
      span: span,
      help: ["Write \(expected)."]
    )
  }

  static func schemaPattern(
    _ pattern: String,
    _ error: LinearPatternError,
    span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .kindSchemaInvalid,
      severity: .error,
      summary: "The pattern '\(pattern.prefix(80))' \(error)",
      span: span,
      help: ["Use characters, classes, groups, '|', '^', '$' and repetitions only."]
    )
  }
}

// Values that a declared schema does not take.
extension Diagnostic {
  /// `expected` completes "must be".
  static func fieldValue(
    _ path: String,
    expected: String,
    _ value: YAMLValue,
    span: SourceSpan
  ) -> Diagnostic {
    let found = value.flowText(limit: 80).map { "'\($0)'" } ?? value.typeName
    return Diagnostic(
      id: .entityFieldValue,
      severity: .error,
      summary: "'\(path)' must be \(expected), and it is \(found)",
      span: span,
      help: ["Change the value; the kind's schema in site.yaml asks for it."]
    )
  }

  /// `expected` is a bound with its unit: `at least 2 items`.
  static func fieldCount(
    _ path: String,
    _ expected: String,
    _ count: Int,
    span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .entityFieldValue,
      severity: .error,
      summary: "'\(path)' must have \(expected), and it has \(count)",
      span: span,
      help: ["Change the value; the kind's schema in site.yaml asks for it."]
    )
  }

  static func fieldNotAllowed(
    _ path: String,
    nearest: String? = nil,
    span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .entityFieldUnknown,
      severity: .error,
      summary: "'\(path)' is not a field of this kind",
      span: span,
      help: [nearest.map { "Change it to '\($0)'." } ?? "Remove it."]
    )
  }

  static func relationKindNotAllowed(
    _ target: EntityRef,
    field: String,
    allowed: Set<String>,
    span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .relationKindNotAllowed,
      severity: .error,
      summary: "'\(target)' in \(field) is of a kind that the field does not take",
      span: span,
      help: ["Name an entity of a kind of \(allowed.sorted().joined(separator: ", "))."]
    )
  }
}
