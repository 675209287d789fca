/// What the spec of one kind looks like, and which relations its fields declare.
struct KindSchema: Sendable {
  var kind: String
  var apiVersions: [String]
  var fields: [FieldRule]
  var relations: [RelationRule]

  /// Further rules that hold for one `spec.type` only.
  var variants: [String: Variant] = [:]

  /// What one type of a kind has beyond the kind itself.
  struct Variant: Sendable {
    var fields: [FieldRule]
    var relations: [RelationRule] = []
  }
}

/// A field of the spec that holds references to other entities.
struct RelationRule: Sendable {
  /// The field's name within the spec; a string or a list of them.
  var field: String
  /// The kind of references that name none; nil where they must.
  var defaultKind: String?
  var type: RelationType

  init(_ field: String, _ defaultKind: String?, _ type: RelationType) {
    self.field = field
    self.defaultKind = defaultKind
    self.type = type
  }
}

extension KindSchema {
  /// The schema of a pair of kind and version, both compared exactly, as Backstage does.
  static func known(kind: String, apiVersion: String) -> KindSchema? {
    all.first { $0.kind == kind && $0.apiVersions.contains(apiVersion) }
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
