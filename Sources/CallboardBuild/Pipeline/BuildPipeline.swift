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
  /// The files of the theme; nil where nobody has read them yet.
  var themeFiles: SiteTheme?
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
  /// See ``DiagramStage/Output/identities``.
  private(set) var renderers: [DiagramLanguage: String] = [:]
  /// What this process keeps of the build before; nil without one.
  var earlier: RememberedBuild?
  /// What has changed since then.
  var heard = HeardChanges.anything
  /// What reading repositories came upon; nil before it is asked for, or when that cannot be told.
  var read: ReadingFacts?
  /// Whether ``remembered`` is wanted.
  var isRemembering = false
  /// What the next build of this process can begin with; nil for a build that has failed pages.
  var remembered: RememberedBuild?
  /// Composed pages that this process remembers.
  var compositions = CompositionMemory()
  /// The rest of the site, where ``isRemembering``; nil otherwise.
  var search: DeferredSearch?
  /// The absolute paths of the folders that the operator's own files stand in: the theme's, radars.
  var operatorFolders: Set<String> = []
  /// Less than what may wait for rendering, so that a build holds no more for it.
  let keptSources = KeptSources(byteLimit: 32 << 20)
  /// What a build of edited texts can begin with.
  var keptTexts = KeptTexts()
  /// The names of snapshots whose findings nobody can mend.
  var silenced: Set<String> = []

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
    Machine.returnLargeBlocks()
    var site = try compose(product, into: writer, since: start)
    if site.isPublished { return site.report }
    // Nobody holds what the site was made of any more: the index has room in its place. To let go of it takes a while, which
    // the index of a large site waits for.
    let closing = site.closing.take().map { SideThread(isWanted: jobs > 1, $0) }
    if Machine.isHoldingMuch { _ = closing?.value }
    if site.words != nil { try index(&site.words, into: writer) }
    keptTexts.pages = closing?.value ?? []
    try publish(&site.report, writer, since: start)
    remembered?.report = site.report
    return site.report
  }

  /// A site that stands in its writer but for its index.
  private struct ComposedSite {
    var report: BuildReport
    /// nil when the index is not wanted now.
    var words: SiteWords?
    /// Gives ``KeptTexts/pages`` and holds all that the site was made of until then; nil where it is remembered.
    var closing: (@Sendable () -> [KeptTexts.Page])?
    /// Whether nothing is left to do.
    var isPublished = false
  }

  private mutating func compose(
    _ product: Product,
    into writer: any SiteWriter,
    since start: Double
  ) throws -> ComposedSite {
    let standing = findStanding()
    if let standing {
      repetition = standing.build.repetition
      read = standing.build.read
    } else {
      earlier?.cache.save()
    }
    let isPortal = if case .portal = product { true } else { false }
    let early = standing == nil && isPortal ? beginTheme() : nil
    let scan = try standing?.build.scan ?? self.scan()
    take(scan)
    let cache = standing?.build.cache ?? openCache()
    let workers = standing?.build.workers ?? makeWorkers()
    var rendered = try renderPages(scan, cache, workers, after: standing)
    if let standing,
      let report = try follow(standing, rendered, into: writer, since: start)
    {
      return ComposedSite(report: report, isPublished: true)
    }
    var (docs, board) = takeAnnouncements(from: rendered, scan.announcements, cache)
    docs.pages = RevisedArray()
    let keeping = keep(rendered, of: scan, in: cache, isSaved: standing != nil)
    // Only the next build of this process begins with them.
    if !isRemembering { rendered.pages = RevisedArray() }

    // Backstage's storage has no place for what pages of several entities share.
    let gallery = try drawDiagrams(isPortal ? rendered.diagrams : [], into: writer)
    operatorFolders.formUnion(scan.files?.sourceFolders ?? [])
    diagnostics.sortBelowCeiling()
    var model = SiteModel(
      settings: settings(scan.repositories),
      catalog: scan.catalog,
      sources: scan.sources,
      repositories: scan.repositories.map(\.snapshot).sorted { $0.name < $1.name },
      versions: scan.versions.map(\.snapshot),
      docs: docs.sites,
      diagnostics: judge(diagnostics),
      changes: scan.changes,
      history: scan.history,
      diagrams: gallery,
      elsewhere: Set(scan.elsewhere),
      judge: judge
    )
    model.announcements = board
    model.decisions = scan.decisions
    model.radars = scan.radars
    model.scorecards = judgeScorecards(model, scan.files)
    places = Dictionary(
      scan.repositories.compactMap { repository in
        repository.folder.map { (repository.snapshot.name, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    let pageCount: Int
    var composition: SiteComposition?
    var words: SiteWords?
    switch product {
    case .portal:
      let theme = early ?? beginTheme()
      var composed = try compose(model, docs, cache, scan.snapshots, theme, into: writer)
      pageCount = composed.pageCount
      if !isRemembering { words = composed.takeWords() }
      composition = composed
    case .techDocs:
      pageCount = try exportTechDocs(
        model,
        keys: rendered.keys,
        cache,
        scan.snapshots,
        into: writer
      )
    }
    let candidates = keeping.value
    if let failure = cache.failure {
      progress.tell("The cache in '\(cacheFolder)' could not be written: \(failure)")
    }
    let report = report(of: scan, pageCount: pageCount)
    // What has failed may succeed.
    isRepeatable =
      scan.unread.isEmpty && !cache.hasStubs
      && !diagnostics.contains { $0.id == .historyUnavailable || $0.id == .diagramFailed }
    if isRemembering, let composition, let repetition, let search, !cache.hasStubs {
      remembered = RememberedBuild(
        repetition: repetition,
        scan: scan,
        cache: cache,
        workers: workers,
        rendered: rendered,
        composition: composition,
        search: search,
        report: report,
        read: read,
        isByHearsay: standing?.build.isByHearsay ?? false
      )
    }
    var site = ComposedSite(report: report, words: words)
    if !isRemembering {
      site.closing = {
        [isRepeatable, rendered, log = repetition?.log, remains = (docs, model, composition)] in
        _ = remains
        guard isRepeatable else { return [] }
        return KeptTexts.pages(candidates, of: scan, rendered) { log?.isPage($0) ?? false }
      }
    }
    return site
  }

  /// Writes what was rendered and looks for pages that the next build can take alone, beside the preparations of composing.
  ///
  /// - Parameter isSaved: Whether the cache has it already.
  private func keep(
    _ rendered: RenderStage.Output,
    of scan: SiteScan,
    in cache: RenderCache,
    isSaved: Bool
  ) -> SideThread<[DocsPageIndex]> {
    SideThread(isWanted: jobs > 1) { [isRemembering] in
      let candidates = isRemembering ? [] : KeptTexts.candidates(of: scan, rendered)
      if !isSaved { cache.save() }
      return candidates
    }
  }

  /// Publishes what was written.
  private mutating func publish(
    _ report: inout BuildReport,
    _ writer: any SiteWriter,
    since start: Double
  ) throws {
    progress.begin("Publishing", total: nil)
    let emitted = try timings.measure(
      "emit",
      items: { $0.written },
      bytes: { $0.bytesWritten },
      { try writer.finish() }
    )
    if let note = emitted.note { progress.tell(note) }
    report.emitted = emitted
    report.timings = timings
    report.seconds = StageTimings.now - start
  }

  /// What is known of a build before it is published.
  private func report(of scan: SiteScan, pageCount: Int) -> BuildReport {
    let repositories = scan.repositories
    let judged = judge(diagnostics)
    let named = Set(judged.lazy.flatMap(\.files).map(\.repository))
    return BuildReport(
      diagnostics: judged,
      pageCount: pageCount,
      entityCount: scan.catalog.entities.count,
      repositoryCount: repositories.count,
      emitted: nil,
      timings: timings,
      onlyRepository: portal == nil ? nil : repositories.first?.snapshot.name,
      siteFile: configuration.file ?? "site.yaml",
      unread: scan.unread,
      folders: folders(of: scan.readRepositories),
      sourceFolders: isRemembering ? watchedFolders(of: scan) : [],
      seconds: 0,
      source: Self.source(in: scan.snapshots.filter { named.contains($0.key) })
    )
  }

  private func watchedFolders(of scan: SiteScan) -> Set<String> {
    scan.readRepositories.reduce(into: operatorFolders) { $0.formUnion($1.sourceFolders) }
  }

  /// Gives the bytes of a crawled file, or of one of the operator's, for the excerpts of messages.
  static func source(
    in snapshots: [String: RepositorySnapshot]
  ) -> @Sendable (SourcePath) -> [UInt8]? {
    { file in
      // The operator's own files, such as site.yaml, belong to no repository.
      if file.repository.isEmpty { return try? OperatorFile.read(file.path) }
      let bytes = try? snapshots[file.repository]?.contents(
        of: file.path,
        limit: IngestStage.fileLimit
      )
      // What is said of a file with a secret in it must not quote it: logs have readers of their own.
      return bytes.flatMap { SecretShape.first(in: $0) == nil ? $0 : nil }
    }
  }

  /// The catalog alone, with what was found up to it, sorted.
  ///
  /// - Parameter baseline: Whose findings are left out; nil for none.
  mutating func catalog(besides baseline: Baseline?) throws -> Diagnosed<Catalog> {
    let repositories = try crawl().repositories
    let catalog = readCatalog(repositories, elsewhere: [])
    diagnostics.sortBelowCeiling()
    let judged = configuration.check.rules.judge(diagnostics)
    guard let baseline else { return Diagnosed(catalog, diagnostics: judged) }
    let snapshots = Dictionary(
      repositories.map { ($0.snapshot.name, $0.snapshot) },
      uniquingKeysWith: { first, _ in first }
    )
    let compared = baseline.compare(
      judged,
      source: Self.source(in: snapshots),
      isRead: { _ in true }
    )
    return Diagnosed(catalog, diagnostics: compared.fresh)
  }

  /// The rendered pages of this and earlier builds.
  func openCache() -> RenderCache {
    RenderCache(
      folder: cacheFolder,
      options: markdownOptions,
      generator: GeneratorVersion.current
    )
  }

  /// Those who render pages.
  func makeWorkers() -> WorkerPool {
    WorkerPool(
      executable: executable,
      arguments: [BuildSession.workerArgument],
      count: jobs,
      hello: markdownOptions.encode(),
      limits: WorkerLimits(
        wallSeconds: 4 * Double(markdownOptions.limits.pageSeconds),
        maxResponseBytes: 4 * markdownOptions.limits.outputBytes
      )
    )
  }

  /// Renders the docs and, as the last of their sites, the announcements.
  ///
  /// - Parameter standing: What was rendered before, if only pages have changed since.
  private mutating func renderPages(
    _ scan: SiteScan,
    _ cache: RenderCache,
    _ workers: WorkerPool,
    after standing: StandingBuild?
  ) throws -> RenderStage.Output {
    let stage = renderStage(scan.trees, scan.announcements, scan.snapshots, cache, workers)
    let (rendered, largestWorker) = try timings.measure("render", items: { $0.0.renderedCount }) {
      repetition?.log?.beginPages()
      defer { repetition?.log?.endPages() }
      let output = try stage.run(after: standing.map { ($0.build.rendered, $0.changedPages) })
      // Within the stage: the system tells the workers' processor time once they have ended.
      return (output, isRemembering ? nil : workers.shutDown())
    }
    timings.largestWorker = largestWorker
    diagnostics += rendered.diagnostics
    return rendered
  }

  /// The stage that renders docs and, as the last of their trees, the announcements.
  func renderStage(
    _ trees: [DocsTree],
    _ announcements: AnnouncementStage.Folder?,
    _ snapshots: [String: RepositorySnapshot],
    _ cache: RenderCache,
    _ workers: WorkerPool
  ) -> RenderStage {
    RenderStage(
      trees: trees + [announcements?.tree].compactMap(\.self),
      snapshots: snapshots,
      options: markdownOptions,
      markdownBytes: configuration.limits.repository.markdownBytes,
      kept: keptSources,
      cache: cache,
      workers: workers,
      jobs: jobs,
      progress: progress
    )
  }

  /// The pictures of the site's diagrams.
  ///
  /// - Parameter isPartial: See ``DiagramStage/isPartial``.
  mutating func drawDiagrams(
    _ uses: [DiagramStage.Use],
    into writer: any SiteWriter,
    isPartial: Bool = false
  ) throws -> DiagramGallery {
    let stage = DiagramStage(
      uses: uses,
      settings: configuration.diagrams,
      folder: configuration.folder,
      searchPath: Machine.environment["PATH"] ?? "",
      cacheFolder: cacheFolder,
      writer: writer,
      jobs: jobs,
      progress: progress,
      isPartial: isPartial
    )
    let drawn = try timings.measure("diagrams", items: { $0.drawnCount }) { try stage.run() }
    diagnostics += drawn.diagnostics
    renderers = drawn.identities
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

  var markdownOptions: MarkdownOptions {
    var options = MarkdownOptions()
    options.policy.imageHosts = Set(configuration.docs.imageHosts)
    options.policy.frameHosts = Set(configuration.docs.iframeHosts)
    options.limits = configuration.limits.page
    return options
  }

  /// What pages show of `site.yaml`.
  func settings(_ repositories: [CrawledRepository]) -> SiteSettings {
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
