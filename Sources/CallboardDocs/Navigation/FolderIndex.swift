/// The folders of docs with what each holds, by path; the docs folder itself is the empty path.
struct FolderIndex: Sendable {
  private var pages: [String: [String]] = [:]
  private var folders: [String: [String]] = [:]
  private var known: Set<String> = []

  /// - Parameter paths: Of the pages, below the docs folder, in any order.
  /// - Complexity: Linear in the length of all paths, but for sorting.
  init(_ paths: some Sequence<String>) {
    var met: Set<String> = [""]
    for path in paths {
      var folder = RepositoryPath.folder(of: path)
      pages[folder, default: []].append(path)
      known.insert(path)
      while met.insert(folder).inserted {
        let parent = RepositoryPath.folder(of: folder)
        folders[parent, default: []].append(folder)
        folder = parent
      }
    }
    for (folder, paths) in pages { pages[folder] = paths.sorted(by: Self.isBefore) }
    for (folder, paths) in folders { folders[folder] = paths.sorted() }
  }

  /// The pages directly in a folder, its index first, then by name.
  func pages(in folder: String) -> [String] { pages[folder] ?? [] }

  /// The folders directly in a folder, by name, as whole paths.
  func folders(in folder: String) -> [String] { folders[folder] ?? [] }

  func hasPage(_ path: String) -> Bool { known.contains(path) }

  func hasFolder(_ path: String) -> Bool {
    pages[path] != nil || folders[path] != nil
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    let (isLeftIndex, isRightIndex) = (DocsPage.isIndexFile(left), DocsPage.isIndexFile(right))
    return isLeftIndex == isRightIndex ? left < right : isLeftIndex
  }
}
