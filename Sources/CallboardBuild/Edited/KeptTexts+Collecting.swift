import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardSearch
import CallboardSite

extension KeptTexts {
  /// What search knows of pages, in the order of the index.
  static func records(of pages: RevisedArray<ComposeStage.PageResult>) -> [Record] {
    var records = pages.compactMap { page in
      page.tokens.map { tokens in
        Record(
          url: tokens.url,
          figures: tokens.figures,
          words: page.key.map { .composed($0) } ?? .held(tokens.encoded)
        )
      }
    }
    // In its place: those of a large site are not held twice.
    records.sort { IndexRecord.precedes($0.url, $1.url) }
    return records
  }

  /// A page that nothing but its own page shows, if no other stage has read its file.
  struct Candidate {
    var page: Page
    /// Of its repository, as it was read.
    fileprivate var folder: String
    /// Of its file in there.
    fileprivate var path: String

    /// The path of its file, as it was read.
    var file: String { "\(folder)/\(path)" }
  }

  /// The pages of docs whose texts can be edited without anybody else's notice, if their files are read for nothing else.
  ///
  /// - Parameter rendered: Of the docs, and perhaps of announcements behind them.
  static func candidates(of scan: SiteScan, _ rendered: RenderStage.Output) -> [Candidate] {
    let closed = closedRepositories(scan)
    let included = Set(
      zip(sources(of: rendered.sites), rendered.pages).flatMap { source, page in
        page.included.map { SourcePath(repository: source.repository, path: $0) }
      }
    )
    var uses: [SourcePath: Int] = [:]
    for source in sources(of: rendered.sites) { uses[source, default: 0] += 1 }

    var candidates: [Candidate] = []
    var next = 0
    for site in rendered.sites {
      let folder = site.tree.appendedFiles.isEmpty ? closed[site.tree.repository] : nil
      for (number, page) in site.tree.pages.enumerated() {
        let outcome = rendered.pages[next]
        next += 1
        guard let folder, uses[page.source] == 1, !included.contains(page.source),
          outcome.included.isEmpty, outcome.diagrams.isEmpty, outcome.diagnostics.isEmpty
        else { continue }
        let kept = Page(
          source: hash(of: page.source),
          address: hash(of: number, site.tree),
          body: outcome.key,
          facts: outcome.facts
        )
        candidates.append(Candidate(page: kept, folder: folder, path: page.source.path))
      }
    }
    return candidates
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
