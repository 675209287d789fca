extension DocsPage {
  /// Whether the page is the first of its folder.
  package var isIndex: Bool { Self.isIndexFile(path) }

  /// Whether a file becomes the first page of its folder: `index.md` or `README.md`, in any case of the latter.
  static func isIndexFile(_ path: String) -> Bool {
    let name = RepositoryPath.name(of: path)
    guard RepositoryPath.isMarkdown(name), let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
    else { return false }
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

  /// Where the page of an address stands that is written in either of MkDocs' forms or as a file's path:
  /// `guide/setup/`, `guide/setup.html`, `guide/setup/index.html` and `guide/setup.md` are the same.
  package static func location(ofAddress address: String) -> String {
    let path = address.hasSuffix("/") ? String(address.dropLast()) : address
    if RepositoryPath.isMarkdown(path) { return location(ofFile: path) }
    guard ["html", "htm"].contains(RepositoryPath.fileExtension(of: path)),
      let dot = path.lastIndex(of: ".")
    else { return path }
    let stem = path[..<dot]
    return RepositoryPath.name(of: String(stem)) == "index"
      ? RepositoryPath.folder(of: path) : String(stem)
  }

  /// The title of a page that has none: its file's name as words (`mkdocs.structure.pages`), `Home` for the
  /// first page.
  package var titleFromFileName: String {
    if location.isEmpty { return "Home" }
    return AutomaticNavigation.title(forFolder: RepositoryPath.name(of: location))
  }
}
