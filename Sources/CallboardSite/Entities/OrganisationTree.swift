import CallboardCatalog

/// The part of the groups below one that its page shows: the nearest levels first, and none too wide.
struct OrganisationTree {
  /// The groups shown below each group that is shown.
  private(set) var shown: [EntityID: [EntityID]] = [:]
  private let groups: OrgTree

  init(below root: EntityID, in groups: OrgTree) {
    self.groups = groups
    var left = PageSize.tree.groups
    var level = [root]
    for _ in 0..<PageSize.tree.depth where !level.isEmpty {
      var next: [EntityID] = []
      for group in level {
        let children = groups.children(of: group).prefix(min(PageSize.tree.breadth, left))
        left -= children.count
        shown[group] = Array(children)
        next += children
      }
      level = next
    }
  }

  /// How many groups directly below one are not shown.
  func hidden(below group: EntityID) -> Int {
    groups.children(of: group).count - (shown[group]?.count ?? 0)
  }
}
