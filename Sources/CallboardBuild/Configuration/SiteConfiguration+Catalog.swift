import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardSite
import CallboardYAML
import Glibc

/// The part `catalog` of `site.yaml`.
extension SiteConfiguration {
  mutating func readCatalog(_ record: inout YAMLRecord) {
    // Icons may be the operator's own; what a folder holds is no matter of this file, but whether there is one.
    let ownIcons = theme.folder.map { RelativeFolder.path($0.value, from: folder) + "/icons" }
    let catalog = record.record("catalog") { catalog in
      (
        rules: catalog.records("rules", Self.rule),
        kinds: catalog.records("kinds") { Self.kind(&$0, $1, ownIcons: ownIcons) } ?? [],
        codeOwners: catalog.bool("codeowners"),
        history: catalog.record("history") { HistorySettings(reading: &$0) }
      )
    }
    guard let catalog else { return }
    if let rules = catalog.rules { self.rules = CatalogRules(rules: rules) }
    isUsingCodeOwners = catalog.codeOwners ?? isUsingCodeOwners
    history = catalog.history ?? history
    let model = CatalogModel.adding(catalog.kinds.compactMap(\.self))
    for finding in model.diagnostics { record.report(finding) }
    self.model = model.output
  }

  private static func rule(_ rule: inout YAMLRecord, _ node: YAMLNode) -> CatalogRules.Rule {
    let span = node.span(in: rule.file)
    let kinds = rule.strings("allow")
    if kinds == nil { rule.report(.catalogKeyMissing("allow", at: span)) }
    return CatalogRules.Rule(
      kinds: kinds ?? [],
      namespaces: rule.strings("namespaces"),
      repositories: patterns("repositories", of: &rule, at: span),
      paths: patterns("paths", of: &rule, at: span),
      span: span
    )
  }

  private static func patterns(
    _ key: String,
    of rule: inout YAMLRecord,
    at span: SourceSpan
  ) -> [CatalogRules.NamePattern]? {
    guard let texts = rule.strings(key) else { return nil }
    let place = rule.node(key)?.span(in: rule.file) ?? span
    return texts.map { text in
      guard Glob.isPattern(text) else { return CatalogRules.NamePattern(text) }
      do throws(GlobError) {
        let glob = try Glob(text)
        return CatalogRules.NamePattern(text) { glob.matches($0) }
      } catch {
        rule.report(.rulePatternInvalid(text, error, at: place))
        return CatalogRules.NamePattern(text) { _ in false }
      }
    }
  }

  /// - Returns: nil if the entry does not say which kind it declares.
  ///
  /// - Parameter ownIcons: The folder of the operator's icons; nil for none.
  private static func kind(
    _ entry: inout YAMLRecord,
    _ node: YAMLNode,
    ownIcons: String?
  ) -> KindDeclaration? {
    let span = node.span(in: entry.file)
    let kind = entry.string("kind")
    let versions = entry.strings("apiVersion")
    let label = entry.string("label")
    let plural = entry.string("plural")
    let icon = entry.string("icon")
    var schema: ValueSchema?
    if let node = entry.node("schema") {
      var findings: [Diagnostic] = []
      schema = ValueSchema.read(node, file: entry.file).unwrap(into: &findings)
      for finding in findings { entry.report(finding) }
    }
    let relations = entry.records("relations", relation) ?? []
    if let icon, Theme.packedFiles["icons/\(icon).svg"] == nil,
      !(ownIcons.map { access("\($0)/\(icon).svg", R_OK) == 0 } ?? false)
    {
      let place = entry.node("icon")?.span(in: entry.file) ?? span
      entry.report(.kindIconUnknown(icon, known: packedIcons, at: place))
    }
    guard let kind, let versions else {
      entry.report(.catalogKeyMissing(kind == nil ? "kind" : "apiVersion", at: span))
      return nil
    }
    return KindDeclaration(
      kind: kind,
      apiVersions: versions,
      label: label,
      plural: plural,
      icon: icon ?? KindDeclaration.defaultIcon,
      schema: schema,
      relations: relations.compactMap(\.self),
      span: span
    )
  }

  /// - Returns: nil if the entry does not say which relation which field declares.
  private static func relation(_ entry: inout YAMLRecord, _ node: YAMLNode) -> RelationField? {
    let span = node.span(in: entry.file)
    let field = entry.string("field")
    let relation = entry.string("relation")
    let inverse = entry.string("inverse")
    let defaultKind = entry.string("kind")
    let allowed = entry.strings("allowed")
    var namespace = RelationField.NamespaceRule.holder
    if let text = entry.string("namespace") {
      if let rule = RelationField.NamespaceRule(rawValue: text) {
        namespace = rule
      } else {
        let known = RelationField.NamespaceRule.allCases.map(\.rawValue)
        let place = entry.node("namespace")?.span(in: entry.file) ?? span
        entry.report(.namespaceRuleUnknown(text, known: known, at: place))
      }
    }
    guard let field, let relation else {
      entry.report(.catalogKeyMissing(field == nil ? "field" : "relation", at: span))
      return nil
    }
    return RelationField(
      path: field.hasPrefix("spec.") ? String(field.dropFirst("spec.".count)) : field,
      relation: relation,
      inverse: inverse,
      defaultKind: defaultKind,
      namespace: namespace,
      allowedKinds: allowed,
      span: span
    )
  }

  /// The names of the theme's symbols, sorted.
  private static var packedIcons: [String] {
    Theme.packedFiles.keys.filter { $0.hasPrefix("icons/") && $0.hasSuffix(".svg") }
      .map { String($0.dropFirst("icons/".count).dropLast(".svg".count)) }
      .sorted()
  }
}

extension Diagnostic.ID {
  static let catalogKeyMissing = Self(rawValue: "catalog-key-missing")
  static let rulePatternInvalid = Self(rawValue: "rule-pattern-invalid")
  static let kindIconUnknown = Self(rawValue: "kind-icon-unknown")
}

extension Diagnostic {
  fileprivate static func catalogKeyMissing(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .catalogKeyMissing,
      severity: .error,
      summary: "The key '\(key)' is missing",
      span: span,
      help: ["Add '\(key):' to this entry."]
    )
  }

  fileprivate static func rulePatternInvalid(
    _ pattern: String,
    _ error: GlobError,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .rulePatternInvalid,
      severity: .error,
      summary: "The pattern '\(pattern)' \(error)",
      span: span,
      help: ["Write a name, a path, or a pattern such as 'catalog/**'."]
    )
  }

  fileprivate static func kindIconUnknown(
    _ icon: String,
    known: [String],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .kindIconUnknown,
      severity: .error,
      summary: "The theme has no icon '\(icon)'",
      span: span,
      help: [
        NearestName.of(icon, in: known).map { "Change it to '\($0)'." }
          ?? "Use one of: \(known.joined(separator: ", "))."
      ]
    )
  }

  fileprivate static func namespaceRuleUnknown(
    _ text: String,
    known: [String],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .relationDeclarationInvalid,
      severity: .error,
      summary: "'\(text)' is no rule for namespaces",
      span: span,
      help: ["Write one of: \(known.joined(separator: ", "))."]
    )
  }
}
