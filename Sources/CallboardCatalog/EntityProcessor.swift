package import CallboardDiagnostics
import CallboardYAML

/// Judges descriptors by the rules of Backstage's default processors.
package struct EntityProcessor: Sendable {
  private let rules: CatalogRules
  private let limits: EntityLimits

  package init(rules: CatalogRules = .allowAll, limits: EntityLimits = EntityLimits()) {
    self.rules = rules
    self.limits = limits
  }

  /// Makes an entity of a descriptor, or reports every rule that it breaks.
  ///
  /// - Parameters:
  ///   - descriptor: Its root is a mapping.
  ///   - origin: Adds the annotations that say where the descriptor can be seen.
  ///   - placeholders: Reads files of the descriptor's repository by path, for `$text`, `$json` and
  ///     `$yaml`; nil leaves a stand-in for each.
  /// - Returns: nil if a rule is broken, or if the document is a template's skeleton.
  package func process(
    _ descriptor: Descriptor,
    origin: DescriptorOrigin? = nil,
    placeholders: PlaceholderReader? = nil
  ) -> Diagnosed<Entity?> {
    if let note = SkeletonRule.finding(for: descriptor) {
      return Diagnosed(nil, diagnostics: [note])
    }
    var draft = EntityDraft(descriptor)
    guard draft.checkEnvelope(), draft.checkRules(rules) else {
      return Diagnosed(nil, diagnostics: draft.diagnostics)
    }
    draft.resolvePlaceholders(with: placeholders)
    draft.checkMetadata()
    draft.checkKind()
    guard !draft.hasErrors, var entity = draft.entity() else {
      return Diagnosed(nil, diagnostics: draft.diagnostics)
    }
    let findings = draft.diagnostics + limits.apply(to: &entity)
    if let origin { entity.addAnnotations(of: origin) }
    return Diagnosed(entity, diagnostics: findings)
  }
}
