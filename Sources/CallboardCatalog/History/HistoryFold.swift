import CallboardDiagnostics

/// Follows one repository's descriptors from commit to commit, oldest first, and tells what each did
/// to its entities.
///
/// A version of a file with errors in it takes no entity away: what it no longer declares stays as it
/// was. An entity that several files declare is that of the first file by path.
package struct HistoryFold {
  private let repository: String
  private let processor: EntityProcessor
  /// What each file declares, by path; of documents with the same reference the last.
  private var files: [String: [EntityRef: EntityTraits]] = [:]
  /// The files that declare an entity, sorted.
  private var holders: [EntityRef: [String]] = [:]

  package init(repository: String, processor: EntityProcessor) {
    self.repository = repository
    self.processor = processor
  }

  /// Whether anything was said of a file yet.
  package func knows(_ path: String) -> Bool { files[path] != nil }

  /// Takes a file as it was before the first commit that is followed.
  package mutating func begin(with version: DescriptorVersion) {
    replace(version.path, with: declared(in: version))
  }

  /// Takes the files that a commit changed.
  ///
  /// - Returns: What it did, by reference, then by change.
  package mutating func apply(_ versions: [DescriptorVersion]) -> [CatalogEvent] {
    let next = versions.map { (path: $0.path, entities: declared(in: $0)) }
    var touched: Set<EntityRef> = []
    for (path, entities) in next {
      touched.formUnion(entities.keys)
      if let before = files[path] { touched.formUnion(before.keys) }
    }
    let refs = touched.sorted()
    let before = refs.map { holder(of: $0) }
    for (path, entities) in next { replace(path, with: entities) }
    let after = refs.map { holder(of: $0) }
    return CommitComparison(before: before, after: after).events
  }

  /// The entity of a reference and the file that it is declared in.
  private func holder(of ref: EntityRef) -> HeldEntity? {
    guard let path = holders[ref]?.first, let traits = files[path]?[ref] else { return nil }
    return HeldEntity(path: path, traits: traits)
  }

  private mutating func replace(_ path: String, with entities: [EntityRef: EntityTraits]) {
    for ref in files[path, default: [:]].keys where entities[ref] == nil {
      holders[ref]?.removeAll { $0 == path }
      if holders[ref]?.isEmpty == true { holders[ref] = nil }
    }
    for ref in entities.keys where files[path]?[ref] == nil {
      var paths = holders[ref] ?? []
      paths.insert(path, at: paths.firstIndex { path < $0 } ?? paths.endIndex)
      holders[ref] = paths
    }
    files[path] = entities
  }

  private func declared(in version: DescriptorVersion) -> [EntityRef: EntityTraits] {
    guard let contents = version.contents, SkeletonRule.skeleton(of: version.path) == nil else {
      return [:]
    }
    let file = SourcePath(repository: repository, path: version.path)
    var diagnostics: [Diagnostic] = []
    var entities: [EntityRef: EntityTraits] = [:]
    let descriptors = DescriptorReader.ingest(contents, file: file).unwrap(into: &diagnostics)
    for descriptor in descriptors {
      let entity = processor.process(descriptor).unwrap(into: &diagnostics)
      if let entity { entities[entity.ref] = EntityTraits(entity) }
    }
    guard diagnostics.contains(where: { $0.severity == .error }) else { return entities }
    return (files[version.path] ?? [:]).merging(entities) { $1 }
  }
}

/// An entity with the file that declares it.
struct HeldEntity: Hashable, Sendable {
  var path: String
  var traits: EntityTraits
}
