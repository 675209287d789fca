import CallboardCrawl
import CallboardDiagnostics
import CallboardSearch
import CallboardSite
import CallboardTemplate

/// A site that was linked and composed, with all that composing one of its pages again takes.
struct SiteComposition: Sendable {
  var stage: ComposeStage
  var composed: ComposeStage.Output
  /// HTML pages.
  var pageCount: Int

  /// Gives away all that the index is made of.
  mutating func takeWords() -> SiteWords {
    let (words, keys) = composed.takeTokens()
    return SiteWords(words: words, keys: keys, known: stage.known)
  }
}

/// What is left of a composed site for its index.
struct SiteWords: Sendable {
  /// Of each page that search finds, in the order of the plan.
  var words: [IndexRecord]
  /// Under which the composition of each of these pages is kept; nil for one that is not.
  var keys: [ContentHash?]
  /// Where those of unchanged pages stand; nil when all of them are at hand.
  var known: CompositionCache?
}

extension BuildPipeline {
  mutating func compose(
    _ model: SiteModel,
    _ rendered: RenderStage.Output,
    _ cache: RenderCache,
    _ snapshots: [String: RepositorySnapshot],
    _ themeThread: ThemeThread,
    into writer: any SiteWriter
  ) throws -> SiteComposition {
    let plan = timings.measure("plan", items: { $0.output.pages.count }) {
      SitePlan.make(for: model)
    }
    .unwrap(into: &diagnostics)
    let ready = try take(themeThread)
    diagnostics += configuration.layout.findings(in: plan, of: model, ready.stage.theme)
    do {
      return try compose(model, plan, ready, rendered, cache, snapshots, into: writer)
    } catch let error as TemplateError {
      throw ready.stage.files.failure(error)
    }
  }

  private mutating func compose(
    _ model: SiteModel,
    _ plan: SitePlan,
    _ ready: ReadyTheme,
    _ rendered: RenderStage.Output,
    _ cache: RenderCache,
    _ snapshots: [String: RepositorySnapshot],
    into writer: any SiteWriter
  ) throws -> SiteComposition {
    let theme = ready.stage.theme
    let composer = PageComposer(model: model, plan: plan, theme: theme)
    let search = configuration.search
    let known = knownCompositions(composer, rendered, cache)
    let stage = ComposeStage(
      model: model,
      plan: plan,
      composer: composer,
      records: SearchRecords(model: model),
      sources: PageSources(snapshots: snapshots, limits: configuration.limits.page),
      kept: keptSources,
      search: search,
      keys: rendered.keys,
      cache: cache,
      known: known,
      writer: writer,
      jobs: jobs,
      progress: progress
    )
    // What rendering has freed lies between what stays: pages are composed of blocks of other sizes.
    Machine.releaseFreedMemory()
    let composed = try timings.measure(
      "compose",
      items: { $0.composedCount },
      bytes: { $0.composedBytes }
    ) {
      // Pages are read once more for their Markdown.
      repetition?.log?.beginPages()
      defer { repetition?.log?.endPages() }
      return try stage.run()
    }
    keptSources.removeAll()
    diagnostics += composed.diagnostics
    // What follows needs blocks of other sizes than what pages were made of.
    Machine.releaseFreedMemory()

    let assets = AssetStage(
      model: model,
      snapshots: snapshots,
      limits: configuration.limits,
      writer: writer,
      jobs: jobs
    )
    diagnostics += try timings.measure("assets", items: { $0.count }) {
      try assets.run(linked: composed.assets)
    }
    diagnostics.sortBelowCeiling()

    try ParallelFor(width: jobs).run(count: ready.assets.count) { number in
      try writer.write(ready.assets[number])
    }
    let found = judge(diagnostics)
    let files = SiteWideFiles(known: known, writer: writer)
    if isRemembering { deferSearch(of: composed) }
    try writer.write(composer.composeHome(found))
    let problemPages = try composer.composeProblems(found)
    for page in problemPages { try writer.write(page) }
    try writeData(of: model, plan, theme, composer, found: found, through: files)
    if isRemembering {
      // The words that the index is made of are still to be read from there.
      known?.save()
    }
    return SiteComposition(
      stage: stage,
      composed: composed,
      pageCount: composed.pageCount + problemPages.count
    )
  }

