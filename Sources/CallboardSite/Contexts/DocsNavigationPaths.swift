import CallboardDocs

/// Where in its navigation each page of docs stands, so that the navigation beside a page costs what it shows and not
/// what the docs hold.
struct DocsNavigationPaths: Sendable {
  /// Of each page, the positions to follow from the top of the navigation; empty for a page that it does not list.
  private var paths: [[Int]]

  /// - Complexity: Linear in the number of entries, times their depth.
  init(of tree: DocsTree) {
    paths = [[Int]](repeating: [], count: tree.pages.count)
    note(tree.navigation, below: [])
  }

  /// The positions that lead to a page; of a page listed twice, to the first place.
  func path(to page: Int) -> ArraySlice<Int> {
    paths[page][...]
  }

  private mutating func note(_ items: [DocsNavigationItem], below path: [Int]) {
    for (position, item) in items.enumerated() {
      switch item {
      case .page(let page): if paths[page].isEmpty { paths[page] = path + [position] }
      case .section(_, let nested): note(nested, below: path + [position])
      case .link: continue
      }
    }
  }
}
