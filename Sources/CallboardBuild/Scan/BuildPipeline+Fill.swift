import CallboardDiagnostics

extension BuildPipeline {
  /// Does one shard's share of the work whose results are kept: renders pages, draws their diagrams, and reads from commits what they tell
  /// of pages and entities. Nothing is written but the cache.
  ///
  /// Findings are part of what is kept, so the build tells them.
  ///
  /// - Parameter start: When the command began.
  /// - Throws: ``BuildFailure`` also when the cache cannot be written, which a build can do without.
  mutating func fill(_ shard: ScanShard, since start: Double) throws -> ScanReport {
    let read = try readDocs()
    _ = readHistory(of: read.trees, read.snapshots, shard: shard)
    _ = readCatalogHistory(read.catalog, read.repositories, shard: shard)
    let (cache, workers) = (openCache(), makeWorkers())
    let stage = renderStage(read.trees, read.announcements, read.snapshots, cache, workers)
    let (filled, largestWorker) = try timings.measure("render", items: { $0.0.renderedCount }) {
      let filled = try stage.fill(shard)
      // Within the stage: the system tells the workers' processor time once they have ended.
      return (filled, workers.shutDown())
    }
    timings.largestWorker = largestWorker
    cache.save(isPartial: true)
    if let failure = cache.failure {
      throw BuildFailure(
        "the cache in '\(cacheFolder)' could not be written: \(failure)",
        help: [failure.remedy]
      )
    }
    _ = try drawDiagrams(filled.diagrams, into: DiscardingSiteWriter(), isPartial: true)
    return ScanReport(
      shard: shard,
      pageCount: filled.pageCount,
      shardPageCount: filled.shardPageCount,
      renderedCount: filled.renderedCount,
      failedCount: filled.failedCount,
      unread: read.crawled.unread,
      timings: timings,
      seconds: StageTimings.now - start
    )
  }
}
