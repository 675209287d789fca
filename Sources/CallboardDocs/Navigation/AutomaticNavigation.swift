/// Builds the navigation of docs whose `mkdocs.yml` has no `nav`, from the tree of files.
///
/// As MkDocs does (`mkdocs.structure.nav`): the index page first, then pages by name, then folders by
/// name; a folder becomes a section titled after it. A file `.pages` changes that for its folder.
struct AutomaticNavigation {
  /// An entry before pages are counted through.
  indirect enum Entry: Hashable {
    case page(path: String, title: String?)
    case section(title: String, entries: [Entry])
    case link(title: String, url: String)
  }

  let folders: FolderIndex
  /// By folder, from the plugin `awesome-pages`.
  var settings: [String: PagesFile] = [:]

  /// - Parameters:
  ///   - folder: Below the docs folder; empty for all pages.
  ///   - isShown: Whether a page belongs there; sections without a page are left out.
  func entries(of folder: String, where isShown: (String) -> Bool) -> [Entry] {
    var met: Set<String> = []
    return entries(of: folder, &met, where: isShown)
  }

  /// A folder as a section; nil when it is hidden or holds no page that is shown.
  func section(
    _ folder: String,
    title: String?,
    where isShown: (String) -> Bool
  ) -> Entry? {
    var met: Set<String> = []
    return section(folder, title: title, &met, where: isShown)
  }

  /// - Parameter met: The folders with an entry. Each has one only, or folders that name others twice would make
  ///   the navigation double with every level.
  private func entries(
    of folder: String,
    _ met: inout Set<String>,
    where isShown: (String) -> Bool
  ) -> [Entry] {
    let own = settings[folder]
    guard let listed = own?.entries else {
      let pages = folders.pages(in: folder).filter(isShown).map { path in
        Entry.page(path: path, title: nil)
      }
      let sections = folders.folders(in: folder).compactMap { path in
        section(path, title: nil, &met, where: isShown)
      }
      return own?.isDescending == true ? sections.reversed() + pages.reversed() : pages + sections
    }
    var named: Set<String> = []
    collect(listed, in: folder, into: &named)
    return listed.flatMap { entries(for: $0, in: folder, named, &met, where: isShown) }
  }

  private func section(
    _ folder: String,
    title: String?,
    _ met: inout Set<String>,
    where isShown: (String) -> Bool
  ) -> Entry? {
    if settings[folder]?.isHidden == true || !met.insert(folder).inserted { return nil }
    let entries = entries(of: folder, &met, where: isShown)
    guard !entries.isEmpty else { return nil }
    let name = RepositoryPath.name(of: folder)
    return .section(
      title: title ?? settings[folder]?.title ?? Self.title(forFolder: name),
      entries: entries
    )
  }

  /// The title of a section: the folder's name with `-` and `_` as spaces, capitalised when it is all lower
  /// case (`mkdocs.utils.dirname_to_title`).
  static func title(forFolder name: some StringProtocol) -> String {
    let spaced = String(name.map { $0 == "-" || $0 == "_" ? " " : $0 })
    guard spaced == spaced.lowercased(), let first = spaced.first else { return spaced }
    return first.uppercased() + spaced.dropFirst()
  }

  /// The pages and folders that a `.pages` file names, so that `...` stands for the others.
  private func collect(
    _ listed: [PagesFile.Entry],
    in folder: String,
    into named: inout Set<String>
  ) {
    for entry in listed {
      switch entry {
      case .item(_, let name): named.insert(RepositoryPath.join(folder, name) ?? name)
      case .section(_, let nested): collect(nested, in: folder, into: &named)
      case .rest: continue
      }
    }
  }

  private func entries(
    for entry: PagesFile.Entry,
    in folder: String,
    _ named: Set<String>,
    _ met: inout Set<String>,
    where isShown: (String) -> Bool
  ) -> [Entry] {
    switch entry {
    case .item(let title, let name):
      if let url = LinkDestination.publicURL(name) { return [.link(title: title ?? url, url: url)] }
      guard let path = RepositoryPath.join(folder, name) else { return [] }
      // Only what lies below: a folder that named the one above it would never end.
      guard RepositoryPath.relative(path, to: folder)?.isEmpty == false, path != folder else {
        return []
      }
      if folders.hasFolder(path) {
        return section(path, title: title, &met, where: isShown).map { [$0] } ?? []
      }
      return folders.hasPage(path) && isShown(path) ? [.page(path: path, title: title)] : []
    case .section(let title, let nested):
      let entries = nested.flatMap {
        self.entries(for: $0, in: folder, named, &met, where: isShown)
      }
      return entries.isEmpty ? [] : [.section(title: title, entries: entries)]
    case .rest:
      let pages = folders.pages(in: folder).filter { !named.contains($0) && isShown($0) }
      let others = folders.folders(in: folder).filter { !named.contains($0) }
      return pages.map { .page(path: $0, title: nil) }
        + others.compactMap { section($0, title: nil, &met, where: isShown) }
    }
  }
}
