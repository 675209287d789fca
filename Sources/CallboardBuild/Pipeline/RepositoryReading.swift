import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics

/// The descriptors of one repository while they are being read.
struct RepositoryReading: Sendable {
  /// A descriptor file to read, and how it was found.
  struct WaitingFile: Sendable {
    var path: SourcePath
    /// How many Locations led here.
    var depth = 0
    /// The URL of the file that the first of them stands in; nil for what the globs found.
    var rootURL: String?
  }

  /// One file that was read.
  private struct ReadFile: Sendable {
    var path: String
    var entities: [Entity]
  }

  private let snapshot: RepositorySnapshot
  private let processor: EntityProcessor
  private let isUsingCodeOwners: Bool
  private let limits: LimitSettings
  /// What has been taken in so far.
  private var entityCount = 0
  private var catalogBytes = 0
  /// Whether a limit is reached, after which nothing more is read.
  private var isFull = false
  private var waiting: [WaitingFile]
  private var seen: Set<String>
  private var read: [ReadFile] = []
  private var foreign: [WaitingFile] = []
  private var diagnostics: [Diagnostic] = []
  /// The descriptors left out, by the skeleton they lie in.
  private var skeletons: [String: [String]] = [:]

  /// Locations that lead to Locations are followed so far; cycles end by themselves, as no file is read twice.
  private static let depthLimit = 64

  init(
    _ repository: CrawledRepository,
    _ processor: EntityProcessor,
    _ isUsingCodeOwners: Bool,
    _ limits: LimitSettings
  ) {
    snapshot = repository.snapshot
    self.processor = processor
    self.isUsingCodeOwners = isUsingCodeOwners
    self.limits = limits
    // Patterns were judged when site.yaml was read.
    let globs = repository.descriptors.compactMap { try? Glob($0) }
    let name = snapshot.name
    waiting = snapshot.files.lazy.map(\.path)
      .filter { path in globs.contains { $0.matches(path) } }
      .map { WaitingFile(path: SourcePath(repository: name, path: $0)) }
    seen = Set(waiting.map(\.path.path))
  }

  /// Whether there are files to read.
  var isWaiting: Bool { !waiting.isEmpty }

  /// Adds a file that another repository names, unless it is known already.
  mutating func add(_ file: WaitingFile) {
    if seen.insert(file.path.path).inserted { waiting.append(file) }
  }

  /// The files of other repositories that were named since the last call, in order.
  mutating func takeForeignFiles() -> [WaitingFile] {
    defer { foreign = [] }
    return foreign
  }

  /// Reads the waiting files, then those of this repository that Locations in them name, until there are no more.
  mutating func read(filesOfURL: @escaping (String) -> [SourcePath]?) {
    guard isWaiting else { return }
    let paths = snapshot.files.map(\.path)
    let resolver = LocationResolver(
      paths: paths,
      pathsMatching: { pattern in
        guard let glob = try? Glob(pattern) else { return [] }
        return paths.filter(glob.matches)
      },
      filesOfURL: filesOfURL
    )
    let owners = isUsingCodeOwners ? codeOwners() : nil
    let fileOfURL = { [snapshot] (url: String) in
      filesOfURL(url)?.first { $0.repository == snapshot.name }
    }
    var next = 0
    while next < waiting.count, !isFull {
      let file = waiting[next]
      next += 1
      let known = diagnostics.count
      let entities = entities(of: file, owners, fileOfURL)
      diagnostics.shorten(from: known, file: file.path)
      read.append(ReadFile(path: file.path.path, entities: entities))
      for target in entities.flatMap(\.locationTargets) { follow(target, from: file, resolver) }
    }
    waiting = []
  }

  /// The entities in the order of paths and documents, with one note for each skeleton.
  consuming func finish() -> Diagnosed<[Entity]> {
    for (skeleton, paths) in skeletons.sorted(by: { $0.key < $1.key }) {
      guard let first = paths.min() else { continue }
      diagnostics.append(
        SkeletonRule.finding(
          forSkeleton: skeleton,
          first: SourcePath(repository: snapshot.name, path: first),
          count: paths.count
        )
      )
    }
    let files = read.sorted { $0.path < $1.path }
    return Diagnosed(files.flatMap(\.entities), diagnostics: diagnostics)
  }

