package import CallboardDiagnostics
import CallboardYAML

/// Judges descriptors by the rules of Backstage's default processors.
package struct EntityProcessor: Sendable {
  private let model: CatalogModel
  private let rules: CatalogRules
  private let limits: EntityLimits

  package init(
    model: CatalogModel = .builtIn,
    rules: CatalogRules = .allowAll,
    limits: EntityLimits = EntityLimits()
  ) {
    self.model = model
    self.rules = rules
    self.limits = limits
  }

  /// Makes an entity of a descriptor, or reports every rule that it breaks.
  ///
  /// What Backstage takes and is all the same probably not what the author meant is reported as well; see
  /// ``DescriptorLint``.
  ///
  /// - Parameters:
  ///   - descriptor: Its root is a mapping.
  ///   - origin: Adds the annotations that say where the descriptor can be seen.
  ///   - placeholders: Reads files of the descriptor's repository by path, for `$text` and its kin; nil leaves a
  ///     stand-in for each.
  ///   - codeOwner: Whom the repository's CODEOWNERS file names for the descriptor's file; asked only when
  ///     an entity that should have an owner names none.
  /// - Returns: nil if a rule is broken, or if the document is a template's skeleton.
  package func process(
    _ descriptor: Descriptor,
    origin: DescriptorOrigin? = nil,
    placeholders: PlaceholderReader? = nil,
    codeOwner: () -> CodeOwner? = { nil }
  ) -> Diagnosed<Entity?> {
    if let note = SkeletonRule.finding(for: descriptor) {
      return Diagnosed(nil, diagnostics: [note])
    }
    var draft = EntityDraft(descriptor, model: model)
    guard draft.checkEnvelope(), draft.checkRules(rules) else {
      return Diagnosed(nil, diagnostics: draft.diagnostics)
    }
    draft.resolvePlaceholders(with: placeholders)
    draft.fillInOwner(codeOwner)
    draft.checkMetadata()
    draft.checkKind()
    guard !draft.hasErrors, var parts = draft.parts() else {
      return Diagnosed(nil, diagnostics: draft.diagnostics)
    }
    var findings = draft.diagnostics + limits.apply(to: &parts)
    findings += DescriptorLint.findings(for: Entity(parts), model: model)
    if let origin { parts.addAnnotations(of: origin) }
    return Diagnosed(Entity(parts), diagnostics: findings)
  }
}
