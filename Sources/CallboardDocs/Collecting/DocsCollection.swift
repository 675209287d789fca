import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardMarkdown

/// Collects the docs of one entity, whose place is known.
struct DocsCollection {
  let entity: EntityRef
  let snapshot: RepositorySnapshot
  /// The folder that the annotation names, where `mkdocs.yml` is.
  let base: String
  /// The annotation.
  let span: SourceSpan
  var diagnostics: [Diagnostic] = []

  private static let configurationLimit = 16 << 20

  mutating func collect() -> DocsTree? {
    for name in MkDocsConfiguration.fileNames {
      let path = RepositoryPath.inside(base, name)
      if snapshot.file(at: path) != nil { return collect(configuredBy: path) }
    }
    let docsFolder = RepositoryPath.inside(base, "docs")
    if snapshot.hasFolder(docsFolder) {
      let tree = tree(folder: docsFolder, configuration: nil)
      if !tree.pages.isEmpty { return tree }
    }
    if let readme = readme() {
      return readmeTree(readme)
    }
    diagnostics.append(.docsEmpty(base, at: span))
    return nil
  }

  private mutating func collect(configuredBy path: String) -> DocsTree? {
    guard var configuration = configuration(at: path) else { return nil }
    let file = SourcePath(repository: snapshot.name, path: path)
    let place = configuration.docsFolderSpan ?? .wholeFile(file)
    guard let folder = RepositoryPath.join(base, configuration.docsFolder) else {
      diagnostics.append(.docsOutsideRepository(configuration.docsFolder, at: place))
      return nil
    }
    let mounts = includedDocs(&configuration, path)
    guard snapshot.hasFolder(folder) || !mounts.isEmpty else {
      if let readme = readme() { return readmeTree(readme, configuration) }
      diagnostics.append(.docsFolderMissing(configuration.docsFolder, at: place))
      return nil
    }
    let tree = tree(folder: folder, configuration: configuration, mounts: mounts)
    if tree.pages.isEmpty {
      if let readme = readme() { return readmeTree(readme, configuration) }
      diagnostics.append(.docsEmpty(folder, at: span))
      return nil
    }
    return tree
  }

  /// Reads a configuration with what it inherits; nil when the file itself is unreadable, which is a finding.
  private mutating func configuration(at path: String) -> MkDocsConfiguration? {
    let file = SourcePath(repository: snapshot.name, path: path)
    do {
      let bytes = try snapshot.contents(of: path, limit: Self.configurationLimit)
      return MkDocsConfiguration.read(bytes, file: file) { [snapshot] path in
        try? snapshot.contents(of: path, limit: Self.configurationLimit)
      }
      .unwrap(into: &diagnostics)
    } catch {
      diagnostics.append(.docsFileUnreadable(file, reason: "\(error)"))
      return nil
    }
  }

  /// Puts the navigation of included docs in the place of each `!include`.
  private mutating func includedDocs(
    _ configuration: inout MkDocsConfiguration,
    _ path: String
  ) -> [DocsInclusion.Mount] {
    guard let entries = configuration.navigation else { return [] }
    var inclusion = DocsInclusion(root: path, paths: snapshot.files.lazy.map(\.path))
    configuration.navigation = inclusion.expand(entries) { path in
      guard snapshot.file(at: path) != nil else { return nil }
      return self.configuration(at: path)
    }
    diagnostics += inclusion.diagnostics
    return inclusion.mounts
  }

  /// A README beside the descriptor, when there is no docs folder: what most repositories have.
  private func readme() -> String? {
    ["README.md", "readme.md", "Readme.md"].map { RepositoryPath.inside(base, $0) }
      .first { snapshot.file(at: $0) != nil }
  }

  private func readmeTree(_ path: String, _ configuration: MkDocsConfiguration? = nil) -> DocsTree {
    let page = DocsPage(
      source: SourcePath(repository: snapshot.name, path: path),
      path: RepositoryPath.name(of: path),
      location: "",
      navigationTitle: nil,
      isListed: true,
      isOmissionMeant: false
    )
    return DocsTree(
      entity: entity,
      title: configuration?.siteName,
      summary: configuration?.siteDescription,
      repository: snapshot.name,
      folder: base,
      pages: [page],
      navigation: [.page(0)],
      assets: [],
      includeFolders: IncludeFolders.resolve(
        configuration?.includeFolders ?? [],
        base: base,
        docs: base
      )
    )
  }

  private mutating func tree(
    folder: String,
    configuration: MkDocsConfiguration?,
    mounts: [DocsInclusion.Mount] = []
  ) -> DocsTree {
    var listing = DocsListing(snapshot: snapshot)
    listing.add(folder: folder, configuration, alias: "")
    for mount in mounts {
      listing.add(folder: mount.folder, mount.configuration, alias: mount.alias)
    }
    diagnostics += listing.diagnostics
    var files = listing.published.unwrap(into: &diagnostics)
    if !files.isEmpty, !files.contains(where: { DocsPage.location(ofFile: $0.path).isEmpty }),
      let readme = readme()
    {
      // What Backstage does by its option `legacyCopyReadmeMdToIndexMd`.
      files.append(DocsFile(path: "README.md", source: readme, isOmissionMeant: true))
    }
    var order = NavigationOrder(
      files,
      repository: snapshot.name,
      validation: configuration?.validation ?? DocsValidation(),
      settings: listing.settings
    )
    let entries = configuration.flatMap { $0.navigation ?? literateNavigation($0, folder) }
    let navigation = entries.map { order.follow($0) } ?? order.followFiles()
    let pages = order.finish()
    diagnostics += order.diagnostics
    let redirects = DocsRedirects(pages: pages, order: order)
      .resolve(configuration?.redirects ?? []).unwrap(into: &diagnostics)
    return DocsTree(
      entity: entity,
      title: configuration?.siteName,
      summary: configuration?.siteDescription,
      repository: snapshot.name,
      folder: folder,
      pages: pages,
      navigation: navigation,
      assets: folder == base ? [] : listing.assets,
      editAddress: configuration?.editAddress,
      includeFolders: includeFolders(of: configuration, folder, mounts),
      appendedFiles: configuration?.appendedFiles ?? [],
      redirects: redirects,
      usesDirectoryURLs: configuration?.usesDirectoryURLs ?? true,
      validation: configuration?.validation ?? DocsValidation(),
      style: configuration?.style ?? PageStyle()
    )
  }

  /// The folders of the docs themselves come before those of docs that they include.
  private func includeFolders(
    of configuration: MkDocsConfiguration?,
    _ folder: String,
    _ mounts: [DocsInclusion.Mount]
  ) -> [String] {
    let named = configuration?.includeFolders ?? []
    var folders = IncludeFolders.resolve(named, base: base, docs: folder)
    for mount in mounts {
      folders += IncludeFolders.resolve(
        mount.configuration.includeFolders,
        base: RepositoryPath.folder(of: mount.folder),
        docs: mount.folder
      ).filter { !folders.contains($0) }
    }
    return folders
  }

  /// The navigation that Markdown lists give; nil without the plugin or the file at the top.
  private func literateNavigation(
    _ configuration: MkDocsConfiguration,
    _ folder: String
  ) -> [MkDocsConfiguration.NavigationEntry]? {
    guard let name = configuration.navigationFile else { return nil }
    var lists = LiterateNavigation(name: name, folder: folder, repository: snapshot.name) { path in
      try? snapshot.contents(of: path, limit: LiterateNavigation.sizeLimit)
    }
    return lists.entries(of: "")
  }
}
