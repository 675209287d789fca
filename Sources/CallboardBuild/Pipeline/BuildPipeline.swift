import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardHTML
import CallboardMarkdown
import CallboardSearch
import CallboardSite
import CallboardTemplate
import Glibc

/// The stages in their order, each timed; see `docs/architecture.md`.
struct BuildPipeline {
  let configuration: SiteConfiguration
  let cacheFolder: String
  let jobs: Int
  /// The path of the `callboard` binary, whose copies render pages.
  let executable: String
  /// The published portal that the only repository is judged against; nil for a whole site.
  let portal: PublishedCatalog?
  let progress: any BuildProgress
  /// Filled by the stages as they end.
  var timings = StageTimings()
  /// At their own severities, as the stages found them.
  var diagnostics: [Diagnostic] = []
  /// What is noted for the next build; nil where no build follows.
  var repetition: Repetition?
  /// Whether a later build over the same files would come to the same: known after ``run(_:into:since:)``.
  private(set) var isRepeatable = false
  /// The folders of the repositories that are folders, by name.
  private(set) var places: [String: String] = [:]
  private var unread: Set<String> = []
  /// The absolute paths of the folders that the operator's own files stand in: the theme's, radars.
  var operatorFolders: Set<String> = []
  /// The names of snapshots whose findings nobody can mend.
  private var silenced: Set<String> = []

  init(
    configuration: SiteConfiguration,
    cacheFolder: String,
    jobs: Int,
    executable: String,
    portal: PublishedCatalog?,
    progress: any BuildProgress
  ) {
    self.configuration = configuration
    self.cacheFolder = cacheFolder
    self.jobs = jobs
    self.executable = executable
    self.portal = portal
    self.progress = progress
  }

  /// What is made of the model.
  enum Product: Sendable {
    case portal
    /// The docs in the layout of Backstage's storage.
    case techDocs
  }

  /// - Parameter start: When the command began, for the closing line.
  mutating func run(
    _ product: Product = .portal,
    into writer: any SiteWriter,
    since start: Double
  ) throws -> BuildReport {
    var repositories = try crawl()
    let versions = repositories.flatMap(\.versions).filter { !$0.isCurrent }
    silenced = Set(versions.lazy.filter(\.isSilent).map(\.snapshot.name))
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
    let cache = RenderCache(
      folder: cacheFolder,
      options: markdownOptions,
      generator: GeneratorVersion.current
    )
    var rendered = try renderDocs(of: catalog, repositories, announcements, snapshots, cache)
    let board = takeAnnouncements(from: &rendered, announcements, cache)
    cache.save()
    if let failure = cache.failure {
      progress.tell("The cache in '\(cacheFolder)' could not be written: \(failure)")
    }

    // Backstage's storage has no place for what pages of several entities share.
    let isPortal = if case .portal = product { true } else { false }
    let gallery = try drawDiagrams(isPortal ? rendered.diagrams : [], into: writer)

    let sources = timings.measure("sources", items: { _ in catalog.entities.count }) {
      [jobs] in SourceStage(catalog: catalog, snapshots: snapshots, jobs: jobs).run()
    }
    let changes = readHistory(of: rendered.sites, snapshots)
    let history = readCatalogHistory(catalog, repositories)
    let files = portal == nil ? WidgetFiles(configuration) : nil
    operatorFolders.formUnion(files?.sourceFolders ?? [])
    let radars = files.map { readRadars($0) } ?? []
    diagnostics.sort()
    var model = SiteModel(
      settings: settings(repositories),
      catalog: catalog,
      sources: sources,
      repositories: repositories.map(\.snapshot).sorted { $0.name < $1.name },
      versions: versions.map(\.snapshot),
      docs: rendered.sites,
      diagnostics: judge(diagnostics),
      changes: changes,
      history: history,
      diagrams: gallery,
      elsewhere: Set(elsewhere),
      judge: judge
    )
    model.announcements = board.board
    model.radars = radars
    fillWidgets(of: &model, files, repositories)
    let pageCount =
      switch product {
      case .portal:
        try compose(model, rendered, board.keys, cache, snapshots, into: writer)
      case .techDocs:
        try exportTechDocs(model, keys: rendered.keys, cache, snapshots, into: writer)
      }
    progress.begin("Publishing", total: nil)
    let emitted = try timings.measure(
      "emit",
      items: { $0.written },
      bytes: { $0.bytesWritten },
      { try writer.finish() }
    )
    if let note = emitted.note { progress.tell(note) }
    // Renderers of diagrams may have been replaced, failed pages may succeed.
    isRepeatable =
      unread.isEmpty && !cache.hasStubs
      && !rendered.diagrams.contains { configuration.diagrams.renderers[$0.source.language] != nil }
      && !diagnostics.contains { $0.id == .historyUnavailable }
    places = Dictionary(
      repositories.compactMap { repository in
        guard case .folder(let path) = repository.location.place else { return nil }
        return (repository.snapshot.name, path)
      },
      uniquingKeysWith: { first, _ in first }
    )
    let sourced = repositories + [announcements?.repository].compactMap(\.self)
    return BuildReport(
      diagnostics: judge(diagnostics),
      pageCount: pageCount,
      entityCount: catalog.entities.count,
      repositoryCount: repositories.count,
      emitted: emitted,
      timings: timings,
      onlyRepository: portal == nil ? nil : repositories.first?.snapshot.name,
      siteFile: configuration.file ?? "site.yaml",
      unread: unread,
      folders: folders(of: sourced),
      sourceFolders: sourced.reduce(into: operatorFolders) { $0.formUnion($1.sourceFolders) },
      seconds: StageTimings.now - start,
      source: { file in
        // The operator's own files, such as site.yaml, belong to no repository.
        if file.repository.isEmpty { return try? OperatorFile.read(file.path) }
        return try? snapshots[file.repository]?.contents(
          of: file.path,
          limit: IngestStage.fileLimit
        )
      }
    )
  }