  /// Writes the files that are no pages and of no page, but for the index.
  private mutating func writeData(
    of model: SiteModel,
    _ plan: SitePlan,
    _ theme: Theme,
    _ composer: PageComposer,
    found: [Diagnostic],
    through files: SiteWideFiles
  ) throws {
    let jobs = jobs
    // Both are mostly one file each.
    let tables = SideThread(isWanted: jobs > 1) {
      Result {
        [
          try StageTimings.beside("graph", items: { $0 }) {
            try files.write("graph") { writer in
              let files = GraphFiles(model.catalog, theme.strings)
              try GraphStage(files: files, writer: writer, jobs: jobs).run()
            }
          }
          .entry,
          try StageTimings.beside("table", items: { $0 }) {
            try files.write("table", of: found) { writer in
              try CatalogTable.write(model, theme.strings, found: found) {
                _ = try writer.write($0)
              }
            }
          }
          .entry,
        ]
      }
    }
    _ = try timings.measure("standards", items: { $0 }) {
      try files.write("standards") { writer in
        for file in ChangesFiles.all(model, theme.strings) { try writer.write(file) }
        try StandardFiles.write(model, plan: plan, theme: theme) { _ = try writer.write($0) }
        try ParallelFor(width: jobs).run(count: model.docs.count) { site in
          let files = StandardFiles.files(ofDocs: site, in: model, theme: theme)
          for file in files { try writer.write(file) }
        }
      }
    }
    _ = try timings.measure("data", items: { $0 }) {
      try files.write("data", of: found) { writer in
        try DataStage(model: model, composer: composer, writer: writer, jobs: jobs)
          .run(found: found)
      }
    }
    for entry in try tables.value.get() { timings.add(entry) }
  }

  /// Leaves the index of search to whoever searches first.
  mutating func deferSearch(of composed: ComposeStage.Output) {
    search = DeferredSearch(composed.pages, options: configuration.search, jobs: jobs)
  }

  /// Writes the index of search: the last stage but publishing, because it needs most memory of all and nothing but words.
  ///
  /// - Parameter site: nil afterwards; whoever else holds its words makes them stay in memory while the index is made.
  mutating func index(_ site: inout SiteWords?, into writer: any SiteWriter) throws {
    progress.begin("Indexing pages for search", total: nil)
    let known = site?.known
    let cache = known == nil ? nil : searchCache
    let stage = SearchStage(options: configuration.search, cache: cache, jobs: jobs)
    let count = site?.words.count ?? 0
    if let site, known != nil {
      keptTexts.records = KeptTexts.records(of: site.words, keys: site.keys)
    }
    keptTexts.outline = try timings.measure("index", items: { _ in count }, bytes: { $0.bytes }) {
      try stage.run(site.take()?.words ?? [], into: writer)
    }
    .outline
    cache?.save()
    if known?.hasLostWords == true { throw CacheError.damagedMeanwhile(cacheFolder) }
    known?.save()
  }

  /// What earlier builds have kept of the index of search.
  var searchCache: SearchCache {
    SearchCache(folder: cacheFolder, program: Machine.fileMark(executable))
  }

  /// What earlier builds have composed of a site like this one; nil when that cannot be told.
  private mutating func knownCompositions(
    _ composer: PageComposer,
    _ rendered: RenderStage.Output,
    _ cache: RenderCache
  ) -> CompositionCache? {
    // A stub tells of this build only.
    guard let repetition, !cache.hasStubs, portal == nil else { return nil }
    // What composing looks at later must not count in the next build of this process.
    read = read ?? repetition.log?.facts(below: Array(places.values))
    guard let read else { return nil }
    let facts = SiteFacts(
      composer,
      request: repetition.request,
      files: repetition.files,
      read: read,
      places: places,
      pages: rendered.facts,
      jobs: jobs
    )
    guard isRemembering else { return CompositionCache(folder: cacheFolder, facts: facts) }
    return CompositionCache(memory: compositions, facts: facts)
  }
}
