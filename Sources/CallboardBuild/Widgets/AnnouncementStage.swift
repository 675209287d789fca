import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown
import CallboardSite

/// Reads the folder of announcements, which is rendered with the docs.
struct AnnouncementStage: Sendable {
  /// The texts as the docs of nobody, before they are rendered.
  struct Folder: Sendable {
    var repository: CrawledRepository
    var tree: DocsTree

    var snapshot: RepositorySnapshot { repository.snapshot }
  }

  /// Lists the folder.
  ///
  /// - Parameters:
  ///   - path: As the operator wrote it; nil for a site without announcements.
  ///   - folder: The one that the path is relative to.
  static func list(
    _ path: String?,
    from folder: String,
    crawler: Crawler
  ) throws(CrawlError) -> Diagnosed<Folder?> {
    guard let path else { return Diagnosed(nil) }
    var diagnostics: [Diagnostic] = []
    // No repository can have a name with a slash, so the two are never taken for each other.
    let name = path.contains("/") ? path : "./" + path
    let source = RepositorySource(.folder(pattern: path, base: folder))
    guard var location = crawler.expand([source]).unwrap(into: &diagnostics).first else {
      return Diagnosed(nil, diagnostics: diagnostics)
    }
    location.name = name
    guard let snapshot = try crawler.crawl(location).unwrap(into: &diagnostics) else {
      return Diagnosed(nil, diagnostics: diagnostics)
    }
    let pages = snapshot.files.map(\.path).filter(isAnnouncement).map { path in
      DocsPage(
        source: SourcePath(repository: name, path: path),
        path: path,
        location: DocsPage.location(ofAddress: path),
        navigationTitle: nil,
        isListed: true,
        isOmissionMeant: true
      )
    }
    let tree = DocsTree(
      entity: AnnouncementBoard.ref,
      repository: name,
      pages: pages
    )
    let repository = CrawledRepository(snapshot: snapshot, location: location)
    return Diagnosed(Folder(repository: repository, tree: tree), diagnostics: diagnostics)
  }

  /// A README tells operators about the folder.
  private static func isAnnouncement(_ path: String) -> Bool {
    RepositoryPath.isMarkdown(path)
      && RepositoryPath.name(of: path).prefix(7).lowercased() != "readme."
  }

  /// Reads the heads of rendered announcements.
  static func board(
    _ site: DocsSite,
    keys: [ContentHash],
    _ cache: RenderCache
  ) -> Diagnosed<AnnouncementBoard> {
    var diagnostics: [Diagnostic] = []
    let announcements = site.tree.pages.indices.map { page in
      let source = site.tree.pages[page].source
      // What a cache has lost becomes a page that says so, and its head with it.
      var isIntact = true
      return Announcement.read(
        cache.document(keys[page], of: source, isIntact: &isIntact).frontMatter,
        file: source,
        page: page,
        outline: site.outlines[page]
      )
      .unwrap(into: &diagnostics)
    }
    return Diagnosed(AnnouncementBoard(announcements, site: site), diagnostics: diagnostics)
  }
}