  /// The catalog alone, with what was found up to it, sorted.
  mutating func catalog() throws -> Diagnosed<Catalog> {
    let catalog = readCatalog(try crawl(), elsewhere: [])
    diagnostics.sort()
    return Diagnosed(catalog, diagnostics: configuration.check.rules.judge(diagnostics))
  }

  private mutating func crawl() throws -> [CrawledRepository] {
    let crawler = Crawler(
      cacheFolder: cacheFolder + "/repositories",
      environment: Machine.environment,
      limits: CrawlLimits(),
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
    unread = crawled.unread
    return crawled.repositories
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

  private mutating func readCatalog(
    _ repositories: [CrawledRepository],
    elsewhere: [EntityRef]
  ) -> Catalog {
    progress.begin("Reading descriptors", total: nil)
    let stage = IngestStage(
      processor: EntityProcessor(model: configuration.model, rules: configuration.rules),
      repositories: repositories,
      isUsingCodeOwners: configuration.isUsingCodeOwners,
      jobs: jobs
    )
    let entities = timings.measure("ingest", items: { $0.output.count }) { stage.run() }
      .unwrap(into: &diagnostics)
    return timings.measure("stitch", items: { $0.output.relationCount }) {
      [model = configuration.model] in
      Catalog.stitch(entities, model: model, elsewhere: elsewhere)
    }
    .unwrap(into: &diagnostics)
  }

  private mutating func renderDocs(
    of catalog: Catalog,
    _ repositories: [CrawledRepository],
    _ announcements: AnnouncementStage.Folder?,
    _ snapshots: [String: RepositorySnapshot],
    _ cache: RenderCache
  ) throws -> RenderStage.Output {
    let collect = CollectStage(catalog: catalog, repositories: repositories, jobs: jobs)
    let trees = timings.measure("collect", items: { $0.output.count }) { collect.run() }
      .unwrap(into: &diagnostics)
    let workers = WorkerPool(
      executable: executable,
      arguments: [BuildSession.workerArgument],
      count: jobs,
      hello: markdownOptions.encode(),
      limits: WorkerLimits(
        wallSeconds: 4 * Double(markdownOptions.limits.pageSeconds),
        maxResponseBytes: 4 * markdownOptions.limits.outputBytes
      )
    )
    let stage = RenderStage(
      trees: trees + [announcements?.tree].compactMap(\.self),
      snapshots: snapshots,
      options: markdownOptions,
      cache: cache,
      workers: workers,
      jobs: jobs,
      progress: progress
    )
    let (rendered, largestWorker) = try timings.measure("render", items: { $0.0.renderedCount }) {
      repetition?.log?.beginPages()
      let output = try stage.run()
      repetition?.log?.endPages()
      // Within the stage: the system tells the workers' processor time once they have ended.
      return (output, workers.shutDown())
    }
    timings.largestWorker = largestWorker
    diagnostics += rendered.diagnostics
    return rendered
  }

  /// The pictures of the site's diagrams.
  private mutating func drawDiagrams(
    _ uses: [DiagramStage.Use],
    into writer: any SiteWriter
  ) throws -> DiagramGallery {
    let stage = DiagramStage(
      uses: uses,
      settings: configuration.diagrams,
      folder: configuration.folder,
      searchPath: Machine.environment["PATH"] ?? "",
      cacheFolder: cacheFolder,
      writer: writer,
      jobs: jobs,
      progress: progress
    )
    let drawn = try timings.measure("diagrams", items: { $0.drawnCount }) { try stage.run() }
    diagnostics += drawn.diagnostics
    return drawn.gallery
  }

  /// What the operator makes of findings, without those about files that cannot change any more.
  var judge: @Sendable ([Diagnostic]) -> [Diagnostic] {
    { [rules = configuration.check.rules, silenced] found in
      guard !silenced.isEmpty else { return rules.judge(found) }
      return rules.judge(
        found.filter { finding in
          finding.span.map { !silenced.contains($0.file.repository) } ?? true
        }
      )
    }
  }

  private func folders(of repositories: [CrawledRepository]) -> [String: String] {
    guard let current = Machine.currentFolder else { return [:] }
    return Dictionary(
      repositories.compactMap { repository in
        repository.path(below: current).map { (repository.snapshot.name, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Equal files, equal version; short because it stands in every page.
  static func version(of files: [String: [UInt8]]) -> String {
    var combiner = ContentHash.Combiner()
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) { combiner.combine(path, bytes) }
    return String(combiner.finalize().description.prefix(12))
  }

  private var markdownOptions: MarkdownOptions {
    var options = MarkdownOptions()
    options.policy.imageHosts = Set(configuration.docs.imageHosts)
    options.policy.frameHosts = Set(configuration.docs.iframeHosts)
    return options
  }

  private func settings(_ repositories: [CrawledRepository]) -> SiteSettings {
    SiteSettings(
      title: configuration.title,
      url: configuration.url,
      language: configuration.language,
      revision: repositories.first { $0.isFolder(configuration.folder) }?.snapshot.revision,
      generatorVersion: GeneratorVersion.current,
      integrations: configuration.integrations,
      isServingBackstage: configuration.isServingBackstage,
      issueAddress: configuration.docs.issueAddress,
      redirects: configuration.redirects,
      isOffline: configuration.isOffline,
      isPublishingMarkdown: configuration.docs.isPublishingMarkdown,
      imageHosts: configuration.docs.imageHosts,
      iframeHosts: configuration.docs.iframeHosts,
      layout: configuration.layout
    )
  }
}
