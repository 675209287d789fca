import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import Synchronization

/// Reads from git what the commits of the site's repositories did to its entities.
///
/// What one commit has before it never changes, so results are kept under it: a repository without new
/// commits costs nothing.
struct CatalogHistoryStage: Sendable {
  let catalog: Catalog
  let repositories: [CrawledRepository]
  let processor: EntityProcessor
  /// Of what ``processor`` was made from; part of every key.
  let configuration: ContentHash
  let settings: HistorySettings
  /// The folder of what is kept between builds.
  let cacheFolder: String
  let jobs: Int
  /// The share of the repositories to read; the others have no entries then.
  var shard = ScanShard.whole

  func run() -> Diagnosed<CatalogHistory> {
    guard settings.commits > 0 else { return Diagnosed(CatalogHistory([], extent: .off)) }
    let groups = HistoryGroup.groups(of: members()).filter { shard.owns(key(of: $0)) }
    let cache = SegmentCache(folder: cacheFolder + "/changes")
    let kept = Mutex<(new: [ContentHash: [UInt8]], touched: Set<ContentHash>)>(([:], []))
    let results = ParallelFor(width: jobs, chunkSize: 1).map(count: groups.count) { index in
      let group = groups[index]
      guard !group.isShallow else {
        return group.commits(limits: settings.limits).map { _ in [GroupHistory.Entry]?.none }
      }
      let key = key(of: group)
      kept.withLock { _ = $0.touched.insert(key) }
      let known = cache.lookup(key).flatMap {
        GroupHistoryCoder.decode($0, memberCount: group.members.count)
      }
      if let known { return Diagnosed(known) }
      let history = GroupHistory(group: group, processor: processor, limits: settings.limits)
      let entries = history.entries()
      if let entries = entries.output {
        kept.withLock { $0.new[key] = GroupHistoryCoder.encode(entries) }
      }
      return entries
    }
    // Without the cache the next build walks once more, and the rendered pages report the folder.
    try? kept.withLock { try cache.save($0.new, touched: shard == .whole ? $0.touched : nil) }
    return assemble(zip(groups, results))
  }

  private func assemble(
    _ results: some Sequence<(HistoryGroup, Diagnosed<[GroupHistory.Entry]?>)>
  ) -> Diagnosed<CatalogHistory> {
    var diagnostics: [Diagnostic] = []
    var entries: [CatalogHistory.Entry] = []
    var repositoryCount = 0
    for (group, result) in results {
      guard let read = result.unwrap(into: &diagnostics) else { continue }
      repositoryCount += group.members.count
      entries += read.map { entry in
        CatalogHistory.Entry(
          repository: group.members[entry.member].snapshot.name,
          commit: entry.commit,
          url: group.forge?.commitURL(entry.commit),
          seconds: entry.seconds,
          subject: entry.subject,
          events: entry.events
        )
      }
    }
    let extent: CatalogHistory.Extent =
      repositoryCount == 0 ? .none : .repositories(repositoryCount)
    return Diagnosed(CatalogHistory(entries, extent: extent), diagnostics: diagnostics)
  }

  /// Which files are descriptors: those that the site's patterns find, those that Locations name, also
  /// when they are gone since, and those that were read.
  private func members() -> [HistoryMember] {
    var patterns: [String: [String]] = [:]
    var paths: [String: Set<String>] = [:]
    for entity in catalog.entities {
      paths[entity.file.repository, default: []].insert(entity.file.path)
      for target in entity.locationTargets {
        switch LocationResolver.resolve(target).output {
        case .path(let path): paths[entity.file.repository, default: []].insert(path)
        case .pattern(let pattern): patterns[entity.file.repository, default: []].append(pattern)
        case .url, .unsupported: break
        }
      }
    }
    return repositories.map { repository in
      let name = repository.snapshot.name
      let globs = Set(repository.descriptors + (patterns[name] ?? [])).sorted()
        .compactMap { try? Glob($0) }
      let others = (paths[name] ?? []).filter { path in !globs.contains { $0.matches(path) } }
      return HistoryMember(snapshot: repository.snapshot, patterns: globs, paths: others)
    }
  }

  private func key(of group: HistoryGroup) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("version", GroupHistoryCoder.version)
    combiner.combine("generator", GeneratorVersion.current)
    combiner.combine("commit", group.commit)
    combiner.combine("commits", settings.commits)
    combiner.combine("days", settings.days ?? -1)
    combiner.combine("configuration", configuration)
    for (folder, member) in zip(group.folders, group.members) {
      combiner.combine("folder", folder)
      // The processor asks for the name: rules may name repositories.
      combiner.combine("name", member.snapshot.name)
      combiner.combine("patterns", member.patterns.map(\.description).joined(separator: "\0"))
      combiner.combine("paths", member.paths.sorted().joined(separator: "\0"))
    }
    return combiner.finalize()
  }
}
