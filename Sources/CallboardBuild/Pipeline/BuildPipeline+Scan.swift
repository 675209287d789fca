import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardSite

/// All that is read from repositories but for the pages of docs.
///
/// While no other files have changed than those that nothing but pages was made of, see ``ReadingLog``, it stays as it is.
struct SiteScan: Sendable {
  /// In the order of their names.
  var repositories: [CrawledRepository]
  /// Further revisions for versions of docs.
  var versions: [RepositoryVersion]
  /// The operator's announcements; nil for a site without them.
  var announcements: AnnouncementStage.Folder?
  /// By name.
  var snapshots: [String: RepositorySnapshot]
  var catalog: Catalog
  /// Entities that the published portal has besides.
  var elsewhere: [EntityRef]
  var trees: [DocsTree]
  var sources: DescriptorSources
  var decisions: DecisionLog
  /// The operator's files that pages of widgets are made from; nil where one repository is judged alone.
  var files: WidgetFiles?
  var radars: [TechRadar]
  /// By repository and path.
  var changes: [String: [String: PageHistory]]
  var history: CatalogHistory
  /// The names of repositories that could not be read.
  var unread: Set<String>
  /// At their own severities, as the stages found them.
  var diagnostics: [Diagnostic]

  /// The repositories and what is read like one.
  var readRepositories: [CrawledRepository] {
    repositories + [announcements?.repository].compactMap(\.self)
  }

  /// Where a file of the file system belongs: each repository whose folder it is below, with the path from there.
  func places(of path: String) -> [SourcePath] {
    readRepositories.compactMap { repository in
      repository.folder.flatMap { folder in
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        guard path.hasPrefix(prefix) else { return nil }
        return SourcePath(
          repository: repository.snapshot.name,
          path: String(path.dropFirst(prefix.count))
        )
      }
    }
  }
}

/// What is read before anything is rendered.
struct DocsReading: Sendable {
  var crawled: CrawlStage.Output
  /// As ``SiteScan`` has them.
  var repositories: [CrawledRepository]
  var versions: [RepositoryVersion]
  var announcements: AnnouncementStage.Folder?
  var snapshots: [String: RepositorySnapshot]
  var catalog: Catalog
  var elsewhere: [EntityRef]
  var trees: [DocsTree]
}

