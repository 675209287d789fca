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
      limits: CrawlLimits(),
      log: repetition?.log
    )
    return try AnnouncementStage.list(
      configuration.announcements,
      from: configuration.folder,
      crawler: crawler
    )
    .unwrap(into: &diagnostics)
  }

  /// Takes what was rendered for announcements, which come last, out of the docs.
  ///
  /// - Returns: The announcements and the keys of their bodies: one list, or none without a folder.
  mutating func takeAnnouncements(
    from rendered: inout RenderStage.Output,
    _ folder: AnnouncementStage.Folder?,
    _ cache: RenderCache
  ) -> (board: AnnouncementBoard, keys: [[ContentHash]]) {
    guard folder != nil, let site = rendered.sites.popLast(), let keys = rendered.keys.popLast()
    else { return (AnnouncementBoard(), []) }
    _ = rendered.facts.popLast()
    let board = AnnouncementStage.board(site, keys: keys, cache).unwrap(into: &diagnostics)
    return (board, [keys])
  }
}
