/// What the spec of one kind looks like, and which relations its fields declare.
struct KindSchema: Sendable {
  var kind: String
  /// The first is the current one, the others are older.
  var apiVersions: [String]
  var fields: [FieldRule]
  var relations: [RelationRule]

  /// Further rules that hold for one `spec.type` only.
  var variants: [String: Variant] = [:]
  /// Further rules of a kind that the site declares.
  var valueSchema: ValueSchema?
  /// Whether there must be a spec at all; it may be empty.
  var needsSpec = true
  /// Whether the tables of the built-in kinds judge all fields of ``relations``.
  var isBuiltIn = true

  /// What one type of a kind has beyond the kind itself.
  struct Variant: Sendable {
    var fields: [FieldRule]
    var relations: [RelationRule] = []
  }
}

extension KindSchema {
  /// The schema of a kind that a site declares.
  ///
  /// - Parameter relationTypes: Knows all relations of the declaration.
  init(_ declaration: KindDeclaration, relationTypes: RelationVocabulary) {
    self.init(
      kind: declaration.kind,
      apiVersions: declaration.apiVersions,
      fields: [],
      relations: declaration.relations.compactMap { field in
        relationTypes.type(named: field.relation).map { RelationRule(field, type: $0) }
      },
      valueSchema: declaration.schema,
      needsSpec: declaration.schema?.takesEmptyMapping == false,
      isBuiltIn: false
    )
  }

  /// The rules for a spec of a given type.
  ///
  /// An API of type `mcp-server` names its remotes in place of a `definition`; older catalogs know
  /// no such type and ask for a definition, so either is taken.
  func fields(type: String?, hasDefinition: Bool) -> [FieldRule] {
    guard let type, let variant = variants[type] else { return fields }
    if kind == "API" { return hasDefinition ? fields : variant.fields }
    return fields + variant.fields
  }

  /// The relation fields of a spec of a given type.
  func relations(type: String?) -> [RelationRule] {
    relations + (type.flatMap { variants[$0] }?.relations ?? [])
  }
}
