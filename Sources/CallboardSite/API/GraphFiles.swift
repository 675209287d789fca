package import CallboardCatalog
import CallboardJSON

/// The catalog's graph as the explorer reads it: small files of which it loads those around an entity.
///
/// `docs/reference/graph-data.md` describes them. An entity stands in the file whose number is the hash of its reference,
/// so nothing that a reader loads first grows with the site.
package struct GraphFiles: Sendable {
  /// Relations of one type that stand with their entity; the others are listed in files of their own.
  static let listed = 60
  /// Relations in one of those files.
  static let pageSize = 500
  private static let entitiesPerFile = 96
  /// The folder of all of them.
  package static let folder = Routes.graph.path + "/data/"

  private let catalog: Catalog
  private let strings: UIStrings
  /// Of each file, its entities in the order of the catalog.
  private let files: [[EntityID]]

  package init(_ catalog: Catalog, _ strings: UIStrings = .english) {
    self.catalog = catalog
    self.strings = strings
    var count = 1
    while count * Self.entitiesPerFile < catalog.entities.count { count *= 2 }
    var files: [[EntityID]] = Array(repeating: [], count: count)
    for id in catalog.allIDs {
      let hash = Self.hash(catalog.ref(of: id).description)
      files[Int(hash) & (count - 1)].append(id)
    }
    self.files = files
  }

  /// How many files of entities there are; a power of two.
  package var count: Int { files.count }

  /// FNV-1a with 32 bits, over UTF-8.
  static func hash(_ text: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// What a reader has to know before it reads any other file.
  package var entry: OutputFile {
    var writer = JSONWriter()
    writer.object { object in
      object.member("format", 1)
      object.member("files", files.count)
      object.member("listed", Self.listed)
      object.member("pageSize", Self.pageSize)
      let types = catalog.relationTypes
      object.member("relations", types.all.map { types[$0].name })
      object.key("pairs")
      object.array { array in
        for pair in types.pairs {
          array.object { object in
            object.member("primary", types[pair.primary].name)
            object.member("inverse", types[pair.inverse].name)
            object.member("label", RelationGraph.label(types[pair.primary].name, strings))
          }
        }
      }
    }
    writer.endRecord()
    return OutputFile(path: Self.folder + "entry.json", bytes: writer.bytes)
  }

  /// One file of entities, and the lists of those among them that have long ones.
  ///
  /// - Parameter index: From 0, below ``count``.
  package func output(_ index: Int) -> [OutputFile] {
    let entities = files[index]
    var table = RefTable(catalog)
    for id in entities { table.add(id) }
    var lists: [OutputFile] = []
    var relations = JSONWriter(reservingCapacity: 16 << 10)
    relations.array { array in
      for id in entities {
        array.array { array in
          write(id, to: &array, &table, &lists)
        }
      }
    }
    var writer = JSONWriter(reservingCapacity: 32 << 10)
    writer.object { object in
      object.member("entities", entities.count)
      table.write(to: &object)
      object.key("relations")
      object.raw(relations.bytes)
    }
    writer.endRecord()
    let path = "\(Self.folder)\(index).json"
    return [OutputFile(path: path, bytes: writer.bytes)] + lists
  }

  /// The relations of one entity: of each type its number, the count of all, and the targets.
  private func write(
    _ id: EntityID,
    to array: inout JSONWriter,
    _ table: inout RefTable,
    _ lists: inout [OutputFile]
  ) {
    let all = catalog.relations(of: id)
    var start = all.startIndex
    for (type, count) in RelationGroups.counts(all) {
      let group = all[start..<(start + count)]
      start += count
      array.array { array in
        array.integer(Int(type.rawValue))
        array.integer(count)
        array.array { array in
          for relation in group.prefix(Self.listed) { array.integer(table.add(relation.targetRef)) }
        }
      }
      if count > Self.listed { lists += list(id, type, group.dropFirst(Self.listed)) }
    }
  }

  private func list(
    _ id: EntityID,
    _ type: RelationType,
    _ relations: ArraySlice<Relation>
  ) -> [OutputFile] {
    let ref = catalog.ref(of: id)
    let pages = PageSize.pageCount(relations.count, of: Self.pageSize)
    return (1...pages).map { number in
      var table = RefTable(catalog)
      let range = PageSize.range(number, of: Self.pageSize, in: relations.count)
      for relation in relations.dropFirst(range.lowerBound).prefix(range.count) {
        table.add(relation.targetRef)
      }
      var writer = JSONWriter(reservingCapacity: 64 * range.count)
      writer.object { table.write(to: &$0) }
      writer.endRecord()
      let relation = catalog.relationTypes[type].name.lowercased()
      let name = "\(ref.kind)/\(ref.namespace)/\(ref.name)/\(relation)-\(number).json"
      return OutputFile(path: "\(Self.folder)lists/\(name)", bytes: writer.bytes)
    }
  }

  /// The references of one file, each once, in the order in which they are met.
  private struct RefTable {
    let catalog: Catalog
    private var places: [Int32: Int] = [:]
    private var refs: [Int32] = []

    init(_ catalog: Catalog) {
      self.catalog = catalog
    }

    @discardableResult mutating func add(_ ref: Int32) -> Int {
      if let known = places[ref] { return known }
      places[ref] = refs.count
      refs.append(ref)
      return refs.count - 1
    }

    /// Names only where they differ from that of the reference.
    func write(to object: inout JSONWriter) {
      object.member("refs", refs.map { catalog.refs[Int($0)].description })
      let entityCount = catalog.entities.count
      object.key("names")
      object.object { names in
        for (place, ref) in refs.enumerated() where Int(ref) < entityCount {
          let name = catalog[ref].displayName
          if name != catalog.refs[Int(ref)].name { names.member(String(place), name) }
        }
      }
      object.key("missing")
      object.array { array in
        for (place, ref) in refs.enumerated() where Int(ref) >= entityCount { array.integer(place) }
      }
    }
  }
}
