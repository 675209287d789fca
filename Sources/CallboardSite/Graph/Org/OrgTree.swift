import CallboardCatalog

/// The groups of a catalog as a forest, each group at one place.
///
/// A group stands below the parent that its own `spec.parent` names, else below the first that lists it as a child;
/// so sums over a tree count nothing twice. What only a cycle of parents holds is reached from its first group, which
/// then stands at the top.
struct OrgTree {
  struct Group {
    var id: EntityID
    /// Indexes of the groups below, in the order of the catalog.
    var children: [Int] = []
    /// nil at the top.
    var parent: Int?
    /// Parents beside the one that it stands below.
    var otherParents: [EntityID] = []
    /// Parents that name no entity of the site.
    var missingParents: [EntityRef] = []
    /// Stands at the top though it has a parent, because its parents form a cycle.
    var closesCycle = false
    var memberCount = 0
  }

  /// In the order of the catalog.
  private(set) var groups: [Group] = []
  /// Indexes of the groups at the top.
  private(set) var roots: [Int] = []
  /// Users that are members of no group of the site, in the order of the catalog.
  private(set) var ungrouped: [EntityID] = []
  private var indexes: [EntityID: Int] = [:]

  /// - Complexity: O(*n* + *m*) in the catalog's entities and the groups' relations.
  init(_ catalog: Catalog) {
    for id in catalog.allIDs {
      switch catalog.ref(of: id).kind {
      case "group":
        indexes[id] = groups.count
        groups.append(Group(id: id))
      case "user":
        let isMember = catalog.relations(of: id, .memberOf).contains { !$0.isDangling }
        if !isMember { ungrouped.append(id) }
      default: break
      }
    }
    addParents(catalog)
    breakCycles()
    for index in groups.indices {
      if let parent = groups[index].parent {
        groups[parent].children.append(index)
      } else {
        roots.append(index)
      }
    }
  }

  /// The place of a group in ``groups``; nil for what is no group.
  func index(of id: EntityID) -> Int? { indexes[id] }

  private mutating func addParents(_ catalog: Catalog) {
    for index in groups.indices {
      let id = groups[index].id
      groups[index].memberCount = catalog.relations(of: id, .hasMember).count
      let parents = catalog.relations(of: id, .childOf)
      let own = parents.filter { $0.declaredBy == id }
      for relation in own + parents.filter({ $0.declaredBy != id }) {
        if relation.isDangling {
          groups[index].missingParents.append(catalog.targetRef(of: relation))
        } else if let parent = indexes[relation.target], parent != index {
          if groups[index].parent == nil {
            groups[index].parent = parent
          } else {
            groups[index].otherParents.append(relation.target)
          }
        }
      }
    }
  }

  /// Each group has one parent at most, so a walk up either ends or meets itself.
  private mutating func breakCycles() {
    // 0: not seen, 1: on this walk, 2: leads to the top.
    var states = [UInt8](repeating: 0, count: groups.count)
    for start in groups.indices where states[start] == 0 {
      var walk: [Int] = []
      var current: Int? = start
      while let group = current, states[group] == 0 {
        states[group] = 1
        walk.append(group)
        current = groups[group].parent
      }
      if let meeting = current, states[meeting] == 1, let place = walk.firstIndex(of: meeting) {
        let first = walk[place...].min() ?? meeting
        groups[first].parent = nil
        groups[first].closesCycle = true
      }
      for group in walk { states[group] = 2 }
    }
  }
}
