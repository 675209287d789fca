package import CallboardDiagnostics

/// A kind that a site adds to the built-in ones: an entry of `catalog.kinds` in `site.yaml`.
package struct KindDeclaration: Sendable {
  /// As in a descriptor: `Pipeline`.
  package var kind: String
  /// As in a descriptor; the first is the current one, the others are older.
  package var apiVersions: [String]
  /// For one entity: `Pipeline`.
  package var label: String
  /// For lists: `Pipelines`.
  package var plural: String
  /// The name of a symbol in the theme's sprite.
  package var icon: String
  /// What the spec must look like; nil takes any, also none.
  package var schema: ValueSchema?
  package var relations: [RelationField]
  /// The entry's place in `site.yaml`.
  package var span: SourceSpan

  package init(
    kind: String,
    apiVersions: [String],
    label: String? = nil,
    plural: String? = nil,
    icon: String = Self.defaultIcon,
    schema: ValueSchema? = nil,
    relations: [RelationField] = [],
    span: SourceSpan
  ) {
    self.kind = kind
    self.apiVersions = apiVersions
    self.label = label ?? kind
    self.plural = plural ?? (label ?? kind) + "s"
    self.icon = icon
    self.schema = schema
    self.relations = relations
    self.span = span
  }

  /// The symbol of kinds that declare none.
  package static let defaultIcon = "entity"
}

/// A field of a declared kind that holds references to other entities.
package struct RelationField: Sendable {
  /// The namespace of a reference that names none.
  package enum NamespaceRule: String, CaseIterable, Sendable {
    /// That of the entity which holds the field, as in all built-in kinds.
    case holder
    /// Always the namespace `default`.
    case `default`
  }

  /// The path of keys below `spec`, joined by dots: `lead`, `stages.service`. Lists on the way are
  /// looked through.
  package var path: String
  /// The relation's name as seen from the entity, built in or of the site's own.
  package var relation: String
  /// Its name as seen from the other end; nil for a built-in relation, which has one.
  package var inverse: String?
  /// The kind of references that name none; nil where they must.
  package var defaultKind: String?
  package var namespace: NamespaceRule
  /// Kinds that a reference may lead to, in any case; nil for all.
  package var allowedKinds: [String]?
  /// The entry's place in `site.yaml`.
  package var span: SourceSpan

  package init(
    path: String,
    relation: String,
    inverse: String? = nil,
    defaultKind: String? = nil,
    namespace: NamespaceRule = .holder,
    allowedKinds: [String]? = nil,
    span: SourceSpan
  ) {
    self.path = path
    self.relation = relation
    self.inverse = inverse
    self.defaultKind = defaultKind
    self.namespace = namespace
    self.allowedKinds = allowedKinds
    self.span = span
  }
}
