/// Builds the navigation of docs whose `mkdocs.yml` has no `nav`, from the tree of files.
///
/// As MkDocs does (`mkdocs.structure.nav`): the index page first, then pages by name, then folders by
/// name; a folder becomes a section titled after it.
enum AutomaticNavigation {
  /// - Parameter locations: Of each page, its path under the docs folder: `guide/setup.md`.
  /// - Returns: Items that refer to `locations` by index.
  static func items(for paths: [String]) -> [DocsNavigationItem] {
    var root = Folder()
    for (index, path) in paths.enumerated() {
      root.insert(index, components: path.split(separator: "/")[...])
    }
    return root.items(named: paths)
  }

  /// The title of a section: the folder's name with `-` and `_` as spaces, capitalised when it is all lower
  /// case (`mkdocs.utils.dirname_to_title`).
  static func title(forFolder name: some StringProtocol) -> String {
    let spaced = String(name.map { $0 == "-" || $0 == "_" ? " " : $0 })
    guard spaced == spaced.lowercased(), let first = spaced.first else { return spaced }
    return first.uppercased() + spaced.dropFirst()
  }

  private struct Folder {
    var pages: [Int] = []
    var folders: [(name: Substring, folder: Folder)] = []

    mutating func insert(_ index: Int, components: ArraySlice<Substring>) {
      guard let name = components.first, components.count > 1 else {
        pages.append(index)
        return
      }
      // Paths arrive sorted, so a folder's pages follow one another.
      if folders.last?.name != name { folders.append((name, Folder())) }
      folders[folders.count - 1].folder.insert(index, components: components.dropFirst())
    }

    func items(named paths: [String]) -> [DocsNavigationItem] {
      let ordered = pages.sorted { left, right in
        let (isLeftIndex, isRightIndex) = (isIndex(paths[left]), isIndex(paths[right]))
        return isLeftIndex == isRightIndex ? paths[left] < paths[right] : isLeftIndex
      }
      return ordered.map { .page($0) }
        + folders.sorted { $0.name < $1.name }.map { entry in
          .section(
            title: AutomaticNavigation.title(forFolder: entry.name),
            items: entry.folder.items(named: paths)
          )
        }
    }

    private func isIndex(_ path: String) -> Bool {
      DocsPage.isIndexFile(path)
    }
  }
}