  private mutating func follow(
    _ target: LocationTarget,
    from file: WaitingFile,
    _ resolver: LocationResolver
  ) {
    let files = resolver.files(for: target).unwrap(into: &diagnostics)
    guard file.depth < Self.depthLimit || files.isEmpty else {
      diagnostics.append(LocationResolver.tooDeep(target, limit: Self.depthLimit))
      return
    }
    let rootURL = file.rootURL ?? snapshot.viewURL(of: file.path.path)
    for path in files {
      let found = WaitingFile(path: path, depth: file.depth + 1, rootURL: rootURL)
      if path.repository == snapshot.name { add(found) } else { foreign.append(found) }
    }
  }

  private mutating func entities(
    of file: WaitingFile,
    _ owners: CodeOwnersFile?,
    _ fileOfURL: @escaping (String) -> SourcePath?
  ) -> [Entity] {
    let path = file.path.path
    if let skeleton = SkeletonRule.skeleton(of: path) {
      skeletons[skeleton, default: []].append(path)
      return []
    }
    let bytes: [UInt8]
    do {
      // Its size is judged by the YAML reader, which says what the limit is.
      bytes = try snapshot.contents(of: path)
    } catch {
      diagnostics.append(.fileUnreadable(file.path, error))
      return []
    }
    let origin = DescriptorOrigin(of: path, in: snapshot, rootURL: file.rootURL)
    let descriptors = DescriptorReader.ingest(bytes, file: file.path, limits: limits.yaml)
      .unwrap(into: &diagnostics)
    var entities: [Entity] = []
    for descriptor in descriptors where !isFull {
      let entity = processor.process(
        descriptor,
        origin: origin,
        placeholders: { [snapshot] target in
          let path = target.contains("://") ? fileOfURL(target)?.path : target
          // The resolver reports what is nil here, at the placeholder.
          guard let path,
            let bytes = try? snapshot.contents(of: path, limit: IngestStage.fileLimit),
            SecretShape.first(in: bytes) == nil
          else { return nil }
          return PlaceholderFile(path: path, bytes: bytes)
        },
        codeOwner: { owners?.owner(of: path) }
      )
      .unwrap(into: &diagnostics)
      if let entity, take(entity) { entities.append(entity) }
    }
    return entities
  }

  /// Whether there is room for an entity; the first one without is reported.
  private mutating func take(_ entity: Entity) -> Bool {
    let limits = limits.repository
    entityCount += 1
    catalogBytes += CatalogWeight(of: entity).bytes
    if entityCount > limits.entities {
      diagnostics.append(.tooManyEntities(limits.entities, first: entity.nameSpan))
    } else if catalogBytes > limits.catalogBytes {
      diagnostics.append(.catalogTooLarge(limits.catalogBytes, first: entity.nameSpan))
    } else {
      return true
    }
    isFull = true
    return false
  }

  /// The first CODEOWNERS file there is; a damaged one owns nothing.
  private func codeOwners() -> CodeOwnersFile? {
    for path in CodeOwnersFile.paths where snapshot.file(at: path) != nil {
      guard let bytes = try? snapshot.contents(of: path, limit: IngestStage.fileLimit) else {
        continue
      }
      let file = SourcePath(repository: snapshot.name, path: path)
      return CodeOwnersFile(bytes, file: file) { pattern in
        guard let glob = try? Glob(pattern) else { return nil }
        return { glob.matches($0) }
      }
    }
    return nil
  }
}

extension DescriptorOrigin {
  /// Where the crawl found a descriptor.
  init(of path: String, in snapshot: RepositorySnapshot, rootURL: String?) {
    self.init(
      viewURL: snapshot.viewURL(of: path),
      editURL: snapshot.editURL(of: path),
      sourceURL: snapshot.folderURL(ofFile: path),
      rootURL: rootURL,
      project: snapshot.forge.flatMap(ProjectSlug.init)
    )
  }
}

extension DescriptorOrigin.ProjectSlug {
  /// What Backstage's tools call a repository of a forge; nil for forges that they do not know.
  init?(_ forge: Forge) {
    switch forge.kind {
    case .github: self.init(annotation: "github.com/project-slug", value: forge.slug)
    case .gitlab: self.init(annotation: "gitlab.com/project-slug", value: forge.slug)
    case .bitbucketCloud: self.init(annotation: "bitbucket.org/project-slug", value: forge.slug)
    case .azure:
      // The organisation is not a part of it.
      let parts = forge.slug.split(separator: "/").suffix(2)
      self.init(annotation: "dev.azure.com/project-repo", value: parts.joined(separator: "/"))
    case .bitbucketServer, .gitea, .plain: return nil
    }
  }
}
