import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardSite

/// Publishes images and other files beside the pages of docs.
struct AssetStage: Sendable {
  let model: SiteModel
  let snapshots: [String: RepositorySnapshot]
  let writer: any SiteWriter
  let jobs: Int
  /// The largest file that is published, in bytes.
  static let fileLimit = 20 << 20

  /// - Parameter linked: Files that pages refer to, in their docs folders or outside.
  func run(linked: Set<SiteAsset>) throws -> [Diagnostic] {
    // Put together once: it is as long as the site has docs.
    let docs = model.linkedDocs
    let inside = docs.indices.flatMap { site in
      docs[site].tree.assets.map { SiteAsset(site: site, path: $0) }
    }
    var addresses = AssetAddresses(docs)
    var diagnostics: [Diagnostic] = []
    let assets = linked.union(inside).sorted().filter { asset in
      let tree = docs[asset.site].tree
      switch addresses.claim(asset.path, of: tree) {
      case .free: return true
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
    let contents = Self.contents(of: source, in: snapshots)
    guard let bytes = contents.output else { return contents.diagnostics }
    let published = DocsAsset.publish(bytes, of: source, in: tree)
    if let file = published.output { try writer.write(file) }
    return published.diagnostics
  }

  /// The bytes of a file that may be published; nil when it cannot be read, with a finding.
  static func contents(
    of source: SourcePath,
    in snapshots: [String: RepositorySnapshot]
  ) -> Diagnosed<[UInt8]?> {
    guard let snapshot = snapshots[source.repository] else { return Diagnosed(nil) }
    do {
      return Diagnosed(try snapshot.contents(of: source.path, limit: fileLimit))
    } catch {
      return Diagnosed(nil, diagnostics: [.fileUnreadable(source, error)])
    }
  }
}
