import CallboardDiagnostics

/// Checks declared kinds one after the other and makes a ``CatalogModel`` of the sound ones.
struct ModelAssembly {
  private(set) var diagnostics: [Diagnostic] = []
  private var declarations: [KindDeclaration] = []
  /// Relations that are not built in, by name; both ends have an entry.
  private var inverses: [String: String] = [:]
  private var pairs: [(name: String, inverse: String)] = []
  /// The spelling of each relation's name by its lower-case form, because addresses have no case.
  private var spellings: [String: String] = Dictionary(
    uniqueKeysWithValues: RelationVocabulary.builtInNames.map { ($0.lowercased(), $0) }
  )

  /// Takes a declaration, or reports what is wrong with it.
  mutating func add(_ declaration: KindDeclaration) {
    let before = diagnostics.count
    checkKind(declaration)
    for field in declaration.relations { checkRelation(field) }
    if diagnostics.count == before { declarations.append(declaration) }
  }

  /// The model of all declarations that were taken.
  func model() -> CatalogModel {
    let relationTypes = RelationVocabulary(adding: pairs)
    let own = declarations.map { KindSchema($0, relationTypes: relationTypes) }
    return CatalogModel(
      declarations: declarations,
      schemas: KindSchema.builtIn + own,
      relationTypes: relationTypes
    )
  }

  private mutating func checkKind(_ declaration: KindDeclaration) {
    let kind = declaration.kind
    if !FieldFormat.kind.accepts(kind) {
      diagnostics.append(
        .kindDeclaration("'\(kind)' is no name of a kind", .kind, declaration.span)
      )
    }
    if declaration.apiVersions.isEmpty {
      diagnostics.append(
        .kindDeclaration("The kind '\(kind)' has no apiVersion", .apiVersion, declaration.span)
      )
    }
    for version in declaration.apiVersions {
      if !FieldFormat.apiVersion.accepts(version) {
        diagnostics.append(
          .kindDeclaration("'\(version)' is no apiVersion", .apiVersion, declaration.span)
        )
      }
      let isTaken =
        KindSchema.builtIn.contains { $0.kind == kind && $0.apiVersions.contains(version) }
        || declarations.contains { $0.kind == kind && $0.apiVersions.contains(version) }
      if isTaken {
        diagnostics.append(.kindDeclaredTwice(kind, apiVersion: version, declaration.span))
      }
    }
  }

  private mutating func checkRelation(_ field: RelationField) {
    guard !field.path.split(separator: ".", omittingEmptySubsequences: false).contains("") else {
      diagnostics.append(.relationField("'\(field.path)' is no path of keys", field.span))
      return
    }
    if let builtIn = RelationVocabulary.builtIn.type(named: field.relation) {
      let inverse = RelationVocabulary.builtIn[builtIn].inverse
      let name = RelationVocabulary.builtIn[inverse].name
      if let given = field.inverse, given != name {
        diagnostics.append(.relationInverse(field.relation, given: given, known: name, field.span))
      }
      return
    }
    guard let inverse = field.inverse ?? inverses[field.relation] else {
      diagnostics.append(
        .relationField("The relation '\(field.relation)' has no 'inverse'", field.span)
      )
      return
    }
    let isSound = [field.relation, inverse].allSatisfy { checkName($0, field.span) }
    guard isSound else { return }
    switch (inverses[field.relation], inverses[inverse]) {
    case (nil, nil):
      guard RelationVocabulary.builtInNames.count + inverses.count + 2 <= RelationVocabulary.limit
      else {
        diagnostics.append(.relationField("There are too many relations", field.span))
        return
      }
      inverses[field.relation] = inverse
      inverses[inverse] = field.relation
      pairs.append((field.relation, inverse))
    case (let known?, _):
      if known != inverse {
        diagnostics.append(
          .relationInverse(field.relation, given: inverse, known: known, field.span)
        )
      }
    case (nil, let known?):
      diagnostics.append(.relationInverse(inverse, given: field.relation, known: known, field.span))
    }
  }

  /// Whether a name can be that of a relation of the site's own.
  private mutating func checkName(_ name: String, _ span: SourceSpan) -> Bool {
    guard FieldFormat.kind.accepts(name) else {
      diagnostics.append(.relationField("'\(name)' is no name of a relation", span))
      return false
    }
    let known = spellings[name.lowercased(), default: name]
    guard known == name, !RelationVocabulary.builtInNames.contains(name) else {
      diagnostics.append(.relationField("'\(name)' is too much like '\(known)'", span))
      return false
    }
    spellings[name.lowercased()] = name
    return true
  }
}
