import CallboardCatalog

/// How many entities of each kind and type groups and users own, themselves and through the groups below them.
struct Ownership: Sendable {
  /// A kind with a type, as a number of ``classes``.
  private typealias ClassID = Int32

  /// What is counted together.
  struct Class: Hashable, Sendable {
    /// In lower case.
    var kind: String
    /// nil for entities without a type, and for those whose type is one of too many.
    var type: String?
  }

  /// How many entities of one class.
  struct Count {
    var of: Class
    var direct: Int
    var aggregated: Int
  }

  /// More types than this, over the whole site, are not told apart; the rarest are counted without their type.
  static let classLimit = 200

  /// Numbers of entities by class, in the order of the classes.
  private typealias Tally = [(class: ClassID, count: Int)]

  private let classes: [Class]
  /// By owner; only those that own something.
  private let direct: [EntityID: Tally]
  /// By group; only those that own something, or have groups below that do.
  private let aggregated: [EntityID: Tally]

  /// - Complexity: O(*n* log *n*) in the number of entities, linear in that of groups.
  init(catalog: Catalog, groups: OrgTree) {
    let (classes, classOf) = Self.classify(catalog)
    var direct: [EntityID: Tally] = [:]
    for id in catalog.allIDs where ["group", "user"].contains(catalog.ref(of: id).kind) {
      let owned = catalog.relations(of: id, .ownerOf).lazy.filter { !$0.isDangling }
        .map { classOf[Int($0.target)] }.sorted()
      if !owned.isEmpty { direct[id] = Self.tally(owned) }
    }
    var aggregated = direct
    for group in groups.topDown.reversed() {
      guard let parent = groups.parent(of: group), let below = aggregated[group] else { continue }
      aggregated[parent] = Self.sum(aggregated[parent] ?? [], below)
    }
    self.classes = classes
    self.direct = direct
    self.aggregated = aggregated
  }

  /// What a group owns, with what the groups below it own; what a user owns, with what their groups own.
  ///
  /// - Parameter memberships: The groups of a user; none for a group.
  func counts(of owner: EntityID, memberships: [EntityID]) -> [Count] {
    let own = direct[owner] ?? []
    var whole = memberships.isEmpty ? aggregated[owner] ?? own : own
    for group in memberships { whole = Self.sum(whole, direct[group] ?? []) }
    var rest = own[...]
    return whole.map { entry in
      let isOwn = rest.first?.class == entry.class
      let count = isOwn ? rest.removeFirst().count : 0
      return Count(of: classes[Int(entry.class)], direct: count, aggregated: entry.count)
    }
  }

  /// How many entities a group and the groups below it own.
  func total(of group: EntityID) -> Int {
    (aggregated[group] ?? []).reduce(0) { $0 + $1.count }
  }

  /// The classes in the order of kinds and types, and that of each entity.
  private static func classify(_ catalog: Catalog) -> ([Class], [ClassID]) {
    var numbers: [Class: Int] = [:]
    for entity in catalog.entities {
      numbers[Class(kind: entity.ref.kind, type: entity.type), default: 0] += 1
    }
    var kept = Set(numbers.keys)
    if kept.count > classLimit {
      let order = numbers.sorted {
        ($1.value, $0.key.kind, $0.key.type ?? "") < ($0.value, $1.key.kind, $1.key.type ?? "")
      }
      kept = Set(order.prefix(classLimit).map(\.key))
      for entry in order { kept.insert(Class(kind: entry.key.kind, type: nil)) }
    }
    let classes = kept.sorted { left, right in
      left.kind == right.kind
        ? (left.type ?? "") < (right.type ?? "") : KindStyle.isBefore(left.kind, right.kind)
    }
    let ids = Dictionary(
      classes.enumerated().map { ($1, ClassID(clamping: $0)) },
      uniquingKeysWith: { first, _ in first }
    )
    let classOf = catalog.entities.map { entity in
      ids[Class(kind: entity.ref.kind, type: entity.type)]
        ?? ids[Class(kind: entity.ref.kind, type: nil)] ?? 0
    }
    return (classes, classOf)
  }

  private static func tally(_ sorted: [ClassID]) -> Tally {
    var tally: Tally = []
    for id in sorted {
      if tally.last?.class == id {
        tally[tally.count - 1].count += 1
      } else {
        tally.append((id, 1))
      }
    }
    return tally
  }

  /// Merges two sorted tallies.
  private static func sum(_ left: Tally, _ right: Tally) -> Tally {
    var sum: Tally = []
    sum.reserveCapacity(max(left.count, right.count))
    var (left, right) = (left[...], right[...])
    while let a = left.first, let b = right.first {
      if a.class == b.class {
        sum.append((a.class, a.count + b.count))
        left.removeFirst()
        right.removeFirst()
      } else if a.class < b.class {
        sum.append(left.removeFirst())
      } else {
        sum.append(right.removeFirst())
      }
    }
    return sum + left + right
  }
}
