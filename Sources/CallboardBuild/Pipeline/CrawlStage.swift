import CallboardCrawl
import CallboardDiagnostics

/// Stage 1: reads which files each repository has.
struct CrawlStage {
  let crawler: Crawler
  /// The versions of docs for repositories that have no rules of their own.
  var versionRules: [VersionRule] = []
  let jobs: Int
  let progress: any BuildProgress

  struct Output: Sendable {
    /// In the order of their names: the order in which equal entity refs are decided.
    var repositories: [CrawledRepository] = []
    /// The names of those that could not be read.
    var unread: Set<String> = []
    var diagnostics: [Diagnostic] = []
  }

  func run(_ sources: [RepositorySource]) throws(CrawlError) -> Output {
    var output = Output()
    let locations = crawler.expand(sources).unwrap(into: &output.diagnostics)
    progress.begin("Reading repositories", total: locations.count)
    let crawled = try ParallelFor(width: jobs, chunkSize: 1).map(count: locations.count) {
      [self] index throws(CrawlError) in
      defer { progress.advance(by: 1) }
      return try crawl(locations[index])
    }
    var unmatched = Set(versionRules.indices)
    for (location, result) in zip(locations, crawled) {
      guard let (repository, missing) = result.unwrap(into: &output.diagnostics) else {
        output.unread.insert(location.name)
        continue
      }
      output.repositories.append(repository)
      // A rule for all is wrong only when nobody follows it.
      if location.versions == nil { unmatched.formIntersection(missing) }
    }
    output.diagnostics += unmatched.sorted().map { .versionUnmatched(versionRules[$0], in: nil) }
    return output
  }

  /// A repository with its versions, and the indices of the rules that none of its tags and branches match.
  private func crawl(
    _ location: RepositoryLocation
  ) throws(CrawlError) -> Diagnosed<(CrawledRepository, Set<Int>)?> {
    let crawled = try crawler.crawl(location)
    guard let snapshot = crawled.output else { return crawled.map { _ in nil } }
    let rules = location.versions ?? versionRules
    let read = try crawler.versions(of: location, current: snapshot, rules: rules)
    // A remote that does not answer has been reported with the repository.
    var diagnostics =
      crawled.diagnostics + read.diagnostics.filter { !crawled.diagnostics.contains($0) }
    var missing = Set(read.output.unmatchedRules)
    if location.versions != nil {
      diagnostics += missing.sorted().map { .versionUnmatched(rules[$0], in: location.name) }
      missing = []
    } else if case .folder = location.place {
      missing = Set(rules.indices)
    }
    let repository = CrawledRepository(
      snapshot: snapshot,
      location: location,
      versions: read.output.versions
    )
    return Diagnosed((repository, missing), diagnostics: diagnostics)
  }
}

/// A repository that could be read, with what `site.yaml` says of it.
struct CrawledRepository: Sendable {
  var snapshot: RepositorySnapshot
  var location: RepositoryLocation
  /// The versions of its docs; empty when there is but one.
  var versions: [RepositoryVersion] = []

  /// Globs of its descriptor files.
  var descriptors: [String] { location.descriptors }

  /// Looks for descriptors where the portal has found them, when that is nowhere near the usual names: the
  /// portal's `site.yaml` then has patterns of its own, which are not known here.
  mutating func takeDescriptors(publishedAs paths: [String]) {
    let globs = descriptors.compactMap { try? Glob($0) }
    guard !paths.contains(where: { path in globs.contains { $0.matches(path) } }) else { return }
    location.descriptors += paths.filter { !Glob.isPattern($0) }
  }

  /// The absolute path of its folder; nil for a clone.
  var folder: String? {
    guard case .folder(let path) = location.place else { return nil }
    return path
  }

  /// Where it is, relative to a folder that it is in, as ``FindingReport/folders`` says; nil for a clone and for
  /// a folder elsewhere.
  func path(below folder: String) -> String? {
    guard case .folder(let path) = location.place else { return nil }
    if path == folder { return "" }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  /// The absolute paths of its root and of each folder below that has files which were crawled, or folders with
  /// such files; empty for a clone.
  var sourceFolders: Set<String> {
    guard case .folder(let root) = location.place else { return [] }
    var folders: Set = [root]
    for file in snapshot.files {
      var rest = file.path[...]
      // The folders above a known one are known.
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard folders.insert("\(root)/\(rest)").inserted else { break }
      }
    }
    return folders
  }

  /// Whether this is the folder that `site.yaml` stands in.
  func isFolder(_ path: String) -> Bool {
    guard case .folder(let folder) = location.place else { return false }
    return Machine.isSameFile(folder, path)
  }
}
