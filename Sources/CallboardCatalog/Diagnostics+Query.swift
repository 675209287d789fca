import CallboardDiagnostics

extension Diagnostic.ID {
  static let queryFieldInvalid = Self(rawValue: "query-field-invalid")
  static let queryFilterInvalid = Self(rawValue: "query-filter-invalid")
  static let queryOperatorMisplaced = Self(rawValue: "query-operator-misplaced")
  static let queryOperatorUnknown = Self(rawValue: "query-operator-unknown")
  static let queryValueInvalid = Self(rawValue: "query-value-invalid")
}

extension Diagnostic {
  // MARK: Fields

  static func queryFieldEmpty(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .queryFieldInvalid,
      severity: .error,
      summary: "A condition has no field",
      span: span,
      help: ["Name a field, such as 'kind' or 'spec.type'."]
    )
  }

  /// - Parameter inner: The first key below the field; nil when there is none.
  static func queryFieldNested(
    _ field: String,
    _ inner: String?,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .queryFieldInvalid,
      severity: .error,
      summary: "'\(field)' is compared with an object",
      span: span,
      help: [
        inner.map { "Write the whole path as one key: '\(field).\($0)'." }
          ?? "Write {\"$exists\": true} to ask whether it is there."
      ]
    )
  }

  static func queryFilterInvalid(_ statement: String, at span: SourceSpan) -> Diagnostic {
    let help =
      if statement.contains("!") {
        "Write a condition as JSON: {\"$not\": {\"field\": \"value\"}}."
      } else if statement.hasPrefix("$") {
        "Write a condition with operators as JSON, in braces."
      } else {
        "Write 'field=value', or a field alone to ask whether it is there."
      }
    return Diagnostic(
      id: .queryFilterInvalid,
      severity: .error,
      summary: "'\(statement)' is no filter",
      span: span,
      help: [help]
    )
  }

  // MARK: Values

  static func queryEmpty(_ file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .queryValueInvalid,
      severity: .error,
      summary: "'\(file.path)' holds no condition",
      span: nil,
      help: ["Write one, such as {\"kind\": \"component\"}; {} holds for every entity."]
    )
  }

  static func queryValueInvalid(
    _ type: String,
    expected: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .queryValueInvalid,
      severity: .error,
      summary: "Here stands \(type) instead of \(expected)",
      span: span,
      help: ["Write a condition on a field, such as {\"kind\": \"component\"}."]
    )
  }

  static func queryComparisonInvalid(
    _ field: String,
    _ type: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .queryValueInvalid,
      severity: .error,
      summary: "'\(field)' is compared with \(type)",
      span: span,
      help: [
        type == "null"
          ? "Write {\"$exists\": false} to ask for entities without it."
          : "Write {\"$in\": […]} for one of several values, or {\"$contains\": …} for an element."
      ]
    )
  }

  static func queryOperandInvalid(
    _ name: String,
    _ type: String,
    expected: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .queryValueInvalid,
      severity: .error,
      summary: "'\(name)' has \(type) instead of \(expected)",
      span: span,
      help: ["Give it \(expected)."]
    )
  }

  // MARK: Operators

  static func queryOperatorUnknown(
    _ name: String,
    nearest: String?,
    known: [String],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .queryOperatorUnknown,
      severity: .error,
      summary: "'\(name)' is no operator",
      span: span,
      help: [
        nearest.map { "Change it to '\($0)'." } ?? "Use one of \(known.joined(separator: ", "))."
      ]
    )
  }

  static func queryOperatorMisplaced(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .queryOperatorMisplaced,
      severity: .error,
      summary: "'\(name)' stands without a field",
      span: span,
      help: ["Name the field that it asks about: {\"spec.type\": {\"\(name)\": …}}."]
    )
  }

  static func queryCombinationMisplaced(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .queryOperatorMisplaced,
      severity: .error,
      summary: "'\(name)' stands below a field",
      span: span,
      help: ["Put it around whole conditions: {\"\(name)\": …}, with the field inside."]
    )
  }

  static func queryOperatorNotAlone(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .queryOperatorMisplaced,
      severity: .error,
      summary: "'\(name)' does not stand alone",
      span: span,
      help: ["Put each condition into a list of its own element below '$all'."]
    )
  }
}
