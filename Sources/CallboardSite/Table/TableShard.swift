import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON

/// The rows of one range of the catalog as columns.
struct TableShard {
  let catalog: Catalog
  let ids: Range<EntityID>
  /// The worst finding of each entity that has one.
  let severities: [EntityID: Diagnostic.Severity]

  /// What filters and sorting need.
  func rows() -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 64 * ids.count)
    writer.object { object in
      object.member("first", Int(ids.lowerBound))
      object.member("count", ids.count)
      object.member("name", ids.lazy.map { catalog[$0].name })
      write("title", to: &object) { id in
        let entity = catalog[id]
        return entity.displayName == entity.name ? nil : entity.displayName
      }
      writeColumn("kind", to: &object) { catalog.ref(of: $0).kind }
      writeColumn("namespace", to: &object) { catalog.ref(of: $0).namespace }
      writeColumn("type", to: &object) { catalog[$0].type }
      writeColumn("lifecycle", to: &object) { catalog[$0].lifecycle }
      writeColumn("problem", to: &object) { severities[$0]?.rawValue }
      writeReferences("owner", to: &object) { catalog.firstTarget(.ownedBy, of: $0) }
      writeReferences("system", to: &object) {
        catalog.firstTarget(.partOf, of: $0, kind: "system")
      }
      writeReferences("domain", to: &object) { catalog.domain(of: $0) }
      writeLists("tags", to: &object) { catalog[$0].tags }
      if ids.contains(where: { catalog.ref(of: $0).kind == "user" }) {
        writeLists("groups", to: &object, groups)
      }
    }
    writer.endRecord()
    return writer.bytes
  }

  /// What only the rows on the screen, a search for words and an export need.
  func text() -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 128 * ids.count)
    writer.object { object in
      object.member("first", Int(ids.lowerBound))
      object.member("count", ids.count)
      write("description", to: &object) { catalog[$0].description.map(CatalogTable.summary) }
      guard ids.contains(where: { catalog.ref(of: $0).kind == "location" }) else { return }
      object.key("targets")
      object.array { array in
        for id in ids {
          array.array { targets in
            for target in catalog[id].locationTargets { targets.string(target.target) }
          }
        }
      }
    }
    writer.endRecord()
    return writer.bytes
  }

  private func write(
    _ name: String,
    to object: inout JSONWriter,
    _ text: (EntityID) -> String?
  ) {
    object.key(name)
    object.array { array in
      for id in ids {
        if let text = text(id) { array.string(text) } else { array.null() }
      }
    }
  }

  /// A column with a dictionary: each value once, and of each row its index or -1.
  private func writeColumn(
    _ name: String,
    to object: inout JSONWriter,
    _ value: (EntityID) -> String?
  ) {
    var values = Numbering<String>()
    let indexes = ids.map { id in value(id).map { values.number(of: $0) } ?? -1 }
    object.key(name)
    object.object { column in
      column.member("values", values.items)
      Self.write("rows", indexes, to: &column)
    }
  }

  /// A column of references, with what to show for each and which of them name no entity.
  private func writeReferences(
    _ name: String,
    to object: inout JSONWriter,
    _ value: (EntityID) -> EntityRef?
  ) {
    var values = Numbering<EntityRef>()
    let indexes = ids.map { id in value(id).map { values.number(of: $0) } ?? -1 }
    object.key(name)
    object.object { column in
      column.member("values", values.items.lazy.map(\.description))
      column.member("names", values.items.lazy.map { catalog[$0]?.displayName ?? $0.name })
      Self.write("missing", values.indexes { catalog.id(of: $0) == nil }, to: &column)
      Self.write("pageless", values.indexes { !catalog.hasPage(of: $0) }, to: &column)
      Self.write("rows", indexes, to: &column)
    }
  }

  /// A column with a dictionary of which a row has any number of values.
  private func writeLists(
    _ name: String,
    to object: inout JSONWriter,
    _ values: (EntityID) -> [String]
  ) {
    var dictionary = Numbering<String>()
    let indexes = ids.map { id in values(id).map { dictionary.number(of: $0) } }
    object.key(name)
    object.object { column in
      column.member("values", dictionary.items)
      column.key("rows")
      column.array { rows in
        for row in indexes {
          rows.array { list in
            for index in row { list.integer(index) }
          }
        }
      }
    }
  }

  /// The groups that a user says to be a member of, or that say so.
  private func groups(of id: EntityID) -> [String] {
    guard catalog.ref(of: id).kind == "user" else { return [] }
    return catalog.relations(of: id, .memberOf).map { catalog.targetRef(of: $0).description }
  }

  private static func write(_ name: String, _ numbers: [Int], to column: inout JSONWriter) {
    column.key(name)
    column.array { array in
      for number in numbers { array.integer(number) }
    }
  }
}

/// Numbers items from 0 in the order in which they are first met.
private struct Numbering<Item: Hashable> {
  private(set) var items: [Item] = []

  /// The numbers of the items that satisfy a condition.
  func indexes(where condition: (Item) -> Bool) -> [Int] {
    items.indices.filter { condition(items[$0]) }
  }

  private var numbers: [Item: Int] = [:]

  mutating func number(of item: Item) -> Int {
    if let number = numbers[item] { return number }
    numbers[item] = items.count
    items.append(item)
    return items.count - 1
  }
}
