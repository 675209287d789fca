import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardSite
import Synchronization

/// Reads from the history of repositories when the pages of their docs were last changed, and by whom.
///
/// What a commit has before it never changes, so results are kept under it: a repository without new commits
/// costs nothing.
struct HistoryStage: Sendable {
  let trees: [DocsTree]
  let snapshots: [String: RepositorySnapshot]
  /// Whether the names of those who wrote a page are shown.
  let isNamingContributors: Bool
  /// The folder of what is kept between builds.
  let cacheFolder: String
  let jobs: Int
  /// The share of the repositories to read; the others have no entries then.
  var shard = ScanShard.whole

  /// By repository and path; without entries where nothing is known.
  func run() -> Diagnosed<[String: [String: PageHistory]]> {
    let groups = HistoryGroup.groups(of: members()).filter { shard.owns(key(of: $0)) }
    let cache = SegmentCache(folder: cacheFolder + "/pages")
    let kept = Mutex<(new: [ContentHash: [UInt8]], touched: Set<ContentHash>)>(([:], []))
    let results = ParallelFor(width: jobs, chunkSize: 1).map(count: groups.count) { index in
      let group = groups[index]
      let key = key(of: group)
      kept.withLock { _ = $0.touched.insert(key) }
      let known = cache.lookup(key).flatMap { PageHistoryCoder.decode($0) }
      if let known, known.count == group.members.count { return Diagnosed(known) }
      let read = pages(of: group)
      if read.diagnostics.isEmpty {
        kept.withLock { $0.new[key] = PageHistoryCoder.encode(read.output) }
      }
      return read
    }
    // Without the cache the next build walks once more, and the rendered pages report the folder.
    try? kept.withLock { try cache.save($0.new, touched: shard == .whole ? $0.touched : nil) }
    var diagnostics: [Diagnostic] = []
    var changes: [String: [String: PageHistory]] = [:]
    for (group, result) in zip(groups, results) {
      let pages = result.unwrap(into: &diagnostics)
      for (member, pages) in zip(group.members, pages) { changes[member.snapshot.name] = pages }
    }
    return Diagnosed(changes, diagnostics: diagnostics)
  }

  /// The repositories that have pages, by name.
  private func members() -> [HistoryMember] {
    var paths: [String: Set<String>] = [:]
    for page in trees.lazy.flatMap(\.pages) {
      paths[page.source.repository, default: []].insert(page.source.path)
    }
    return paths.sorted { $0.key < $1.key }.compactMap { name, paths in
      snapshots[name].map { HistoryMember(snapshot: $0, patterns: [], paths: paths) }
    }
  }

  private func pages(of group: HistoryGroup) -> Diagnosed<[[String: PageHistory]]> {
    group.fileHistories().map { histories in
      zip(group.members, histories).map { member, history in
        var pages: [String: PageHistory] = [:]
        for path in member.paths { pages[path] = page(path, history) }
        return pages
      }
    }
  }

  private func page(_ path: String, _ history: RepositoryHistory) -> PageHistory? {
    guard let commit = history.lastChange(of: path) else { return nil }
    guard isNamingContributors else { return PageHistory(seconds: commit.seconds) }
    let names = history.contributors(to: path).map(\.name)
    return PageHistory(
      seconds: commit.seconds,
      contributors: Array(names.prefix(PageHistory.nameLimit)),
      moreContributors: max(0, names.count - PageHistory.nameLimit)
    )
  }

  private func key(of group: HistoryGroup) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("version", PageHistoryCoder.version)
    combiner.combine("generator", GeneratorVersion.current)
    combiner.combine("commit", group.commit)
    combiner.combine("names", isNamingContributors ? 1 : 0)
    for (folder, member) in zip(group.folders, group.members) {
      combiner.combine("folder", folder)
      combiner.combine("paths", member.paths.sorted().joined(separator: "\0"))
    }
    return combiner.finalize()
  }
}
