import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics

/// Stages 2 and 3: reads descriptors and makes entities of them.
///
/// Every repository reads what its globs find and what its own Locations name, all of them at once. What they
/// name in other repositories is read in the rounds after. Results are not cached: a descriptor is read faster
/// than a cached copy of it could be checked.
struct IngestStage: Sendable {
  let processor: EntityProcessor
  let repositories: [CrawledRepository]
  let isUsingCodeOwners: Bool
  let limits: LimitSettings
  let jobs: Int
  /// The largest file that a placeholder may name, in bytes.
  static let fileLimit = 16 << 20

  /// The entities in the order of their repositories, paths and documents, which decides who keeps a reference
  /// that two files declare.
  func run() -> Diagnosed<[Entity]> {
    let addresses = RepositoryAddresses(repositories.map(\.snapshot))
    var readings = repositories.map {
      RepositoryReading($0, processor, isUsingCodeOwners, limits)
    }
    // Each round but the last reads a file that was not read before, and no file is far away.
    while readings.contains(where: \.isWaiting) {
      let waiting = readings
      readings = ParallelFor(width: jobs, chunkSize: 1).map(count: waiting.count) { index in
        var reading = waiting[index]
        reading.read { url in files(ofURL: url, addresses) }
        return reading
      }
      let found = readings.indices.flatMap { readings[$0].takeForeignFiles() }
      for file in found {
        guard let index = indexes[file.path.repository] else { continue }
        readings[index].add(file)
      }
    }
    var diagnostics: [Diagnostic] = []
    let entities = readings.flatMap { $0.finish().unwrap(into: &diagnostics) }
    return Diagnosed(entities, diagnostics: diagnostics)
  }

  private let indexes: [String: Int]

  init(
    processor: EntityProcessor,
    repositories: [CrawledRepository],
    isUsingCodeOwners: Bool,
    limits: LimitSettings = LimitSettings(),
    jobs: Int
  ) {
    self.processor = processor
    self.repositories = repositories
    self.isUsingCodeOwners = isUsingCodeOwners
    self.limits = limits
    self.jobs = jobs
    indexes = Dictionary(
      repositories.enumerated().map { ($0.element.snapshot.name, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The crawled files that a forge's page shows; nil for a page of no crawled repository.
  private func files(ofURL url: String, _ addresses: RepositoryAddresses) -> [SourcePath]? {
    guard let place = addresses.place(of: url) else { return nil }
    let snapshot = repositories[place.repository].snapshot
    guard place.path.contains(where: { $0 == "*" || $0 == "?" }) else {
      let path = snapshot.file(at: place.path)?.path
      return path.map { [SourcePath(repository: snapshot.name, path: $0)] } ?? []
    }
    guard let glob = try? Glob(place.path) else { return [] }
    return snapshot.files.lazy.map(\.path).filter(glob.matches)
      .map { SourcePath(repository: snapshot.name, path: $0) }
  }
}
