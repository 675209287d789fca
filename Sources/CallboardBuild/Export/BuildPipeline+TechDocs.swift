import CallboardCrawl
import CallboardDiagnostics
import CallboardSite

extension BuildPipeline {
  /// Writes the docs for a Backstage in place of the portal.
  ///
  /// - Returns: How many HTML pages were made.
  mutating func exportTechDocs(
    _ model: SiteModel,
    keys: [[ContentHash]],
    _ cache: RenderCache,
    _ snapshots: [String: RepositorySnapshot],
    into writer: any SiteWriter
  ) throws -> Int {
    let plan = SitePlan.make(for: model).unwrap(into: &diagnostics)
    let files = Theme.packedFiles
    let theme = try Theme(
      files: files,
      version: Self.version(of: files),
      language: configuration.language
    )
    let stage = TechDocsStage(
      model: model,
      export: TechDocsExport(PageComposer(model: model, plan: plan, theme: theme)),
      keys: keys,
      cache: cache,
      snapshots: snapshots,
      assetBytes: configuration.limits.assetBytes,
      writer: writer,
      epoch: Machine.environment["SOURCE_DATE_EPOCH"].flatMap { Int64($0) },
      jobs: jobs,
      progress: progress
    )
    let output = try timings.measure("export", items: { $0.pageCount }) { try stage.run() }
    diagnostics += output.diagnostics
    diagnostics.sort()
    return output.pageCount
  }
}
