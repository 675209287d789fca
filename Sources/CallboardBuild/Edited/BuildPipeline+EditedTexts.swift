import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown
import CallboardSearch
import CallboardSite
import CallboardTemplate

extension BuildPipeline {
  /// Builds a site again of which the texts of a few pages have changed: reads the repositories of these pages alone, composes
  /// these pages, and takes everything else from the last build.
  ///
  /// What the rest of the site is like is not asked. Instead the pages are composed of their earlier texts as well: if that
  /// gives the files which the last build has left, then the page shows nothing that was not read.
  ///
  /// - Returns: nil when only the whole build can tell what comes of the edits; nothing has been written then.
  mutating func follow(
    _ edited: EditedTexts,
    to output: String,
    onConflict: OutputConflict,
    since start: Double
  ) throws -> BuildReport? {
    timings = edited.timings
    let log = ReadingLog(digest: InputTable.digest)
    let cache = openCache()
    guard !cache.isFull else { return nil }
    let site = StandingOutput(output, since: edited.record.output, onConflict: onConflict)
    // Whoever builds the whole site wants the folder's lock.
    defer { site?.release() }
    // Nearly all that takes time is to look at the files that stay.
    let stands = SideThread(isWanted: jobs > 1) { [jobs] in site?.stands(width: jobs) ?? false }
    guard let part = try readPart(edited, log, cache),
      let pages = try composeEdited(edited, part, cache)
    else { return nil }
    let seen = edited.changed.compactMap { log.entry(of: $0.path) }
    guard seen.count == edited.changed.count,
      let published = try site.flatMap({ try publish(pages, of: edited, through: $0, stands) })
        ?? publish(pages, of: edited, output, onConflict)
    else { return nil }
    cache.save(isPartial: true)
    if let note = published.summary.note { progress.tell(note) }
    if let left = published.left {
      let texts = edited.texts(with: pages, outline: published.outline)
      repetition?.save(edited, texts, seen: seen, output: left)
    }
    var report = edited.record.outcome.report(
      siteFile: configuration.file ?? "site.yaml",
      timings: timings,
      seconds: StageTimings.now - start
    )
    report.emitted = published.summary
    return report
  }

  /// The repositories of edited pages, read and rendered.
  struct SitePart {
    var repositories: [CrawledRepository]
    var catalog: Catalog
    var stage: RenderStage
    var rendered: RenderStage.Output
    /// The edited pages, in the order of the edits.
    var jobs: [(index: Int, job: RenderStage.Job)]
  }

  /// nil when an edited file is no page of one of the site's folders, or cannot be rendered.
  private mutating func readPart(
    _ edited: EditedTexts,
    _ log: ReadingLog,
    _ cache: RenderCache
  ) throws -> SitePart? {
    let crawler = Crawler(
      cacheFolder: cacheFolder + "/repositories",
      environment: Machine.environment,
      limits: configuration.limits.crawl,
      log: log
    )
    let locations = crawler.expand(configuration.sources).output
    var sources: [SourcePath] = []
    var needed: [RepositoryLocation] = []
    for entry in edited.changed {
      let homes = locations.filter { $0.path(of: entry.path) != nil }
      guard homes.count == 1, let path = homes[0].path(of: entry.path) else { return nil }
      sources.append(SourcePath(repository: homes[0].name, path: path))
      if !needed.contains(homes[0]) { needed.append(homes[0]) }
    }
    guard sources.allSatisfy(edited.hasNoFindings) else { return nil }
    var repositories: [CrawledRepository] = []
    for location in needed {
      guard let snapshot = try crawler.crawl(location).output else { return nil }
      repositories.append(CrawledRepository(snapshot: snapshot, location: location))
    }
    repositories.sort { $0.snapshot.name < $1.snapshot.name }
    let catalog = readCatalog(repositories, elsewhere: [])
    let trees = CollectStage(
      catalog: catalog,
      repositories: repositories,
      limits: configuration.limits.repository,
      jobs: jobs
    )
    .run().output
    let snapshots = Dictionary(
      repositories.map { ($0.snapshot.name, $0.snapshot) },
      uniquingKeysWith: { first, _ in first }
    )
    let workers = makeWorkers()
    let stage = renderStage(trees, nil, snapshots, cache, workers)
    let (rendered, largestWorker) = try timings.measure("render", items: { $0.0.renderedCount }) {
      let output = try stage.run()
      return (output, workers.shutDown())
    }
    timings.largestWorker = largestWorker
    let list = stage.jobList
    let jobs = sources.compactMap { source in
      list.indices.first { list[$0].source == source }.map { (index: $0, job: list[$0]) }
    }
    guard jobs.count == sources.count, !cache.hasStubs else { return nil }
    return SitePart(
      repositories: repositories,
      catalog: catalog,
      stage: stage,
      rendered: rendered,
      jobs: jobs
    )
  }

  /// Composes the edited pages into memory; nil when one of them tells the rest of the site something new.
  private mutating func composeEdited(
    _ edited: EditedTexts,
    _ part: SitePart,
    _ cache: RenderCache
  ) throws -> [EditedPage]? {
    let themeStage = ThemeStage(configuration)
    let made = try timings.measure("theme", items: { $0.files.files.count }) {
      try themeStage.run(themeFiles ?? themeStage.read(), rendering: PageComposer.docsTemplates)
    }
    // A template of the operator's may show of the site whatever it likes, if only on pages of some texts.
    guard !made.files.own.paths.contains(where: { $0.hasSuffix(".html") }) else { return nil }
    let model = SiteModel(
      settings: settings(part.repositories),
      catalog: part.catalog,
      repositories: part.repositories.map(\.snapshot),
      docs: part.rendered.sites,
      diagnostics: [],
      changes: [:],
      history: CatalogHistory(),
      judge: judge
    )
    let plan = SitePlan.make(for: model).output
    let composer = EditedPageComposer(
      texts: edited.texts,
      model: model,
      composer: PageComposer(model: model, plan: plan, theme: made.theme),
      part: part,
      cache: cache,
      words: CompositionWords(CompositionCache.entries(folder: cacheFolder)),
      search: configuration.search,
      limits: configuration.limits.page
    )
    return try timings.measure("compose", items: { $0?.count ?? 0 }) {
      var pages: [EditedPage] = []
      for (index, job) in part.jobs {
        guard let page = try composer.compose(index, job) else { return nil }
        pages.append(page)
      }
      return pages
    }
  }
}

extension RepositoryLocation {
  /// The path of a file from its folder; nil for a clone and for a file elsewhere.
  fileprivate func path(of file: String) -> String? {
    guard case .folder(let folder) = place else { return nil }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : nil
  }
}
