/// What filling the cache came to.
package struct ScanReport: Sendable {
  package var shard: ScanShard
  /// Pages of docs in the site, announcements among them.
  package var pageCount = 0
  /// Pages of the shard.
  package var shardPageCount = 0
  /// Of those, the ones that the cache had not and has now.
  package var renderedCount = 0
  /// Of the shard's, the ones that could not be rendered: nothing is kept of them, and the build tries once more.
  package var failedCount = 0
  /// The names of sources that could not be read.
  package var unread: Set<String> = []
  package var timings = StageTimings()
  /// Seconds from the start to the end of the work.
  package var seconds = 0.0

  /// `Scanned shard 2/4, 103 of 412 pages: 98 rendered, 5 known (1.8 s).`
  package var summary: String {
    let known = shardPageCount - renderedCount - failedCount
    let failed = failedCount > 0 ? ", \(failedCount) failed" : ""
    return """
      Scanned shard \(shard.number)/\(shard.count), \(shardPageCount) of \(pageCount) pages: \
      \(renderedCount) rendered, \(known) known\(failed) \
      (\(BuildReport.tenths(seconds)) s).
      """
  }
}
