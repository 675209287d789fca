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
    let inside = model.linkedDocs.indices.flatMap { site in
      model.linkedDocs[site].tree.assets.map { SiteAsset(site: site, path: $0) }
    }
    var addresses = AssetAddresses(model.linkedDocs)
    var diagnostics: [Diagnostic] = []
    let assets = (inside + linked).sorted().filter { asset in
      let tree = model.linkedDocs[asset.site].tree
      switch addresses.claim(asset.path, of: tree) {
      case .free: return true
      case .claimed: return false
      case .taken(let finding):
        diagnostics.append(finding)
        return false
      }
    }
    let found = try ParallelFor(width: jobs).map(count: assets.count) { index in
      try publish(assets[index])
    }
    return diagnostics + found.flatMap { $0 }
  }

  private func publish(_ asset: SiteAsset) throws -> [Diagnostic] {
    let tree = model.linkedDocs[asset.site].tree
    let source = SourcePath(repository: tree.repository, path: asset.path)
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
