/// Finds the crawled file that an address of a forge shows.
///
/// Made once for all repositories: an address is cut into host, repository, reference and path by the forms of
/// its forge, so that no look-up depends on how many repositories there are.
package struct RepositoryAddresses: Sendable {
  /// A file, or a pattern for files, of one of the repositories.
  package struct Place: Hashable, Sendable {
    /// The index of the repository.
    package let repository: Int
    /// From the repository's root; may hold `*` and `?` as the address does.
    package let path: String
  }

  /// The repositories at each address, in their order: host and path in lower case, without a scheme.
  private var repositories: [String: [Entry]] = [:]

  private struct Entry {
    var index: Int
    var kind: Forge.Kind
    /// What the address may name as the reference.
    var references: Set<String>
  }

  /// - Parameter snapshots: Those without a forge have no address.
  package init(_ snapshots: [RepositorySnapshot]) {
    for (index, snapshot) in snapshots.enumerated() {
      guard let forge = snapshot.forge, forge.kind != .plain else { continue }
      var references: Set<String> = ["HEAD"]
      if let ref = snapshot.ref {
        references.insert(ref.name)
        switch ref.kind {
        case .branch: references.formUnion(["refs/heads/" + ref.name, "heads/" + ref.name])
        case .tag: references.formUnion(["refs/tags/" + ref.name, "tags/" + ref.name])
        case .commit: break
        }
      }
      if let revision = snapshot.revision { references.insert(revision) }
      let entry = Entry(index: index, kind: forge.kind, references: references)
      for key in Self.keys(of: forge) { repositories[key, default: []].append(entry) }
    }
  }

  /// The file that an address shows; nil for addresses of anything else, and of other branches.
  package func place(of url: String) -> Place? {
    guard let address = ForgeAddress(url) else { return nil }
    return entry(of: address) { entry, rest in
      let path = Self.path(in: rest, of: address, entry)
      return path.flatMap { $0.isEmpty ? nil : Place(repository: entry.index, path: $0) }
    }
  }

  /// The folder that an address shows, whose path is empty for a repository's root; the repository's own address is
  /// that of its root. nil for addresses of other branches. Whether there is such a folder is not looked at.
  package func folder(of url: String) -> Place? {
    guard let address = ForgeAddress(url) else { return nil }
    return entry(of: address) { entry, rest in
      let isBare = rest.isEmpty && !address.hasQuery
      let path = isBare ? "" : Self.path(in: rest, of: address, entry)
      return path.map { Place(repository: entry.index, path: $0) }
    }
  }

  /// The first answer for a repository whose own address the given one begins with.
  private func entry(of address: ForgeAddress, _ answer: (Entry, [String]) -> Place?) -> Place? {
    // The repository's own address is a prefix of some of the first parts.
    for count in 1...min(8, max(1, address.components.count)) {
      let key = ([address.host] + address.components.prefix(count)).joined(separator: "/")
      for entry in repositories[key.lowercased()] ?? [] {
        if let place = answer(entry, Array(address.components.dropFirst(count))) { return place }
      }
    }
    return nil
  }

  private static func path(
    in rest: [String],
    of address: ForgeAddress,
    _ entry: Entry
  ) -> String? {
    address.path(
      in: rest,
      kind: entry.kind,
      isRawHost: address.host == rawHost,
      references: entry.references
    )
  }

  private static let rawHost = "raw.githubusercontent.com"

  private static func keys(of forge: Forge) -> [String] {
    guard let address = ForgeAddress(forge.repositoryURL) else { return [] }
    var keys = [([address.host] + address.components).joined(separator: "/").lowercased()]
    if forge.kind == .github, forge.host == "github.com" {
      keys.append("\(rawHost)/\(forge.slug)".lowercased())
    }
    return keys
  }
}
