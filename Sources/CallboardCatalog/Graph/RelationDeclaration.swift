package import CallboardDiagnostics

/// A relation as an author declared it in an entity's spec.
package struct RelationDeclaration: Hashable, Sendable {
  /// `spec.owner`, `spec.dependsOn`.
  package var field: String
  /// As seen from the entity that declares it.
  package var type: RelationType
  package var target: EntityRef
  /// The reference's own place in the descriptor.
  package var span: SourceSpan

  package init(field: String, type: RelationType, target: EntityRef, span: SourceSpan) {
    self.field = field
    self.type = type
    self.target = target
    self.span = span
  }
}
