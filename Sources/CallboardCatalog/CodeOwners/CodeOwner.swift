package import CallboardDiagnostics

/// Whom a CODEOWNERS file names first for a path, as the text of a reference: `team`, `User:ada`.
package struct CodeOwner: Hashable, Sendable {
  /// As `spec.owner` would say it.
  package var owner: String
  /// The owner's place in the CODEOWNERS file.
  package var span: SourceSpan

  package init(owner: String, span: SourceSpan) {
    self.owner = owner
    self.span = span
  }

  /// What stands in place of a field's name where a relation was not declared in the descriptor.
  package static let field = "CODEOWNERS"

  /// The kinds that take their owner from CODEOWNERS when they name none.
  static let kinds: Set<String> = ["API", "Component", "Domain", "Resource", "System"]
}

extension CodeOwner {
  /// What Backstage makes of an owner: `@org/team` → `team`, `@user` → `User:user`, `a@b.c` → `a`.
  ///
  /// Of a group within groups the last part is taken.
  ///
  /// - Returns: nil for what names nobody in particular, such as a role (`@@maintainer`).
  static func reference(_ text: String) -> String? {
    var name = text[...]
    // Bitbucket picks reviewers from a group by `@group:random(2)`.
    if let colon = name.firstIndex(of: ":") { name = name[..<colon] }
    if name.hasPrefix("@@") { return nil }
    let reference: Substring
    if name.hasPrefix("@") {
      let path = name.dropFirst()
      guard let slash = path.lastIndex(of: "/") else {
        return path.isEmpty ? nil : "User:\(path)"
      }
      reference = path[path.index(after: slash)...]
    } else if let at = name.firstIndex(of: "@") {
      reference = name[..<at]
    } else {
      reference = name
    }
    return reference.isEmpty ? nil : String(reference)
  }
}
