package import CallboardCatalog
package import CallboardCrawl
package import CallboardDiagnostics
import CallboardYAML

/// Finds an entity's documentation in its repository and lays out its pages.
package enum DocsCollector {
  /// - Returns: nil when the entity has no documentation of its own, or none could be found, which is
  ///   a finding.
  package static func collect(
    _ entity: Entity,
    in snapshot: RepositorySnapshot
  ) -> Diagnosed<DocsTree?> {
    guard let reference = entity.annotation(TechDocsReference.annotation) else {
      return Diagnosed(nil)
    }
    let span =
      entity.document["metadata"]?["annotations"]?[TechDocsReference.annotation]?
      .span(in: entity.file) ?? entity.nameSpan
    switch TechDocsReference(reference) {
    case .url(let url):
      return Diagnosed(nil, diagnostics: [.docsURLNotFetched(url, at: span)])
    case .folder(let relative):
      let folder = RepositoryPath.folder(of: entity.file.path)
      guard let base = RepositoryPath.join(folder, relative) else {
        return Diagnosed(nil, diagnostics: [.docsOutsideRepository(reference, at: span)])
      }
      var collection = DocsCollection(entity: entity, snapshot: snapshot, base: base, span: span)
      let tree = collection.collect()
      return Diagnosed(tree, diagnostics: collection.diagnostics)
    }
  }
}

/// The work of one ``DocsCollector/collect(_:in:)``.
private struct DocsCollection {
  let entity: Entity
  let snapshot: RepositorySnapshot
  /// The folder that the annotation names, where `mkdocs.yml` is.
  let base: String
  let span: SourceSpan
  var diagnostics: [Diagnostic] = []

  mutating func collect() -> DocsTree? {
    for name in MkDocsConfiguration.fileNames {
      let path = inside(base, name)
      if snapshot.file(at: path) != nil { return collect(configuredBy: path) }
    }
    let docsFolder = inside(base, "docs")
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
    let file = SourcePath(repository: snapshot.name, path: path)
    let bytes: [UInt8]
    do {
      bytes = try snapshot.contents(of: path, limit: 16 << 20)
    } catch {
      diagnostics.append(.docsFileUnreadable(file, reason: "\(error)"))
      return nil
    }
    let configuration = MkDocsConfiguration.read(bytes, file: file).unwrap(into: &diagnostics)
    guard let folder = RepositoryPath.join(base, configuration.docsFolder) else {
      diagnostics.append(.docsOutsideRepository(configuration.docsFolder, at: .wholeFile(file)))
      return nil
    }
    guard snapshot.hasFolder(folder) else {
      if let readme = readme() { return readmeTree(readme, configuration) }
      diagnostics.append(.docsFolderMissing(configuration.docsFolder, at: .wholeFile(file)))
      return nil
    }
    let tree = tree(folder: folder, configuration: configuration)
    if tree.pages.isEmpty {
      if let readme = readme() { return readmeTree(readme, configuration) }
      diagnostics.append(.docsEmpty(folder, at: span))
      return nil
    }
    return tree
  }

  /// A README beside the descriptor, when there is no docs folder: what most repositories have.
  private func readme() -> String? {
    ["README.md", "readme.md", "Readme.md"].map { inside(base, $0) }
      .first { snapshot.file(at: $0) != nil }
  }

  private func readmeTree(_ path: String, _ configuration: MkDocsConfiguration? = nil) -> DocsTree {
    let page = DocsPage(
      source: SourcePath(repository: snapshot.name, path: path),
      location: "",
      navigationTitle: nil,
      isListed: true
    )
    return DocsTree(
      entity: entity.ref,
      title: configuration?.siteName,
      summary: configuration?.siteDescription,
      repository: snapshot.name,
      folder: base,
      pages: [page],
      navigation: [.page(0)],
      assets: []
    )
  }

  private mutating func tree(folder: String, configuration: MkDocsConfiguration?) -> DocsTree {
    // MkDocs' own exclusions come first, so that `exclude_docs` can take files back in.
    let excluded = IgnoreRules(
      (".*\n/templates/\n" + (configuration?.excludedFiles ?? "")).utf8
    )
    let files = snapshot.files(in: folder).map(\.path).filter { file in
      RepositoryPath.relative(file, to: folder).map { !excluded.ignores($0) } ?? false
    }
    let paths = published(files, folder)
    var order = NavigationOrder(paths: paths, repository: snapshot.name, folder: folder)
    let navigation =
      configuration?.navigation.map { order.follow($0) } ?? order.followFiles()
    diagnostics += order.diagnostics
    return DocsTree(
      entity: entity.ref,
      title: configuration?.siteName,
      summary: configuration?.siteDescription,
      repository: snapshot.name,
      folder: folder,
      pages: order.finish(),
      navigation: navigation,
      assets: files.filter { !RepositoryPath.isMarkdown($0) },
      editAddress: configuration?.editAddress
    )
  }

  /// The pages of a docs folder as paths below it. Of two files with one address, `index.md` wins over
  /// `README.md`.
  private mutating func published(_ files: [String], _ folder: String) -> [String] {
    var byLocation: [String: String] = [:]
    for file in files where RepositoryPath.isMarkdown(file) {
      guard let path = RepositoryPath.relative(file, to: folder) else { continue }
      let components = path.split(separator: "/")
      if components.count > 1, components.first == "-" {
        diagnostics.append(.docsFolderReserved(SourcePath(repository: snapshot.name, path: file)))
        continue
      }
      let location = DocsPage.location(ofFile: path)
      guard let earlier = byLocation[location] else {
        byLocation[location] = path
        continue
      }
      let isIndex = RepositoryPath.name(of: path) == "index.md"
      byLocation[location] = isIndex ? path : earlier
      diagnostics.append(
        .docsPageShadowed(
          SourcePath(repository: snapshot.name, path: inside(folder, isIndex ? earlier : path)),
          by: SourcePath(repository: snapshot.name, path: inside(folder, isIndex ? path : earlier))
        )
      )
    }
    return byLocation.values.sorted()
  }

  private func inside(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : folder + "/" + path
  }
}
