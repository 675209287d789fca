package import CallboardDiagnostics

/// The short form of conditions: the `filter` parameter of Backstage's REST API.
///
///     kind=component,spec.type=service,spec.type=website,metadata.annotations.acme.example/tier
///
/// All fields must match; a field that stands twice matches either value; a field alone must exist.
package enum ShortFilter {
  /// - Parameter file: What messages call the text, as a path.
  /// - Returns: A condition that holds for nothing where there is an error among the findings.
  package static func read(_ text: String, file: SourcePath) -> Diagnosed<EntityPredicate> {
    var order: [String] = []
    var conditions: [String: (values: [QueryScalar], exists: Bool)] = [:]
    var diagnostics: [Diagnostic] = []
    var column = 1
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let range =
        SourceSpan.Position(
          line: 1,
          column: column
        )..<SourceSpan.Position(line: 1, column: column + part.utf8.count)
      let span = SourceSpan(file: file, range: range)
      column += part.utf8.count + 1
      let statement = trimmed(part)
      guard !statement.isEmpty else { continue }
      let equals = statement.firstIndex(of: "=")
      let field = trimmed(statement[..<(equals ?? statement.endIndex)])
      guard !field.isEmpty, !field.hasSuffix("!"), !field.hasPrefix("$") else {
        diagnostics.append(.queryFilterInvalid(String(statement), at: span))
        continue
      }
      let name = String(field)
      if conditions[name] == nil { order.append(name) }
      var condition = conditions[name] ?? ([], false)
      if let equals {
        let value = trimmed(statement[statement.index(after: equals)...])
        condition.values.append(QueryScalar(String(value)))
      } else {
        condition.exists = true
      }
      conditions[name] = condition
    }
    var fields: [EntityPredicate] = []
    for name in order {
      guard let condition = conditions[name] else { continue }
      let path = FieldPath(name)
      if condition.exists { fields.append(.field(path, .exists(true))) }
      if !condition.values.isEmpty { fields.append(.field(path, .isOneOf(condition.values))) }
    }
    return Diagnosed(diagnostics.isEmpty ? .all(fields) : .any([]), diagnostics: diagnostics)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
