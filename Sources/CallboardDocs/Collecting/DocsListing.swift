import CallboardCrawl
import CallboardDiagnostics

/// The files of docs folders, without what their configurations exclude.
struct DocsListing {
  let snapshot: RepositorySnapshot
  /// Files beside the pages, as paths in the repository, in order.
  private(set) var assets: [String] = []
  /// What `.pages` files say of their folders, by the folders' paths below the docs.
  private(set) var settings: [String: PagesFile] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var pages: [DocsFile] = []

  private static let pagesFileLimit = 1 << 20

  init(snapshot: RepositorySnapshot) {
    self.snapshot = snapshot
  }

  /// Adds the files of a folder.
  ///
  /// - Parameter alias: What stands in front of the paths of included docs; empty for the docs' own folder.
  mutating func add(folder: String, _ configuration: MkDocsConfiguration?, alias: String) {
    // MkDocs' own exclusions come first, so that `exclude_docs` can take files back in.
    let excluded = IgnoreRules(
      (".*\n/templates/\n" + (configuration?.excludedFiles ?? "")).utf8
    )
    let drafts = IgnoreRules((configuration?.draftFiles ?? "").utf8)
    let omitted = IgnoreRules((configuration?.omittedFiles ?? "").utf8)
    let isReadingSettings = configuration?.plugins.contains("awesome-pages") ?? false
    for file in snapshot.files(in: folder) {
      guard let path = RepositoryPath.relative(file.path, to: folder) else { continue }
      if isReadingSettings, RepositoryPath.name(of: path) == ".pages" {
        readSettings(file.path, of: RepositoryPath.inside(alias, RepositoryPath.folder(of: path)))
      }
      if excluded.ignores(path) || drafts.ignores(path) { continue }
      if RepositoryPath.name(of: path) == configuration?.navigationFile { continue }
      guard RepositoryPath.isMarkdown(path) else {
        assets.append(file.path)
        continue
      }
      pages.append(
        DocsFile(
          path: RepositoryPath.inside(alias, path),
          source: file.path,
          isOmissionMeant: omitted.ignores(path)
        )
      )
    }
  }

  /// One page for each address: of two files, `index.md` wins over the other.
  var published: Diagnosed<[DocsFile]> {
    var diagnostics: [Diagnostic] = []
    var byLocation: [String: DocsFile] = [:]
    for page in pages {
      if page.path.hasPrefix("-/") {
        diagnostics.append(.docsFolderReserved(source(page)))
        continue
      }
      let location = DocsPage.location(ofFile: page.path)
      guard let earlier = byLocation[location] else {
        byLocation[location] = page
        continue
      }
      let isIndex = RepositoryPath.name(of: page.path) == "index.md"
      let (kept, dropped) = isIndex ? (page, earlier) : (earlier, page)
      byLocation[location] = kept
      diagnostics.append(.docsPageShadowed(source(dropped), by: source(kept)))
    }
    return Diagnosed(byLocation.values.sorted { $0.path < $1.path }, diagnostics: diagnostics)
  }

  private mutating func readSettings(_ path: String, of folder: String) {
    let file = SourcePath(repository: snapshot.name, path: path)
    do {
      let bytes = try snapshot.contents(of: path, limit: Self.pagesFileLimit)
      settings[folder] = PagesFile.read(bytes, file: file).unwrap(into: &diagnostics)
    } catch {
      diagnostics.append(.docsFileUnreadable(file, reason: "\(error)"))
    }
  }

  private func source(_ file: DocsFile) -> SourcePath {
    SourcePath(repository: snapshot.name, path: file.source)
  }
}
