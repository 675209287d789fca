/// The groups that one page of the org chart shows: as many levels as it has room for.
///
/// A group whose groups do not fit is *cut*: they have a page of their own.
struct OrgOutline {
  /// The group whose groups are shown; nil for the groups at the top.
  let root: Int?
  /// The page's part of the groups directly below ``root``.
  let top: ArraySlice<Int>
  /// How many there are on all pages.
  let total: Int
  /// Groups whose own groups are shown below them.
  private(set) var isOpen: Set<Int> = []
  /// Groups whose own groups stand on another page.
  private(set) var cut: [Int] = []

  /// Groups directly below the root on one page.
  static let pageSize = 60
  /// Groups of all levels on one page.
  static let groupsOnPage = 160

  /// - Parameter number: The page, from 1.
  init(_ tree: OrgTree, root: Int?, number: Int) {
    self.root = root
    let all = root.map { tree.groups[$0].children } ?? tree.roots
    total = all.count
    top = all[PageSize.range(number, of: Self.pageSize, in: all.count)]
    var left = Self.groupsOnPage - top.count
    var queue = Array(top)
    var next = 0
    while next < queue.count {
      let group = queue[next]
      next += 1
      let children = tree.groups[group].children
      guard !children.isEmpty else { continue }
      if children.count <= left {
        left -= children.count
        isOpen.insert(group)
        queue += children
      } else {
        cut.append(group)
      }
    }
  }

  /// All groups shown, each after the one that it stands below.
  func shown(_ tree: OrgTree) -> [Int] {
    var stack = Array(top.reversed())
    var shown: [Int] = []
    while let group = stack.popLast() {
      shown.append(group)
      if isOpen.contains(group) { stack += tree.groups[group].children.reversed() }
    }
    return shown
  }

  /// The pages that all groups take: roots and page numbers, in the order in which they are found.
  static func pages(_ tree: OrgTree) -> [(root: Int?, number: Int)] {
    var pages: [(root: Int?, number: Int)] = []
    var waiting: [Int?] = [nil]
    var next = 0
    while next < waiting.count {
      let root = waiting[next]
      next += 1
      let count = root.map { tree.groups[$0].children.count } ?? tree.roots.count
      for number in 1...PageSize.pageCount(count, of: pageSize) {
        pages.append((root, number))
        for group in OrgOutline(tree, root: root, number: number).cut { waiting.append(group) }
      }
    }
    return pages
  }
}
