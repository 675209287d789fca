import CallboardCrawl
import CallboardDiagnostics
import CallboardSearch
import CallboardSite
import CallboardTemplate
import Synchronization

/// A site that was linked and composed, with all that composing one of its pages again takes.
struct SiteComposition: Sendable {
  var stage: ComposeStage
  var composed: ComposeStage.Output
  /// HTML pages.
  var pageCount: Int
}

extension BuildPipeline {
  mutating func compose(
    _ model: SiteModel,
    _ rendered: RenderStage.Output,
    _ cache: RenderCache,
    _ snapshots: [String: RepositorySnapshot],
    into writer: any SiteWriter
  ) throws -> SiteComposition {
    let plan = timings.measure("plan", items: { $0.output.pages.count }) {
      SitePlan.make(for: model)
    }
    .unwrap(into: &diagnostics)
    let themeStage = ThemeStage(configuration)
    let made = try timings.measure("theme", items: { $0.files.files.count }) {
      try themeStage.run()
    }
    operatorFolders.formUnion(themeStage.sourceFolders(of: made.files))
    diagnostics += made.diagnostics + configuration.layout.findings(in: plan, of: model, made.theme)
    do {
      return try compose(model, plan, made.theme, rendered, cache, snapshots, into: writer)
    } catch let error as TemplateError {
      throw made.files.failure(error)
    }
  }

  private mutating func compose(
    _ model: SiteModel,
    _ plan: SitePlan,
    _ theme: Theme,
    _ rendered: RenderStage.Output,
    _ cache: RenderCache,
    _ snapshots: [String: RepositorySnapshot],
    into writer: any SiteWriter
  ) throws -> SiteComposition {
    let composer = PageComposer(model: model, plan: plan, theme: theme)
    let search = configuration.search
    let known = knownCompositions(composer, rendered, cache)
    let stage = ComposeStage(
      model: model,
      plan: plan,
      composer: composer,
      records: SearchRecords(model: model),
      sources: PageSources(snapshots: snapshots, limits: configuration.limits.page),
      search: search,
      keys: rendered.keys,
      cache: cache,
      known: known,
      writer: writer,
      jobs: jobs,
      progress: progress
    )
    var composed = try timings.measure(
      "compose",
      items: { $0.composedCount },
      bytes: { $0.composedBytes }
    ) {
      // Pages are read once more for their Markdown.
      repetition?.log?.beginPages()
      defer { repetition?.log?.endPages() }
      return try stage.run()
    }
    diagnostics += composed.diagnostics

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

    for file in theme.assets.files { try writer.write(file) }
    let found = judge(diagnostics)
    let files = SiteWideFiles(known: known, writer: writer)
    if isRemembering {
      deferSearch(of: composed)
    } else if known != nil {
      keptRecords = KeptTexts.records(of: composed.pages)
    }
    // Each keeps one thread busy most of its time, and neither needs anything of the other.
    let side = writeTables(
      of: isRemembering ? nil : composed.takeTokens(),
      cache: known == nil ? nil : searchCache,
      model,
      theme,
      found: found,
      through: files
    )
    try writer.write(composer.composeHome(found))
    let problemPages = try composer.composeProblems(found)
    for page in problemPages { try writer.write(page) }
    try writeData(of: model, plan, theme, composer, found: found, through: files)
    let tables = try side.value.get()
    for entry in tables.entries { timings.add(entry) }
    keptOutline = tables.outline
    if known?.hasLostWords == true { throw CacheError.damagedMeanwhile(cacheFolder) }
    known?.save()
    return SiteComposition(
      stage: stage,
      composed: composed,
      pageCount: composed.pageCount + problemPages.count
    )
  }

  /// Writes the files that are no pages and of no page, but for those of ``writeTables(of:_:_:found:through:)``.
  private mutating func writeData(
    of model: SiteModel,
    _ plan: SitePlan,
    _ theme: Theme,
    _ composer: PageComposer,
    found: [Diagnostic],
    through files: SiteWideFiles
  ) throws {
    let jobs = jobs
    _ = try timings.measure("standards", items: { $0 }) {
      try files.write("standards") { writer in
        let files =
          ChangesFiles.all(model, theme.strings)
          + StandardFiles.all(model, plan: plan, theme: theme)
        for file in files { try writer.write(file) }
      }
    }
    _ = try timings.measure("data", items: { $0 }) {
      try files.write("data", of: found) { writer in
        try DataStage(model: model, composer: composer, writer: writer, jobs: jobs)
          .run(found: found)
      }
    }
    _ = try timings.measure("graph", items: { $0 }) {
      try files.write("graph") { writer in
        let files = GraphFiles(model.catalog, theme.strings)
        try GraphStage(files: files, writer: writer, jobs: jobs).run()
      }
    }
  }

  /// Leaves the index of search to whoever searches first.
  mutating func deferSearch(of composed: ComposeStage.Output) {
    search = DeferredSearch(composed.tokens, options: configuration.search, jobs: jobs)
  }

  /// Writes the index of search and the catalog's table, beside whatever the caller writes.
  ///
  /// - Parameters:
  ///   - words: What the pages tell search; nil where the index is not wanted now.
  ///   - cache: What earlier builds have kept of theirs; nil to make everything.
  /// - Returns: The entries for ``StageTimings`` and what is kept of the index, or what writing failed with.
  private func writeTables(
    of words: [IndexRecord]?,
    cache: SearchCache?,
    _ model: SiteModel,
    _ theme: Theme,
    found: [Diagnostic],
    through files: SiteWideFiles
  ) -> SideThread<Result<(entries: [StageTimings.Entry], outline: [UInt8]), any Error>> {
    let (stage, jobs) = (SearchStage(options: configuration.search, cache: cache, jobs: jobs), jobs)
    // Nobody else may hold the words, or they would stay in memory while the index is made of them.
    let held = Mutex(words)
    return SideThread(isWanted: jobs > 1) {
      Result {
        var entries: [StageTimings.Entry] = []
        var outline: [UInt8] = []
        if let words = held.withLock({ words in words.take() }) {
          let count = words.count
          let made = try StageTimings.beside("index", items: { _ in count }, bytes: { $0.bytes }) {
            try stage.run(words, into: files.writer)
          }
          entries.append(made.entry)
          outline = made.result.outline
          cache?.save()
        }
        entries.append(
          try StageTimings.beside("table", items: { $0 }) {
            try files.write("table", of: found) { writer in
              for file in CatalogTable.files(model, theme.strings, found: found) {
                try writer.write(file)
              }
            }
          }
          .entry
        )
        return (entries, outline)
      }
    }
  }

  /// What earlier builds have kept of the index of search.
  var searchCache: SearchCache {
    SearchCache(folder: cacheFolder, program: Machine.fileMark(executable))
  }

  /// What earlier builds have composed of a site like this one; nil when that cannot be told.
  private func knownCompositions(
    _ composer: PageComposer,
    _ rendered: RenderStage.Output,
    _ cache: RenderCache
  ) -> CompositionCache? {
    // A stub tells of this build only.
    guard let repetition, !cache.hasStubs, portal == nil,
      let read = repetition.log?.facts(below: Array(places.values))
    else { return nil }
    let facts = SiteFacts(
      composer,
      request: repetition.request,
      files: repetition.files,
      read: read,
      places: places,
      pages: rendered.facts
    )
    guard isRemembering else { return CompositionCache(folder: cacheFolder, facts: facts) }
    return CompositionCache(memory: compositions, facts: facts)
  }
}
