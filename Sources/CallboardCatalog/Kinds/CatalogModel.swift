package import CallboardDiagnostics

/// The kinds and relations that a site knows: the built-in ones and those that `site.yaml` declares.
package struct CatalogModel: Sendable {
  package let relationTypes: RelationVocabulary
  /// The site's own kinds, in the order of `site.yaml`.
  package let declarations: [KindDeclaration]

  /// The built-in ones first.
  let schemas: [KindSchema]
  /// Into `schemas`, by kind spelled exactly; a kind may have a schema for each apiVersion.
  private let schemasByKind: [String: [Int]]
  /// Into `declarations`, by kind in lower case.
  private let declarationsByKind: [String: Int]

  /// Only what Backstage knows.
  package static let builtIn = CatalogModel(
    declarations: [],
    schemas: KindSchema.builtIn,
    relationTypes: .builtIn
  )

  init(
    declarations: [KindDeclaration],
    schemas: [KindSchema],
    relationTypes: RelationVocabulary
  ) {
    self.declarations = declarations
    self.schemas = schemas
    self.relationTypes = relationTypes
    var indexes: [String: [Int]] = [:]
    for (index, schema) in schemas.enumerated() { indexes[schema.kind, default: []].append(index) }
    schemasByKind = indexes
    declarationsByKind = Dictionary(
      declarations.enumerated().map { ($0.element.kind.lowercased(), $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Adds a site's kinds to the built-in ones. What is wrong with a declaration is reported at its place, and
  /// it is left out.
  package static func adding(_ declarations: [KindDeclaration]) -> Diagnosed<CatalogModel> {
    var assembly = ModelAssembly()
    for declaration in declarations { assembly.add(declaration) }
    return Diagnosed(assembly.model(), diagnostics: assembly.diagnostics)
  }

  /// What the site says of a kind of its own; nil for others.
  ///
  /// - Parameter kind: In lower case, as in an entity ref.
  package func declaration(ofKind kind: String) -> KindDeclaration? {
    declarationsByKind[kind].map { declarations[$0] }
  }

  /// The schema of a pair of kind and version, both compared exactly, as Backstage does.
  func schema(kind: String, apiVersion: String) -> KindSchema? {
    schemasByKind[kind]?.lazy.map { schemas[$0] }.first { $0.apiVersions.contains(apiVersion) }
  }
}
