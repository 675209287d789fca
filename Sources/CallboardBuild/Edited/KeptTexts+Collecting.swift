import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardSearch
import CallboardSite

extension KeptTexts {
  /// What search knows of pages, in the order of the index.
  ///
  /// - Parameter keys: Under which the composition of each page is kept; nil for one that is not.
  static func records(of words: [IndexRecord], keys: [ContentHash?]) -> [Record] {
    var records = zip(words, keys).map { words, key in
      Record(
        url: words.url,
        figures: words.figures,
        words: key.map { .composed($0) } ?? .held(words.encoded)
      )
    }
    // In its place: those of a large site are not held twice.
    records.sort { IndexRecord.precedes($0.url, $1.url) }
    return records
  }

  /// The pages of docs whose texts can be edited without anybody else's notice, if their files are read for nothing else;
  /// see ``pages(_:of:_:where:)``. The announcements count as the last of the docs.
  ///
  /// - Parameter rendered: Of the docs, and perhaps of announcements behind them.
  static func candidates(of scan: SiteScan, _ rendered: RenderStage.Output) -> [DocsPageIndex] {
    let closed = closedRepositories(scan)
    let included = Set(
      zip(sources(of: rendered.sites), rendered.pages).flatMap { source, page in
        page.included.map { SourcePath(repository: source.repository, path: $0) }
      }
    )
    var uses: [SourcePath: Int] = [:]
    for source in sources(of: rendered.sites) { uses[source, default: 0] += 1 }

    var candidates: [DocsPageIndex] = []
    var next = 0
    for (site, docs) in rendered.sites.enumerated() {
      let isClosed = docs.tree.appendedFiles.isEmpty && closed[docs.tree.repository] != nil
      for (number, page) in docs.tree.pages.enumerated() {
        let outcome = rendered.pages[next]
        next += 1
        guard isClosed, uses[page.source] == 1, !included.contains(page.source),
          outcome.included.isEmpty, outcome.diagrams.isEmpty, outcome.diagnostics.isEmpty
        else { continue }
        candidates.append(DocsPageIndex(site: site, page: number))
      }
    }
    return candidates
  }

  /// What is kept of pages.
  ///
  /// - Parameters:
  ///   - candidates: As ``candidates(of:_:)`` gave them for the same scan and output.
  ///   - isPage: Whether a file was read for pages only, by its path as it was read.
  static func pages(
    _ candidates: [DocsPageIndex],
    of scan: SiteScan,
    _ rendered: RenderStage.Output,
    where isPage: (String) -> Bool
  ) -> [Page] {
    let closed = closedRepositories(scan)
    return candidates.compactMap { candidate in
      let tree = rendered.sites[candidate.site].tree
      let source = tree.pages[candidate.page].source
      guard let folder = closed[tree.repository], isPage("\(folder)/\(source.path)") else {
        return nil
      }
      return Page(
        source: hash(of: source),
        address: hash(of: candidate.page, tree),
        body: rendered.keys[candidate.site][candidate.page],
        facts: rendered.facts[candidate.site][candidate.page]
      )
    }
  }

  /// Names a file.
  static func hash(of source: SourcePath) -> ContentHash {
    ContentHash(of: source.repository + "\0" + source.path)
  }

  /// Names the place of a page on the site.
  static func hash(of page: Int, _ tree: DocsTree) -> ContentHash {
    ContentHash(of: tree.entity.description + "\0" + tree.pages[page].location)
  }

  /// The folders of the repositories that show their own docs only, in one version, and of which git tells nothing: what a
  /// page of theirs shows is told by them alone.
  private static func closedRepositories(_ scan: SiteScan) -> [String: String] {
    var open: Set<String> = []
    for tree in scan.trees {
      let home = scan.catalog[tree.entity]?.file.repository
      if home != tree.repository || tree.version != nil {
        open.formUnion([tree.repository, home].compactMap(\.self))
      }
    }
    return Dictionary(
      scan.repositories.compactMap { repository in
        let snapshot = repository.snapshot
        guard let folder = repository.folder, snapshot.revision == nil, snapshot.forge == nil,
          repository.versions.isEmpty, scan.changes[snapshot.name]?.isEmpty ?? true,
          !open.contains(snapshot.name)
        else { return nil }
        return (snapshot.name, folder)
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private static func sources(of sites: [DocsSite]) -> [SourcePath] {
    sites.flatMap { $0.tree.pages.map(\.source) }
  }
}
