import CallboardCatalog

/// The members of groups, with those of the groups below them.
struct GroupMembers: Sendable {
  /// How many members of a group and the groups below it are kept by name.
  static let listLimit = 50

  /// The members of one group and of all groups below it, each once.
  struct Roster: Sendable {
    var count = 0
    /// The first by reference, at most ``listLimit``.
    var first: [EntityID] = []
  }

  private let rosters: [EntityID: Roster]

  /// - Complexity: O(*n* log *n*) in the number of memberships, linear in that of groups.
  init(catalog: Catalog, groups: OrgTree) {
    var rosters: [EntityID: Roster] = [:]
    // Sets go up the tree and the smaller is poured into the larger, so that a member moves O(log n) times.
    var sets: [EntityID: Set<EntityID>] = [:]
    for group in groups.topDown.reversed() {
      let own = catalog.relations(of: group, .hasMember).filter { !$0.isDangling }.map(\.target)
      var set = sets.removeValue(forKey: group) ?? []
      set.formUnion(own)
      guard !set.isEmpty else { continue }
      var roster = rosters[group] ?? Roster()
      roster.count = set.count
      roster.first = Self.merge(roster.first, own)
      rosters[group] = roster
      guard let parent = groups.parent(of: group) else { continue }
      rosters[parent, default: Roster()].first = Self.merge(
        rosters[parent]?.first ?? [],
        roster.first
      )
      var larger = sets.removeValue(forKey: parent) ?? []
      if larger.count < set.count { swap(&larger, &set) }
      larger.formUnion(set)
      sets[parent] = larger
    }
    self.rosters = rosters
  }

  /// The members of a group and of the groups below it.
  func roster(of group: EntityID) -> Roster { rosters[group] ?? Roster() }

  /// The first of two sorted lists, each member once.
  private static func merge(_ left: [EntityID], _ right: [EntityID]) -> [EntityID] {
    var merged: [EntityID] = []
    var (left, right) = (left[...], right[...])
    while merged.count < listLimit {
      guard let next = [left.first, right.first].compactMap(\.self).min() else { break }
      if left.first == next { left.removeFirst() }
      if right.first == next { right.removeFirst() }
      merged.append(next)
    }
    return merged
  }
}