/// Stages 1 to 4 and 6, and what commits tell.
extension BuildPipeline {
  /// Stages 1 to 4 and 6: the catalog, and which pages there are.
  mutating func readDocs() throws -> DocsReading {
    let crawled = try crawl()
    var repositories = crawled.repositories
    let versions = repositories.flatMap(\.versions).filter { !$0.isCurrent }
    let announcements = portal == nil ? try listAnnouncements() : nil
    let snapshots = Dictionary(
      (repositories.map(\.snapshot) + versions.map(\.snapshot)
        + [announcements?.snapshot].compactMap(\.self)).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let comparison = try readPortal(for: repositories)
    let elsewhere = comparison?.elsewhere ?? []
    if let comparison { repositories[0].takeDescriptors(publishedAs: comparison.publishedPaths) }
    let catalog = readCatalog(repositories, elsewhere: elsewhere)
    if let comparison { diagnostics += try comparison.findings(on: catalog) }
    let collect = CollectStage(
      catalog: catalog,
      repositories: repositories,
      limits: configuration.limits.repository,
      jobs: jobs
    )
    let trees = timings.measure("collect", items: { $0.output.count }) { collect.run() }
      .unwrap(into: &diagnostics)
    return DocsReading(
      crawled: crawled,
      repositories: repositories,
      versions: versions,
      announcements: announcements,
      snapshots: snapshots,
      catalog: catalog,
      elsewhere: elsewhere,
      trees: trees
    )
  }

  mutating func scan() throws -> SiteScan {
    let read = try readDocs()
    let (catalog, repositories, snapshots) = (read.catalog, read.repositories, read.snapshots)
    let commits = beginCatalogHistory(catalog, repositories)
    let sources = timings.measure("sources", items: { _ in catalog.entities.count }) {
      [jobs] in SourceStage(catalog: catalog, snapshots: snapshots, jobs: jobs).run()
    }
    let decisions = readDecisions(catalog, repositories)
    let files = portal == nil ? WidgetFiles(configuration) : nil
    let radars = files.map { readRadars($0) } ?? []
    let changes = readHistory(of: read.trees, snapshots)
    progress.begin("Reading history", total: nil)
    timings.add(commits.value.entry)
    let history = take(commits.value.result)
    return SiteScan(
      repositories: repositories,
      versions: read.versions,
      announcements: read.announcements,
      snapshots: snapshots,
      catalog: catalog,
      elsewhere: read.elsewhere,
      trees: read.trees,
      sources: sources,
      decisions: decisions,
      files: files,
      radars: radars,
      changes: changes,
      history: history,
      unread: read.crawled.unread,
      diagnostics: diagnostics
    )
  }

  /// Goes on with a scan, be it this build's or an earlier one's.
  mutating func take(_ scan: SiteScan) {
    diagnostics = scan.diagnostics
    silenced = Set(scan.versions.lazy.filter(\.isSilent).map(\.snapshot.name))
  }

  mutating func crawl() throws -> CrawlStage.Output {
    let crawler = Crawler(
      cacheFolder: cacheFolder + "/repositories",
      environment: Machine.environment,
      limits: configuration.limits.crawl,
      log: repetition?.log
    )
    let stage = CrawlStage(
      crawler: crawler,
      versionRules: configuration.docs.versions,
      jobs: jobs,
      progress: progress
    )
    let crawled = try timings.measure("crawl", items: { $0.repositories.count }) {
      [configuration] in try stage.run(configuration.sources)
    }
    diagnostics += crawled.diagnostics
    return crawled
  }

  private var processor: EntityProcessor {
    EntityProcessor(
      model: configuration.model,
      rules: configuration.rules,
      limits: configuration.limits.entity
    )
  }

  /// What the portal has of other repositories than the one that is judged alone.
  private func readPortal(
    for repositories: [CrawledRepository]
  ) throws -> PortalComparison? {
    guard let portal else { return nil }
    guard let name = repositories.first?.snapshot.name else {
      throw BuildFailure(
        "there is no repository to judge",
        help: ["Name its folder with '--repo'."],
        diagnostics: diagnostics
      )
    }
    progress.begin("Reading the portal", total: nil)
    let comparison = try PortalComparison(portal: portal, repository: name)
    if !comparison.knowsRepository {
      progress.tell(
        "The portal has nothing from a repository '\(name)'. If that is not its name there, use --name."
      )
    }
    return comparison
  }

  mutating func readCatalog(
    _ repositories: [CrawledRepository],
    elsewhere: [EntityRef]
  ) -> Catalog {
    progress.begin("Reading descriptors", total: nil)
    let stage = IngestStage(
      processor: processor,
      repositories: repositories,
      isUsingCodeOwners: configuration.isUsingCodeOwners,
      limits: configuration.limits,
      jobs: jobs
    )
    let entities = timings.measure("ingest", items: { $0.output.count }) { stage.run() }
      .unwrap(into: &diagnostics)
    let stitched = timings.measure("stitch", items: { $0.output.relationCount }) {
      [model = configuration.model] in
      Catalog.stitch(entities, model: model, elsewhere: elsewhere)
    }
    diagnostics += stitched.diagnostics.shortened()
    return stitched.output
  }

  /// When the pages of docs were last changed and by whom, by repository and path.
  mutating func readHistory(
    of trees: [DocsTree],
    _ snapshots: [String: RepositorySnapshot],
    shard: ScanShard = .whole
  ) -> [String: [String: PageHistory]] {
    let stage = HistoryStage(
      trees: trees,
      snapshots: snapshots,
      isNamingContributors: configuration.docs.isNamingContributors,
      cacheFolder: cacheFolder,
      jobs: jobs,
      shard: shard
    )
    return timings.measure("history", items: { $0.output.count }) { stage.run() }
      .unwrap(into: &diagnostics)
  }

  /// What commits did to the entities.
  mutating func readCatalogHistory(
    _ catalog: Catalog,
    _ repositories: [CrawledRepository],
    shard: ScanShard
  ) -> CatalogHistory {
    progress.begin("Reading history", total: nil)
    let stage = catalogHistoryStage(catalog, repositories, shard: shard)
    let read = timings.measure("changes", items: { $0.output.entries.count }) { stage.run() }
    return take(read)
  }

  /// The same, beside whatever else is read of the catalog: it waits for git and for the file system.
  private func beginCatalogHistory(
    _ catalog: Catalog,
    _ repositories: [CrawledRepository]
  ) -> SideThread<(result: Diagnosed<CatalogHistory>, entry: StageTimings.Entry)> {
    let stage = catalogHistoryStage(catalog, repositories, shard: .whole)
    return SideThread(isWanted: jobs > 1) {
      StageTimings.beside("changes", items: { $0.output.entries.count }) { stage.run() }
    }
  }

  private func catalogHistoryStage(
    _ catalog: Catalog,
    _ repositories: [CrawledRepository],
    shard: ScanShard
  ) -> CatalogHistoryStage {
    CatalogHistoryStage(
      catalog: catalog,
      repositories: repositories,
      processor: processor,
      configuration: configuration.hash,
      settings: configuration.history,
      cacheFolder: cacheFolder,
      jobs: jobs,
      shard: shard
    )
  }

  private mutating func take(_ read: Diagnosed<CatalogHistory>) -> CatalogHistory {
    // The dates of its pages may have met the same fault in a repository.
    let found = Set(diagnostics)
    diagnostics += read.diagnostics.filter { !found.contains($0) }
    return read.output
  }
}
