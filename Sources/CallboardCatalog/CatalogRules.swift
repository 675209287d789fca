package import CallboardDiagnostics

/// Which kinds of entities a site takes, and from where: `catalog.rules` of `site.yaml`.
///
/// The default takes every kind from everywhere, unlike Backstage's, because a static site has
/// its list of repositories from the operator already.
package struct CatalogRules: Sendable {
  /// Allows some kinds; an entity needs one rule that allows it.
  package struct Rule: Sendable {
    /// Without regard to case.
    package var kinds: [String]
    /// nil for all repositories, otherwise their names.
    package var repositories: [String]?

    package init(kinds: [String], repositories: [String]? = nil) {
      self.kinds = kinds
      self.repositories = repositories
    }
  }

  /// nil allows everything, an empty list nothing.
  package var rules: [Rule]?

  package init(rules: [Rule]? = nil) {
    self.rules = rules
  }

  /// Every kind from every repository.
  package static let allowAll = CatalogRules()

  /// Whether some rule allows an entity of a kind, written in any case, from a file.
  package func allows(kind: String, from file: SourcePath) -> Bool {
    guard let rules else { return true }
    let kind = kind.lowercased()
    return rules.contains { rule in
      rule.kinds.contains { $0.lowercased() == kind }
        && rule.repositories?.contains(file.repository) != false
    }
  }
}
