import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs

extension CollectStage {
  /// The docs of an entity in each version of its repository, the default one first.
  ///
  /// A version that has no docs for the entity is left out without a word: they may be younger than it. When it is
  /// the default one, the revision that was crawled takes its place.
  static func trees(
    of entity: Entity,
    in repository: CrawledRepository
  ) -> Diagnosed<[DocsTree]> {
    guard !repository.versions.isEmpty else {
      return DocsCollector.collect(entity, in: repository.snapshot).map { $0.map { [$0] } ?? [] }
    }
    var trees: [DocsTree] = []
    var diagnostics: [Diagnostic] = []
    for (position, version) in repository.versions.enumerated() {
      let collected = DocsCollector.collect(entity, in: version.snapshot)
      if version.isCurrent || (version.isDefault && collected.output != nil) {
        diagnostics += collected.diagnostics
      }
      guard var tree = collected.output else { continue }
      tree.version = DocsVersion(version, position: position)
      trees.append(tree)
    }
    if !trees.contains(where: { $0.version?.isDefault == true }) {
      addDefault(to: &trees, of: entity, in: repository, &diagnostics)
    }
    trees.sort { left, right in
      (left.version?.isDefault == true ? 0 : 1, left.version?.position ?? 0)
        < (right.version?.isDefault == true ? 0 : 1, right.version?.position ?? 0)
    }
    // One version is no choice.
    if trees.count == 1 { trees[0].version = nil }
    return Diagnosed(trees, diagnostics: diagnostics)
  }

  private static func addDefault(
    to trees: inout [DocsTree],
    of entity: Entity,
    in repository: CrawledRepository,
    _ diagnostics: inout [Diagnostic]
  ) {
    if let index = trees.firstIndex(where: { $0.repository == repository.snapshot.name }) {
      trees[index].version?.isDefault = true
      trees[index].version?.age = .current
      return
    }
    let collected = DocsCollector.collect(entity, in: repository.snapshot)
    diagnostics += collected.diagnostics
    if var tree = collected.output {
      tree.version = DocsVersion(
        name: "current",
        aliases: [],
        isDefault: true,
        age: .current,
        position: -1
      )
      trees.append(tree)
    } else if !trees.isEmpty {
      // The docs have been given up, and the newest version that has them serves.
      trees[0].version?.isDefault = true
      trees[0].version?.age = .current
    }
  }
}

extension DocsVersion {
  fileprivate init(_ version: RepositoryVersion, position: Int) {
    self.init(
      name: version.name,
      aliases: version.aliases,
      isDefault: version.isDefault,
      age: version.isDefault ? .current : version.age == .old ? .old : .upcoming,
      position: position
    )
  }
}
