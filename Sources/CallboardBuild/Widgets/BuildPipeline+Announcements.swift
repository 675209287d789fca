import CallboardCrawl
import CallboardDiagnostics
import CallboardSite

/// The part of the pipeline that brings announcements onto pages: they are rendered with the docs and told apart after.
extension BuildPipeline {
  /// The operator's folder of announcements; nil for a site without one.
  mutating func listAnnouncements() throws -> AnnouncementStage.Folder? {
    let crawler = Crawler(
      cacheFolder: cacheFolder + "/repositories",
      environment: Machine.environment,
      limits: configuration.limits.crawl,
      log: repetition?.log
    )
    return try AnnouncementStage.list(
      configuration.announcements,
      from: configuration.folder,
      crawler: crawler
    )
    .unwrap(into: &diagnostics)
  }

  /// Tells what was rendered for announcements, which come last, from the docs.
  ///
  /// - Returns: The output without their site, but with the keys of their bodies behind all others; and what their heads say.
  mutating func takeAnnouncements(
    from rendered: RenderStage.Output,
    _ folder: AnnouncementStage.Folder?,
    _ cache: RenderCache
  ) -> (docs: RenderStage.Output, board: AnnouncementBoard) {
    var docs = rendered
    guard folder != nil, let site = docs.sites.popLast(), let keys = docs.keys.last else {
      return (rendered, AnnouncementBoard())
    }
    _ = docs.facts.popLast()
    let board = AnnouncementStage.board(site, keys: keys, cache).unwrap(into: &diagnostics)
    return (docs, board)
  }
}
