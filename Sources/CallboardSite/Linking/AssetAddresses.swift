package import CallboardDiagnostics
package import CallboardDocs

/// Gives each file beside the docs an address that nothing else has, also where file systems take two spellings
/// for one: in another case, or with accents composed in another way.
package struct AssetAddresses: Sendable {
  /// Whether a file may have its address.
  package enum Answer: Equatable, Sendable {
    case free
    /// The file itself has it already.
    case claimed
    /// Something else has it, as the finding says.
    case taken(Diagnostic)
  }

  /// Folders of pages whose names could be names of files; the others cannot meet a file.
  private var folders: Set<String> = []
  /// Paths in their repositories by folded address.
  private var owners: [String: String] = [:]

  /// - Parameter docs: All docs whose files are published, with their pages and redirects.
  package init(_ docs: [DocsSite]) {
    for site in docs {
      for location in site.tree.pages.map(\.location) + site.tree.redirects.map(\.location) {
        add(Routes.docs(site.tree, location: location))
      }
    }
  }

  private mutating func add(_ route: Route) {
    // Most have no dot anywhere.
    guard route.path.utf8.contains(UInt8(ascii: ".")) else { return }
    var path = Substring(PortableName.folded(route.path))
    while let slash = path.lastIndex(of: "/") {
      if path[slash...].contains(".") { folders.insert(String(path)) }
      path = path[..<slash]
    }
  }

  /// Asks for the address of a file of the repository. The first who asks gets it.
  package mutating func claim(_ path: String, of tree: DocsTree) -> Answer {
    let source = SourcePath(repository: tree.repository, path: path)
    let inside = RepositoryPath.relative(path, to: tree.folder)
    let route = Routes.docsFile(tree, path: inside ?? path, isInside: inside != nil)
    let address = PortableName.folded(route.path)
    if folders.contains(address) {
      return .taken(.assetWithheld(source, reason: "a page has its address"))
    }
    guard let owner = owners[address] else {
      owners[address] = path
      return .free
    }
    if owner.utf8.elementsEqual(path.utf8) { return .claimed }
    let reason = "its address differs from that of '\(owner)' by case or accents only"
    return .taken(.assetWithheld(source, reason: reason))
  }
}
