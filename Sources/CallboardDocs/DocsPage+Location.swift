extension DocsPage {
  /// Whether a file becomes the first page of its folder: `index.md` or `README.md`, in any case of the latter.
  static func isIndexFile(_ path: String) -> Bool {
    let name = RepositoryPath.name(of: path)
    guard RepositoryPath.isMarkdown(name), let dot = name.lastIndex(of: ".") else { return false }
    let stem = name[..<dot]
    return stem == "index" || stem.lowercased() == "readme"
  }

  /// Where a file's page stands under its docs (`mkdocs.structure.files`, directory URLs):
  /// `guide/setup.md` → `guide/setup`, `guide/index.md` → `guide`, `index.md` → the empty string.
  static func location(ofFile path: String) -> String {
    if isIndexFile(path) { return RepositoryPath.folder(of: path) }
    guard let dot = path.lastIndex(of: ".") else { return path }
    return String(path[..<dot])
  }

  /// The title of a page that has none: its file's name as words (`mkdocs.structure.pages`), `Home` for the
  /// first page.
  package var titleFromFileName: String {
    if location.isEmpty { return "Home" }
    return AutomaticNavigation.title(forFolder: RepositoryPath.name(of: location))
  }
}
