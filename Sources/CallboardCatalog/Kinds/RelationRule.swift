import CallboardYAML

/// A field of the spec that holds references to other entities.
struct RelationRule: Sendable {
  /// The field's path from the root, for messages: `spec.owner`.
  let field: String
  /// The keys below the spec that lead to the field.
  let keys: [String]
  /// The kind of references that name none; nil where they must.
  let defaultKind: String?
  let type: RelationType
  /// The namespace of references that name none; nil for the one of the entity.
  let namespace: String?
  /// Kinds, in lower case, that a reference may lead to; nil for all.
  let allowedKinds: Set<String>?

  /// A field of a built-in kind.
  init(_ field: String, _ defaultKind: String?, _ type: RelationType) {
    self.field = "spec." + field
    self.keys = [field]
    self.defaultKind = defaultKind
    self.type = type
    namespace = nil
    allowedKinds = nil
  }

  /// A field of a kind that the site declares.
  init(_ declared: RelationField, type: RelationType) {
    field = "spec." + declared.path
    keys = declared.path.split(separator: ".").map(String.init)
    defaultKind = declared.defaultKind
    self.type = type
    namespace = declared.namespace == .default ? "default" : nil
    allowedKinds = declared.allowedKinds.map { Set($0.map { $0.lowercased() }) }
  }

  /// The values of the field in a spec: those that should be references, through all lists on the way.
  func values(in spec: YAMLMapping) -> [YAMLNode] {
    var values = spec[keys[0]].map { [$0] } ?? []
    for key in keys.dropFirst() {
      values = values.flatMap { $0.sequence ?? [$0] }.compactMap { $0[key] }
    }
    return values.flatMap { $0.sequence ?? [$0] }
  }
}
