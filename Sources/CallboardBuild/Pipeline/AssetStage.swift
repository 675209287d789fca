import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardSite

/// Publishes images and other files beside the pages of docs.
struct AssetStage: Sendable {
  let model: SiteModel
  let snapshots: [String: RepositorySnapshot]
  var limits = LimitSettings()
  let writer: any SiteWriter
  let jobs: Int

  /// - Parameter linked: Files that pages refer to, in their docs folders or outside.
  func run(linked: Set<SiteAsset>) throws -> [Diagnostic] {
    // Put together once: it is as long as the site has docs.
    let docs = model.linkedDocs
    let inside = docs.indices.flatMap { site in
      docs[site].tree.assets.map { SiteAsset(site: site, path: $0) }
    }
    var addresses = AssetAddresses(docs)
    var diagnostics: [Diagnostic] = []
    var budget = AssetBudget(limit: limits.repository.assetBytes)
    let assets = linked.union(inside).sorted().filter { asset in
      let tree = docs[asset.site].tree
      switch addresses.claim(asset.path, of: tree) {
      case .free:
        let size = snapshots[tree.repository]?.file(at: asset.path)?.size ?? 0
        guard size <= limits.assetBytes else { return true }  // Reading it says what is wrong.
        return budget.take(size, of: asset.path, in: tree, &diagnostics)
      case .claimed: return false
      case .taken(let finding):
        diagnostics.append(finding)
        return false
      }
    }
    let found = try ParallelFor(width: jobs).map(count: assets.count) { index in
      try publish(assets[index].path, of: docs[assets[index].site].tree)
    }
    return diagnostics + found.flatMap { $0 }
  }

  private func publish(_ path: String, of tree: DocsTree) throws -> [Diagnostic] {
    let source = SourcePath(repository: tree.repository, path: path)
    let contents = Self.contents(of: source, in: snapshots, limit: limits.assetBytes)
    guard let bytes = contents.output else { return contents.diagnostics }
    let published = DocsAsset.publish(bytes, of: source, in: tree)
    if let file = published.output { try writer.write(file) }
    return published.diagnostics
  }

  /// The bytes of a file that may be published; nil when it cannot be read, with a finding.
  ///
  /// - Parameter limit: On its size, in bytes.
  static func contents(
    of source: SourcePath,
    in snapshots: [String: RepositorySnapshot],
    limit: Int
  ) -> Diagnosed<[UInt8]?> {
    guard let snapshot = snapshots[source.repository] else { return Diagnosed(nil) }
    do {
      return Diagnosed(try snapshot.contents(of: source.path, limit: limit))
    } catch {
      return Diagnosed(nil, diagnostics: [.fileUnreadable(source, error)])
    }
  }
}

/// How much repositories may still publish beside their pages.
private struct AssetBudget {
  let limit: Int
  private var used: [String: Int] = [:]

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether there is room for a file; the first one of a repository without is reported.
  mutating func take(
    _ size: Int,
    of path: String,
    in tree: DocsTree,
    _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    let before = used[tree.repository, default: 0]
    guard before <= limit else { return false }
    used[tree.repository] = before + size
    guard before + size > limit else { return true }
    let file = SourcePath(repository: tree.repository, path: path)
    diagnostics.append(.tooManyAssets(limit, first: .wholeFile(file)))
    return false
  }
}
