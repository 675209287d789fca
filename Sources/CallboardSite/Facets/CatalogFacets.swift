import CallboardCatalog

/// The values of each facet and the entities that have them.
///
/// Facets of which the catalog has no value are there with an empty list, but for namespaces: a catalog that has
/// `default` alone has no use for them.
struct CatalogFacets: Sendable {
  /// Everything about one facet, in flat arrays.
  struct List: Sendable {
    /// In the order in which people look a name up: digits, letters, then all else.
    fileprivate(set) var values: [Value] = []
    fileprivate var members: [EntityID] = []
    fileprivate var offsets: [Int] = [0]

    /// The entities of the value at an index, in the order of the catalog.
    func members(ofValueAt index: Int) -> ArraySlice<EntityID> {
      members[offsets[index]..<offsets[index + 1]]
    }
  }

  /// A value as lists show it.
  struct Value: Sendable {
    var value: FacetValue
    /// The entity's name for people, or the text as the first entity of the catalog has it.
    var label: String
    /// The heading under which it stands in the list of all values.
    var initial: Initial
    /// How many entities have it.
    var count: Int
  }

  private let lists: [Facet: List]

  /// - Complexity: linear in the number of entities, and O(*n* log *n*) in that of values.
  init(_ catalog: Catalog) {
    var lists: [Facet: List] = [:]
    for facet in Facet.allCases { lists[facet] = FacetCollector(facet, catalog).list() }
    if lists[.namespace]?.values.map(\.value) == [.text("default")] { lists[.namespace] = nil }
    self.lists = lists
  }

  /// The facets that have pages, in the order of menus.
  var facets: [Facet] { lists.keys.sorted() }

  /// Nothing for a facet without pages.
  subscript(facet: Facet) -> List { lists[facet] ?? List() }
}

/// Gathers the values of one facet.
private struct FacetCollector {
  let facet: Facet
  let catalog: Catalog
  private var values: [CatalogFacets.Value] = []
  private var indexes: [FacetValue: Int] = [:]
  /// Spares a text that many entities have its folding.
  private var indexesOfTexts: [String: Int] = [:]
  /// Of each entity in turn, and of each of its values.
  private var pairs: [(value: Int, member: EntityID)] = []

  init(_ facet: Facet, _ catalog: Catalog) {
    self.facet = facet
    self.catalog = catalog
  }

  /// To be called once.
  consuming func list() -> CatalogFacets.List {
    for id in catalog.allIDs { collect(id) }
    var list = CatalogFacets.List()
    let order = values.indices
      .map { (index: $0, key: SortKey(values[$0])) }
      .sorted { $0.key < $1.key }
      .map(\.index)
    var place = [Int](repeating: 0, count: values.count)
    list.offsets.reserveCapacity(values.count + 1)
    for (position, index) in order.enumerated() {
      place[index] = position
      list.values.append(values[index])
      list.offsets.append((list.offsets.last ?? 0) + values[index].count)
    }
    var next = list.offsets
    list.members = [EntityID](repeating: 0, count: pairs.count)
    for pair in pairs {
      list.members[next[place[pair.value]]] = pair.member
      next[place[pair.value]] += 1
    }
    return list
  }

  private mutating func collect(_ id: EntityID) {
    let entity = catalog[id]
    switch facet {
    case .owner: add(catalog.firstTarget(.ownedBy, of: id), of: id)
    case .system: add(catalog.firstTarget(.partOf, of: id, kind: "system"), of: id)
    case .domain: add(catalog.domain(of: id), of: id)
    case .type: add(entity.type, of: id)
    case .lifecycle: add(entity.lifecycle, of: id)
    case .namespace: add(entity.ref.namespace, of: id)
    case .tag:
      for (index, tag) in entity.tags.enumerated() where !entity.tags[..<index].contains(tag) {
        add(tag, of: id)
      }
    }
  }

  private mutating func add(_ ref: EntityRef?, of id: EntityID) {
    guard let ref else { return }
    let index =
      indexes[.entity(ref)]
      ?? append(.entity(ref), label: catalog[ref]?.displayName ?? ref.name)
    pairs.append((index, id))
    values[index].count += 1
  }

  private mutating func add(_ text: String?, of id: EntityID) {
    guard let text, !text.isEmpty else { return }
    let index: Int
    if let known = indexesOfTexts[text] {
      index = known
    } else {
      let value = FacetValue(text: text)
      index = indexes[value] ?? append(value, label: text)
      indexesOfTexts[text] = index
    }
    pairs.append((index, id))
    values[index].count += 1
  }

  private mutating func append(_ value: FacetValue, label: String) -> Int {
    values.append(
      CatalogFacets.Value(value: value, label: label, initial: Initial(of: label), count: 0)
    )
    indexes[value] = values.count - 1
    return values.count - 1
  }
}

/// Orders values by their labels; two of one label by what they are.
private struct SortKey: Comparable {
  let initial: Initial
  let label: String
  let value: String

  init(_ value: CatalogFacets.Value) {
    initial = value.initial
    label = value.label.lowercased()
    self.value = value.value.description
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.initial != rhs.initial { return lhs.initial < rhs.initial }
    if lhs.label != rhs.label { return lhs.label < rhs.label }
    return lhs.value < rhs.value
  }
}
