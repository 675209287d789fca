import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics

/// Stages 2 and 3: reads descriptors and makes entities of them, one repository at a time.
///
/// Results are not cached: a descriptor is read faster than a cached copy of it could be checked.
struct IngestStage: Sendable {
  let processor: EntityProcessor
  let repositories: [CrawledRepository]
  let jobs: Int
  /// The largest file that a placeholder may name, in bytes.
  static let fileLimit = 16 << 20

  /// The entities in the order of their repositories, files and documents.
  func run() -> Diagnosed<[Entity]> {
    let results = ParallelFor(width: jobs, chunkSize: 1).map(count: repositories.count) { index in
      ingest(repositories[index])
    }
    var diagnostics: [Diagnostic] = []
    let entities = results.flatMap { $0.unwrap(into: &diagnostics) }
    return Diagnosed(entities, diagnostics: diagnostics)
  }

  /// Reads the files that the globs find, then those that Locations in them name, until there are no more.
  private func ingest(_ repository: CrawledRepository) -> Diagnosed<[Entity]> {
    let snapshot = repository.snapshot
    let paths = snapshot.files.map(\.path)
    // Patterns were judged when site.yaml was read.
    let globs = repository.descriptors.compactMap { try? Glob($0) }
    let resolver = LocationResolver(
      paths: paths,
      pathsMatching: { pattern in
        guard let glob = try? Glob(pattern) else { return [] }
        return paths.filter(glob.matches)
      },
      fileOfURL: file(ofURL:)
    )
    var diagnostics: [Diagnostic] = []
    var entities: [Entity] = []
    var waiting = paths.filter { path in globs.contains { $0.matches(path) } }
    var seen = Set(waiting)
    var next = 0
    while next < waiting.count {
      let file = SourcePath(repository: snapshot.name, path: waiting[next])
      next += 1
      let read = read(file, in: snapshot).unwrap(into: &diagnostics)
      entities += read
      for target in read.flatMap(\.locationTargets) {
        let files = resolver.files(for: target).unwrap(into: &diagnostics)
        // A file of another repository is read with that repository, if its globs find it.
        for found in files where found.repository == snapshot.name {
          if seen.insert(found.path).inserted { waiting.append(found.path) }
        }
      }
    }
    return Diagnosed(entities, diagnostics: diagnostics)
  }

  private func read(_ file: SourcePath, in snapshot: RepositorySnapshot) -> Diagnosed<[Entity]> {
    if SkeletonRule.isSkeleton(path: file.path) {
      return Diagnosed([], diagnostics: [SkeletonRule.finding(for: file)])
    }
    let bytes: [UInt8]
    do {
      // Its size is judged by the YAML reader, which says what the limit is.
      bytes = try snapshot.contents(of: file.path)
    } catch {
      return Diagnosed([], diagnostics: [.fileUnreadable(file, error)])
    }
    var diagnostics: [Diagnostic] = []
    let origin = DescriptorOrigin(
      viewURL: snapshot.viewURL(of: file.path),
      editURL: snapshot.editURL(of: file.path),
      sourceURL: snapshot.folderURL(ofFile: file.path)
    )
    let entities = DescriptorReader.ingest(bytes, file: file).unwrap(into: &diagnostics)
      .compactMap { descriptor in
        processor.process(descriptor, origin: origin) { path in
          // The resolver reports what is nil here, at the placeholder.
          try? snapshot.contents(of: path, limit: Self.fileLimit)
        }
        .unwrap(into: &diagnostics)
      }
    return Diagnosed(entities, diagnostics: diagnostics)
  }

  /// The crawled file that a forge's page shows.
  private func file(ofURL url: String) -> SourcePath? {
    for repository in repositories {
      if let file = repository.snapshot.file(atViewURL: url) {
        return SourcePath(repository: repository.snapshot.name, path: file.path)
      }
    }
    return nil
  }
}
