import CallboardCatalog
import CallboardDocs

/// Rendering a share of the pages, for a build that comes after.
extension RenderStage {
  /// What filling the cache came to.
  struct Filled: Sendable {
    var pageCount = 0
    var shardPageCount = 0
    var renderedCount = 0
    var failedCount = 0
    /// The diagrams of the shard's pages.
    var diagrams: [DiagramStage.Use] = []
  }

  /// Renders those of a shard's pages that the cache does not have.
  func fill(_ shard: ScanShard) throws(BuildFailure) -> Filled {
    let all = jobList
    let own = all.filter { shard.owns(name(of: $0)) }
    progress.begin("Rendering pages", total: own.count)
    let room = SourceRoom(byteLimit: waitingBytes)
    let found = ParallelFor(width: jobs).map(count: own.count) { lookUp(own[$0], room) }
    let unreadable = cache.stubCount
    let missing = own.indices.filter { found[$0].outcome == nil }
    let rendered = try render(missing.map { own[$0] }, read: missing.map { found[$0].read })
    return Filled(
      pageCount: all.count,
      shardPageCount: own.count,
      renderedCount: missing.count - (cache.stubCount - unreadable),
      failedCount: cache.stubCount,
      diagrams: (found.compactMap(\.outcome) + rendered).flatMap(\.diagrams)
    )
  }

  /// What a page is called within the site: by whom its docs are and which version of them, rather than by the folder that
  /// a repository happens to be in.
  private func name(of job: Job) -> ContentHash {
    let tree = trees[job.tree]
    var combiner = ContentHash.Combiner()
    combiner.combine("docs", tree.entity.description)
    combiner.combine("version", tree.version?.name ?? "")
    combiner.combine("page", tree.pages[job.page].path)
    return combiner.finalize()
  }
}
