import CallboardDiagnostics
import CallboardSite

/// Writes the files under `api/v1/`.
struct DataStage: Sendable {
  let model: SiteModel
  let composer: PageComposer
  let writer: any SiteWriter
  let jobs: Int

  /// - Parameter found: All findings of the build.
  /// - Returns: How many files were made.
  func run(found: [Diagnostic]) throws -> Int {
    let pages = EntityPage.all(of: model.catalog)
    let counts = try ParallelFor(width: jobs, chunkSize: 1).map(count: pages.count) { index in
      let files = EntityFiles.files(
        of: pages[index],
        in: model.catalog,
        isServingBackstage: model.settings.isServingBackstage
      )
      for file in files { try writer.write(file) }
      return files.count
    }
    let files =
      SiteFiles.all(model, pages: pages, found: found) + composer.facetFiles()
      + composer.widgetFiles(found: found)
    for file in files { try writer.write(file) }
    return counts.reduce(files.count, +)
  }
}
