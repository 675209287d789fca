package import CallboardDiagnostics

/// Which entities a site takes, and from where: `catalog.rules` of `site.yaml`.
///
/// The default takes everything from everywhere, unlike Backstage's, because a static site has its list of
/// repositories from the operator already.
package struct CatalogRules: Sendable {
  /// Allows some entities; each needs one rule that allows it.
  package struct Rule: Sendable {
    /// Without regard to case; `*` stands for all.
    package var kinds: [String]
    /// Without regard to case; nil for all.
    package var namespaces: [String]?
    /// The repositories that the rule is for; nil for all.
    package var repositories: [NamePattern]?
    /// The files in them; nil for all.
    package var paths: [NamePattern]?
    /// The rule's place in `site.yaml`.
    package var span: SourceSpan?

    package init(
      kinds: [String],
      namespaces: [String]? = nil,
      repositories: [NamePattern]? = nil,
      paths: [NamePattern]? = nil,
      span: SourceSpan? = nil
    ) {
      self.kinds = kinds
      self.namespaces = namespaces
      self.repositories = repositories
      self.paths = paths
      self.span = span
    }
  }

  /// A repository's name or a path, or a pattern for several.
  package struct NamePattern: Sendable {
    /// As the operator wrote it.
    package let text: String
    private let isMatch: @Sendable (String) -> Bool

    /// - Parameter isMatch: What the pattern matches; without it the text stands for itself.
    package init(_ text: String, isMatch: (@Sendable (String) -> Bool)? = nil) {
      self.text = text
      self.isMatch = isMatch ?? { $0 == text }
    }

    func matches(_ name: String) -> Bool { isMatch(name) }
  }

  /// nil allows everything, an empty list nothing.
  package var rules: [Rule]?

  package init(rules: [Rule]? = nil) {
    self.rules = rules
  }

  /// Every kind from every repository.
  package static let allowAll = CatalogRules()

  /// Why no rule allows an entity; nil if one does. Kind and namespace may be in any case.
  package func refusal(kind: String, namespace: String, file: SourcePath) -> Refusal? {
    guard let rules else { return nil }
    var nearest: Refusal?
    for (index, rule) in rules.enumerated() {
      let refusal = rule.refusal(kind: kind, namespace: namespace, file: file)
      guard let reason = refusal else { return nil }
      if let nearest, nearest.reason >= reason { continue }
      nearest = Refusal(reason: reason, rule: reason == .kind ? nil : (index, rule))
    }
    return nearest ?? Refusal(reason: .kind, rule: nil)
  }

  /// Why an entity is not taken.
  package struct Refusal: Sendable {
    /// What rules out the rule that comes nearest; the later, the nearer.
    enum Reason: Int, Comparable {
      case kind
      case repository
      case path
      case namespace

      static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    var reason: Reason
    /// The rule that allows the kind elsewhere, with its index from 0; nil if none does.
    var rule: (index: Int, rule: Rule)?
  }
}

extension CatalogRules.Rule {
  fileprivate func refusal(
    kind: String,
    namespace: String,
    file: SourcePath
  ) -> CatalogRules.Refusal.Reason? {
    let kind = kind.lowercased()
    guard kinds.contains(where: { $0 == "*" || $0.lowercased() == kind }) else { return .kind }
    if let repositories, !repositories.contains(where: { $0.matches(file.repository) }) {
      return .repository
    }
    if let paths, !paths.contains(where: { $0.matches(file.path) }) { return .path }
    let namespace = namespace.lowercased()
    if let namespaces, !namespaces.contains(where: { $0.lowercased() == namespace }) {
      return .namespace
    }
    return nil
  }
}
