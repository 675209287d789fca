import CallboardCatalog

extension OrgTree {
  /// The group that one stands below; nil at the top and for what is no group.
  func parent(of id: EntityID) -> EntityID? {
    index(of: id).flatMap { groups[$0].parent }.map { groups[$0].id }
  }

  /// The groups directly below one, in the order of the catalog.
  func children(of id: EntityID) -> [EntityID] {
    index(of: id).map { groups[$0].children.map { groups[$0].id } } ?? []
  }

  /// The groups above one, from the top down; of more than `limit` the nearest.
  func ancestors(of id: EntityID, limit: Int) -> [EntityID] {
    var ancestors: [EntityID] = []
    var next = parent(of: id)
    while let above = next, ancestors.count < limit {
      ancestors.append(above)
      next = parent(of: above)
    }
    return ancestors.reversed()
  }

  /// Every group after the one that it stands below.
  var topDown: [EntityID] {
    var order = roots
    var next = 0
    while next < order.count {
      order += groups[order[next]].children
      next += 1
    }
    return order.map { groups[$0].id }
  }
}
