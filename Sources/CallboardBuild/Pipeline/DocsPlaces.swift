import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs

/// Collects the docs of entities from the repositories that have them, in each of their versions.
struct DocsPlaces: Sendable {
  /// By name.
  let repositories: [String: CrawledRepository]
  /// The same in the order that ``addresses`` counts them in.
  let ordered: [CrawledRepository]
  let addresses: RepositoryAddresses

  /// The docs of an entity in each version of the repository that has them, the default one first.
  ///
  /// A version without docs for the entity is left out without a word: they may be younger than it. When it is the
  /// default one, the revision that was crawled takes its place.
  func trees(of entity: Entity, in repository: CrawledRepository) -> Diagnosed<[DocsTree]> {
    let current = collect(entity, repository)
    // An annotation may lead to docs of another repository.
    let home = current.output.flatMap { repositories[$0.repository] } ?? repository
    guard !home.versions.isEmpty else { return current.map { $0.map { [$0] } ?? [] } }
    var trees: [DocsTree] = []
    var diagnostics: [Diagnostic] = []
    for (position, version) in home.versions.enumerated() {
      let collected = version.isCurrent ? current : collect(entity, repository, at: version, home)
      if version.isCurrent || (version.isDefault && collected.output != nil) {
        diagnostics += collected.diagnostics
      }
      guard var tree = collected.output else { continue }
      tree.version = DocsVersion(version, position: position)
      trees.append(tree)
    }
    if !trees.contains(where: { $0.version?.isDefault == true }) {
      addDefault(current, to: &trees, &diagnostics)
    }
    trees.sort { left, right in
      (left.version?.isDefault == true ? 0 : 1, left.version?.position ?? 0)
        < (right.version?.isDefault == true ? 0 : 1, right.version?.position ?? 0)
    }
    // One version is no choice.
    if trees.count == 1 { trees[0].version = nil }
    return Diagnosed(trees, diagnostics: diagnostics)
  }

  /// - Parameters:
  ///   - own: The repository of the descriptor.
  ///   - version: What to read in place of the crawled revision of `home`.
  private func collect(
    _ entity: Entity,
    _ own: CrawledRepository,
    at version: RepositoryVersion? = nil,
    _ home: CrawledRepository? = nil
  ) -> Diagnosed<DocsTree?> {
    func snapshot(of repository: CrawledRepository) -> RepositorySnapshot {
      guard let version, repository.snapshot.name == home?.snapshot.name else {
        return repository.snapshot
      }
      return version.snapshot
    }
    return DocsCollector.collect(entity, in: snapshot(of: own)) { url in
      addresses.folder(of: url).map { place in
        DocsCollector.Place(
          snapshot: snapshot(of: ordered[place.repository]),
          folder: place.path
        )
      }
    }
  }

  private func addDefault(
    _ current: Diagnosed<DocsTree?>,
    to trees: inout [DocsTree],
    _ diagnostics: inout [Diagnostic]
  ) {
    let known = trees.firstIndex { $0.repository == current.output?.repository }
    if known == nil { diagnostics += current.diagnostics }
    if known == nil, var tree = current.output {
      tree.version = DocsVersion(
        name: "current",
        aliases: [],
        isDefault: true,
        age: .current,
        position: -1
      )
      trees.append(tree)
    } else if !trees.isEmpty {
      // Without any in the crawled revision, the newest version that has them serves.
      trees[known ?? 0].version?.isDefault = true
      trees[known ?? 0].version?.age = .current
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
