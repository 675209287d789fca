import CallboardCatalog

/// The groups of a catalog as trees: who stands below whom.
///
/// Every group counts towards one parent at most: the one that its own `spec.parent` names, else the first that lists
/// it as a child. So sums over a tree count nothing twice. Of groups that form a circle the first by reference
/// stands on top.
struct GroupForest: Sendable {
  /// All groups; their ids follow each other, because references sort by kind first.
  let ids: Range<EntityID>
  /// By the group's place in ``ids``; nil for those on top.
  private let parents: [EntityID?]
  /// Each list in the order of references.
  private let childLists: [[EntityID]]
  /// Every group after its parent.
  let topDown: [EntityID]

  init(catalog: Catalog) {
    let ids = Self.groups(of: catalog)
    var parents = ids.map { Self.declaredParent(of: $0, in: catalog) }
    Self.breakCircles(&parents, first: ids.lowerBound)
    var children = [[EntityID]](repeating: [], count: ids.count)
    for (place, parent) in parents.enumerated() {
      guard let parent else { continue }
      children[Int(parent - ids.lowerBound)].append(ids.lowerBound + EntityID(clamping: place))
    }
    var order = ids.filter { parents[Int($0 - ids.lowerBound)] == nil }
    var next = 0
    while next < order.count {
      order += children[Int(order[next] - ids.lowerBound)]
      next += 1
    }
    self.ids = ids
    self.parents = parents
    childLists = children
    topDown = order
  }

  /// The group above; nil for those on top and for what is no group.
  func parent(of id: EntityID) -> EntityID? {
    ids.contains(id) ? parents[Int(id - ids.lowerBound)] : nil
  }

  /// The groups directly below, in the order of references.
  func children(of id: EntityID) -> [EntityID] {
    ids.contains(id) ? childLists[Int(id - ids.lowerBound)] : []
  }

  /// The groups above, from the top down; of more than `limit` the nearest.
  func ancestors(of id: EntityID, limit: Int) -> [EntityID] {
    var ancestors: [EntityID] = []
    var next = parent(of: id)
    while let above = next, ancestors.count < limit {
      ancestors.append(above)
      next = parent(of: above)
    }
    return ancestors.reversed()
  }

  private static func groups(of catalog: Catalog) -> Range<EntityID> {
    func firstID(where isAtOrAfter: (String) -> Bool) -> EntityID {
      var low = catalog.allIDs.lowerBound
      var high = catalog.allIDs.upperBound
      while low < high {
        let middle = low + (high - low) / 2
        if isAtOrAfter(catalog.ref(of: middle).kind) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    return firstID { $0 >= "group" }..<firstID { $0 > "group" }
  }

  private static func declaredParent(of id: EntityID, in catalog: Catalog) -> EntityID? {
    let above = catalog.relations(of: id, .childOf).filter { relation in
      !relation.isDangling && relation.target != id
        && catalog.ref(of: relation.target).kind == "group"
    }
    return (above.first { $0.declaredBy == id } ?? above.first)?.target
  }

  /// Makes the first group of every circle one without a parent.
  private static func breakCircles(_ parents: inout [EntityID?], first: EntityID) {
    // The walk on which a group was met first; 0 for none. A walk that meets itself has gone round.
    var walks = [Int](repeating: 0, count: parents.count)
    for start in parents.indices where walks[start] == 0 {
      var place = start
      while walks[place] == 0 {
        walks[place] = start + 1
        guard let above = parents[place] else { break }
        place = Int(above - first)
      }
      guard walks[place] == start + 1, parents[place] != nil else { continue }
      var top = place
      var next = place
      while let above = parents[next], Int(above - first) != place {
        next = Int(above - first)
        top = min(top, next)
      }
      parents[top] = nil
    }
  }
}
