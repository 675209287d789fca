import CallboardDiagnostics
import CallboardSite

/// Writes the files under `api/v1/`.
struct DataStage: Sendable {
  let model: SiteModel
  let composer: PageComposer
  let writer: any SiteWriter
  let jobs: Int

  /// - Parameter found: All findings of the build.
  func run(found: [Diagnostic]) throws {
    let pages = EntityPage.all(of: model.catalog)
    try ParallelFor(width: jobs, chunkSize: 1).run(count: pages.count) { index in
      let files = EntityFiles.files(
        of: pages[index],
        in: model.catalog,
        isServingBackstage: model.settings.isServingBackstage
      )
      for file in files { try writer.write(file) }
    }
    try SiteFiles.write(model, pages: pages, found: found) { _ = try writer.write($0) }
    for file in composer.facetFiles() { try writer.write(file) }
    for file in composer.widgetFiles(found: found) { try writer.write(file) }
  }
}
