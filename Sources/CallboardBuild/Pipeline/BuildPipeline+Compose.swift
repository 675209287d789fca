import CallboardCrawl
import CallboardDiagnostics
import CallboardSearch
import CallboardSite
import CallboardTemplate

extension BuildPipeline {
  /// - Returns: How many HTML pages were made.
  mutating func compose(
    _ model: SiteModel,
    _ rendered: RenderStage.Output,
    _ announcementKeys: [[ContentHash]],
    _ cache: RenderCache,
    _ snapshots: [String: RepositorySnapshot],
    into writer: any SiteWriter
  ) throws -> Int {
    let plan = timings.measure("plan", items: { $0.output.pages.count }) {
      SitePlan.make(for: model)
    }
    .unwrap(into: &diagnostics)
    let themeStage = ThemeStage(configuration)
    let made = try timings.measure("theme", items: { $0.files.files.count }) {
      try themeStage.run()
    }
    operatorFolders.formUnion(themeStage.sourceFolders(of: made.files))
    diagnostics += made.diagnostics + configuration.layout.findings(in: plan, made.theme)
    do {
      return try compose(
        model,
        plan,
        made.theme,
        rendered,
        announcementKeys,
        cache,
        snapshots,
        into: writer
      )
    } catch let error as TemplateError {
      throw made.files.failure(error)
    }
  }

  private mutating func compose(
    _ model: SiteModel,
    _ plan: SitePlan,
    _ theme: Theme,
    _ rendered: RenderStage.Output,
    _ announcementKeys: [[ContentHash]],
    _ cache: RenderCache,
    _ snapshots: [String: RepositorySnapshot],
    into writer: any SiteWriter
  ) throws -> Int {
    let composer = PageComposer(model: model, plan: plan, theme: theme)
    let search = configuration.search
    let known = knownCompositions(model, rendered, cache)
    let stage = ComposeStage(
      model: model,
      plan: plan,
      composer: composer,
      records: SearchRecords(model: model),
      sources: PageSources(snapshots: snapshots),
      search: search,
      keys: rendered.keys + announcementKeys,
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
      let composed = try stage.run()
      known?.save()
      return composed
    }
    diagnostics += composed.diagnostics

    let assets = AssetStage(model: model, snapshots: snapshots, writer: writer, jobs: jobs)
    diagnostics += try timings.measure("assets", items: { $0.count }) {
      try assets.run(linked: composed.assets)
    }
    diagnostics.sort()

    for file in theme.assets.files { try writer.write(file) }
    let width = jobs
    let recordCount = composed.tokens.count
    _ = try timings.measure("index", items: { _ in recordCount }, bytes: { $0 }) {
      let files = SearchIndex.assemble(composed.takeTokens(), options: search) { count, body in
        ParallelFor(width: width, chunkSize: 1).run(count: count, body)
      }
      for file in files {
        try writer.write(OutputFile(path: ThemeAssets.searchFolder + file.path, bytes: file.bytes))
      }
      return files.reduce(0) { $0 + $1.bytes.count }
    }
    let found = judge(diagnostics)
    try writer.write(composer.composeHome(found))
    let problemPages = try composer.composeProblems(found)
    for page in problemPages { try writer.write(page) }
    for file in ChangesFiles.all(model, theme.strings) { try writer.write(file) }
    _ = try timings.measure("standards", items: { $0.count }) {
      let files = StandardFiles.all(model, plan: plan, theme: theme)
      for file in files { try writer.write(file) }
      return files
    }
    let data = DataStage(model: model, composer: composer, writer: writer, jobs: jobs)
    _ = try timings.measure("data", items: { $0 }) { try data.run(found: found) }
    _ = try timings.measure("table", items: { $0.count }) {
      let files = CatalogTable.files(model, theme.strings, found: found)
      for file in files { try writer.write(file) }
      return files
    }
    let graph = GraphStage(
      files: GraphFiles(model.catalog, theme.strings),
      writer: writer,
      jobs: jobs
    )
    _ = try timings.measure("graph", items: { $0 }) { try graph.run() }
    return 1 + composed.pageCount + problemPages.count
  }

  /// What earlier builds have composed of a site like this one; nil when that cannot be told.
  private func knownCompositions(
    _ model: SiteModel,
    _ rendered: RenderStage.Output,
    _ cache: RenderCache
  ) -> CompositionCache? {
    // A stub tells of this build only.
    guard let repetition, !cache.hasStubs, portal == nil, let read = repetition.log?.factsDigest
    else { return nil }
    let facts = SiteFacts(
      model,
      request: repetition.request,
      files: repetition.files,
      read: read,
      pages: rendered.facts
    )
    return CompositionCache(folder: cacheFolder, facts: facts)
  }
}
