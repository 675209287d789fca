package import CallboardDiagnostics

extension Diagnostic.ID {
  package static let entityKindNotAllowed = Self(rawValue: "entity-kind-not-allowed")
}

extension Diagnostic {
  static func notAllowed(
    _ kind: String,
    namespace: String,
    _ refusal: CatalogRules.Refusal,
    span: SourceSpan
  ) -> Diagnostic {
    let place =
      switch refusal.reason {
      case .kind: ""
      case .repository: " from this repository"
      case .path: " from this file"
      case .namespace: " in the namespace '\(namespace)'"
      }
    var help = "Add the kind to 'catalog.rules' in site.yaml, or remove the entity."
    var notes: [Note] = []
    if let (index, rule) = refusal.rule {
      let name = "catalog.rules[\(index)]"
      let allowed =
        switch refusal.reason {
        case .repository: "from \(list(rule.repositories?.map(\.text)))"
        case .path: "from files that match \(list(rule.paths?.map(\.text)))"
        case .kind, .namespace: "in the namespace \(list(rule.namespaces))"
        }
      help =
        "Move the entity, or change '\(name)' in site.yaml, which takes a '\(kind)' only \(allowed)."
      notes = [Note("The rule that comes nearest", span: rule.span)]
    }
    return Diagnostic(
      id: .entityKindNotAllowed,
      severity: .error,
      summary: "This site takes no '\(kind)'\(place)",
      span: span,
      notes: notes,
      help: [help]
    )
  }

  /// `'a', 'b' or 'c'`; a long list is cut.
  private static func list(_ names: [String]?) -> String {
    let quoted = (names ?? []).map { "'\($0)'" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "nowhere" }
    guard quoted.count <= 5 else {
      return quoted.prefix(4).joined(separator: ", ") + " and \(quoted.count - 4) others"
    }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
