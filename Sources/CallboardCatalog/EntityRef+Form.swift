extension EntityRef {
  /// Whether an entity could have this reference: each part has the form that Backstage demands of it.
  ///
  /// References are read more leniently than entities, so a relation may lead to `a:b:c`, which
  /// nothing can ever be called.
  package var isWellFormed: Bool {
    FieldFormat.kind.accepts(kind) && FieldFormat.namespace.accepts(namespace)
      && FieldFormat.name.accepts(name)
  }
}
