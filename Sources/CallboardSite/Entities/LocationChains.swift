import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics

/// Which Location entities led to a file of descriptors, and which led to those.
struct LocationChains: Sendable {
  /// A Location entity and the place of the target that names a file.
  struct Link: Sendable {
    var location: EntityID
    var target: LocationTarget
  }

  /// Longer chains are cut; it is also what ends one that goes round.
  static let lengthLimit = 8

  private let links: [SourcePath: Link]

  /// - Parameter byFile: The entities of each file.
  /// - Complexity: Linear in the targets of all Locations; a glob is compared with the files of its repository.
  init(catalog: Catalog, byFile: [SourcePath: [EntityID]]) {
    let locations = catalog.allIDs.filter { catalog.ref(of: $0).kind == "location" }
    guard !locations.isEmpty else {
      links = [:]
      return
    }
    let files = byFile.keys.sorted()
    let filesByRepository = Dictionary(grouping: files, by: \.repository)
    var filesByURL: [String: SourcePath] = [:]
    for (file, ids) in byFile {
      let url = ids.first.flatMap {
        catalog[$0].annotation(WellKnownAnnotation.managedByLocation)
      }
      if let url { filesByURL[url] = file }
    }
    var links: [SourcePath: Link] = [:]
    for id in locations {
      let location = catalog[id]
      for target in location.locationTargets {
        for file in Self.files(of: target, filesByRepository, filesByURL)
        where file != location.file && links[file] == nil {
          links[file] = Link(location: id, target: target)
        }
      }
    }
    self.links = links
  }

  private static func files(
    of target: LocationTarget,
    _ filesByRepository: [String: [SourcePath]],
    _ filesByURL: [String: SourcePath]
  ) -> [SourcePath] {
    let repository = target.span.file.repository
    switch LocationResolver.resolve(target).output {
    case .path(let path): return [SourcePath(repository: repository, path: path)]
    case .pattern(let pattern):
      guard let glob = try? Glob(pattern) else { return [] }
      return (filesByRepository[repository] ?? []).filter { glob.matches($0.path) }
    case .url(let url): return filesByURL["url:\(url)"].map { [$0] } ?? []
    case .unsupported: return []
    }
  }

  /// The Locations that led to a file, the nearest first; empty for files that the site's own globs find.
  func chain(to file: SourcePath, in catalog: Catalog) -> [Link] {
    var chain: [Link] = []
    var next = file
    while chain.count < Self.lengthLimit, let link = links[next] {
      chain.append(link)
      next = catalog[link.location].file
    }
    return chain
  }
}
