import CallboardCrawl
import CallboardDiagnostics

/// Stage 1: reads which files each repository has.
struct CrawlStage {
  let crawler: Crawler
  let jobs: Int
  let progress: any BuildProgress

  struct Output: Sendable {
    /// In the order of the sources and, within one, of the names: the order in which equal entity refs are
    /// decided.
    var repositories: [CrawledRepository] = []
    var diagnostics: [Diagnostic] = []
  }

  func run(_ sources: [RepositorySource]) throws(CrawlError) -> Output {
    var output = Output()
    let locations = crawler.expand(sources).unwrap(into: &output.diagnostics)
    progress.begin("Reading repositories", total: locations.count)
    let crawled = try ParallelFor(width: jobs, chunkSize: 1).map(count: locations.count) {
      [crawler, progress] index throws(CrawlError) in
      defer { progress.advance(by: 1) }
      return try crawler.crawl(locations[index])
    }
    for (location, result) in zip(locations, crawled) {
      guard let snapshot = result.unwrap(into: &output.diagnostics) else { continue }
      output.repositories.append(
        CrawledRepository(snapshot: snapshot, location: location)
      )
    }
    return output
  }
}

/// A repository that could be read, with what `site.yaml` says of it.
struct CrawledRepository: Sendable {
  var snapshot: RepositorySnapshot
  var location: RepositoryLocation

  /// Globs of its descriptor files.
  var descriptors: [String] { location.descriptors }

  /// Whether this is the folder that `site.yaml` stands in.
  func isFolder(_ path: String) -> Bool {
    guard case .folder(let folder) = location.place else { return false }
    return Machine.isSameFile(folder, path)
  }
}
