import CallboardCrawl
import CallboardDiagnostics

/// Follows the `!include` entries of a navigation, as the monorepo plugin of MkDocs does: the docs of another
/// `mkdocs.yml` stand below a title, and below a folder with the name of their site.
struct DocsInclusion {
  /// Docs that stand below others.
  struct Mount {
    /// The folder that they seem to be in.
    var alias: String
    /// The folder that they are in, from the repository's root.
    var folder: String
    var configuration: MkDocsConfiguration
  }

  /// The path of the configuration that includes the others.
  let root: String
  private let paths: Set<String>
  private(set) var mounts: [Mount] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var aliases: Set<String> = []
  /// The configurations that are included: each once, or docs that include one another would multiply.
  private var included: Set<String> = []

  /// How deep docs may include docs.
  private static let depthLimit = 8
  private static let mountLimit = 300

  /// - Parameter paths: Of the repository's files.
  init(root: String, paths: some Sequence<String>) {
    self.root = root
    let names = Set(MkDocsConfiguration.fileNames)
    self.paths = Set(paths.filter { names.contains(RepositoryPath.name(of: $0)) })
  }

  /// - Parameter read: Reads the configuration of a path; nil when there is none.
  mutating func expand(
    _ entries: [MkDocsConfiguration.NavigationEntry],
    read: (String) -> MkDocsConfiguration?
  ) -> [MkDocsConfiguration.NavigationEntry] {
    expand(entries, in: [root], alias: "", read)
  }

  /// - Parameter chain: The configurations from the root's down to the one with these entries.
  private mutating func expand(
    _ entries: [MkDocsConfiguration.NavigationEntry],
    in chain: [String],
    alias: String,
    _ read: (String) -> MkDocsConfiguration?
  ) -> [MkDocsConfiguration.NavigationEntry] {
    entries.flatMap { entry -> [MkDocsConfiguration.NavigationEntry] in
      switch entry {
      case .section(let title, let nested):
        return [.section(title: title, entries: expand(nested, in: chain, alias: alias, read))]
      case .target(let title, let path, let span):
        return [.target(title: title, path: Self.prefixed(path, with: alias), span: span)]
      case .include(let title, let path, let span):
        guard !Glob.isPattern(path) else {
          let found = matches(path, in: chain).flatMap {
            include($0, title: nil, at: span, in: chain, alias: alias, read)
          }
          return title.map { [.section(title: $0, entries: found)] } ?? found
        }
        guard let file = file(path, in: chain) else {
          let reason = "there is no such file in this repository"
          diagnostics.append(.includeMissing(path, reason: reason, at: span))
          return []
        }
        return include(file, title: title, at: span, in: chain, alias: alias, read)
      }
    }
  }

  private mutating func include(
    _ file: String,
    title: String?,
    at span: SourceSpan,
    in chain: [String],
    alias: String,
    _ read: (String) -> MkDocsConfiguration?
  ) -> [MkDocsConfiguration.NavigationEntry] {
    guard !chain.contains(file), chain.count <= Self.depthLimit else {
      let reason = "docs include one another in a circle, or more than eight deep"
      diagnostics.append(.includeMissing(file, reason: reason, at: span))
      return []
    }
    guard mounts.count < Self.mountLimit else {
      let reason = "one navigation includes at most \(Self.mountLimit) docs"
      diagnostics.append(.includeMissing(file, reason: reason, at: span))
      return []
    }
    guard included.insert(file).inserted else {
      diagnostics.append(.includeRepeated(file, at: span))
      return []
    }
    guard let configuration = read(file) else {
      diagnostics.append(.includeMissing(file, reason: "it cannot be read", at: span))
      return []
    }
    let name = configuration.siteName ?? RepositoryPath.name(of: RepositoryPath.folder(of: file))
    let own = RepositoryPath.inside(alias, Self.alias(ofSite: name))
    guard aliases.insert(own.lowercased()).inserted else {
      diagnostics.append(.includeRepeated(name, at: span))
      return []
    }
    let base = RepositoryPath.folder(of: file)
    guard let folder = RepositoryPath.join(base, configuration.docsFolder) else {
      diagnostics.append(.docsOutsideRepository(configuration.docsFolder, at: span))
      return []
    }
    mounts.append(Mount(alias: own, folder: folder, configuration: configuration))
    let nested =
      configuration.navigation.map { expand($0, in: chain + [file], alias: own, read) }
      ?? [.target(title: nil, path: own + "/*", span: span)]
    return [.section(title: title ?? name, entries: nested)]
  }

  /// Paths begin at the file that includes; the plugin itself begins at the first one.
  private func file(_ path: String, in chain: [String]) -> String? {
    for including in [chain.last, chain.first].compactMap(\.self) {
      guard let file = RepositoryPath.join(RepositoryPath.folder(of: including), path) else {
        continue
      }
      if paths.contains(file) { return file }
    }
    return nil
  }

  private func matches(_ pattern: String, in chain: [String]) -> [String] {
    guard let including = chain.last else { return [] }
    let folder = RepositoryPath.folder(of: including)
    guard let path = RepositoryPath.join(folder, pattern), let glob = try? Glob(path) else {
      return []
    }
    return paths.filter { glob.matches($0) && !chain.contains($0) }.sorted()
  }

  /// The name that a site's docs stand below: as written if it can be a path, else in lower case with hyphens.
  static func alias(ofSite name: String) -> String {
    let components = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPath = components.allSatisfy { component in
      !["", ".", "..", "-"].contains(component)
        && component.utf8.allSatisfy { byte in
          switch byte {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
          default: "_.-".utf8.contains(byte)
          }
        }
    }
    if isPath { return name }
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "docs" : words.joined(separator: "-")
  }

  private static func prefixed(_ path: String, with alias: String) -> String {
    guard !alias.isEmpty, LinkDestination.publicURL(path) == nil, !path.hasPrefix("/") else {
      return path
    }
    if path == "..." { return alias + "/*" }
    return alias + "/" + (path.hasPrefix("./") ? path.dropFirst(2) : path[...])
  }
}
