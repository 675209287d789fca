package import CallboardCatalog
import CallboardDiagnostics
package import CallboardJSON
import CallboardSite

/// The catalog of a portal that was built before, read from its JSON files.
///
///     let catalog = try PublishedCatalog(FolderSource("dist"))
///     for page in catalog.pages {
///       for entity in try catalog.entities(on: page) { … }
///     }
///
/// Nothing but ``index`` is kept: each question reads its files, so memory holds what the caller
/// keeps of one page after the other. Pages may be read from several threads at once.
package struct PublishedCatalog: Sendable {
  /// One file of `entities/by-kind/`.
  package struct Page: Hashable, Sendable {
    /// In lower case.
    package var kind: String
    /// From 1, within the kind.
    package var number: Int
  }

  /// What `index.json` says.
  package let index: PublishedIndex
  private let source: any PublishedSource
  /// Where the source has the files: `api/v1/` or nothing.
  private let root: String

  /// No file of a portal comes near it.
  private static let fileLimit = 128 << 20

  /// Opens a portal: the source has its files under `api/v1/`, or is that folder itself.
  package init(_ source: any PublishedSource) throws(PublishedCatalogError) {
    for root in [APIPath.root, ""] {
      guard let bytes = try source.read(root + APIPath.index, limit: Self.fileLimit) else {
        continue
      }
      self.source = source
      self.root = root
      let json = try Self.json(bytes, file: root + APIPath.index, of: source)
      index = try PublishedIndex(json, file: root + APIPath.index, place: source.name)
      return
    }
    throw PublishedCatalogError(.noCatalog, file: APIPath.index, place: source.name)
  }

  /// As a person named the portal, for messages.
  package var place: String { source.name }

  /// All pages of entities: by kind, then by number. In their order, entities ascend by reference.
  package var pages: [Page] {
    index.kinds.flatMap { kind in
      (0..<kind.pageCount).map { Page(kind: kind.name, number: $0 + 1) }
    }
  }

  /// The pages of some kinds, given in lower case.
  package func pages(ofKinds kinds: Set<String>) -> [Page] {
    pages.filter { kinds.contains($0.kind) }
  }

  /// The entities of a page of this catalog in Backstage's shape, ascending by reference.
  package func documents(on page: Page) throws(PublishedCatalogError) -> [JSONValue] {
    let file = APIPath.entities(kind: page.kind, page: page.number)
    guard let items = try read(file)["items"]?.array else { throw lacks("'items', an array", file) }
    return items
  }

  /// The entities of a page of this catalog, ascending by reference.
  package func entities(on page: Page) throws(PublishedCatalogError) -> [PublishedEntity] {
    let file = APIPath.entities(kind: page.kind, page: page.number)
    let json = try read(file)
    guard let items = json["items"]?.array else { throw lacks("'items', an array", file) }
    guard let notes = json["notes"]?.array, notes.count == items.count else {
      throw lacks("'notes', an array as long as 'items'", file)
    }
    var entities: [PublishedEntity] = []
    entities.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      guard let entity = PublishedEntity(item, note: notes[index]) else {
        throw lacks("an entity at \(index) of 'items'", file)
      }
      entities.append(entity)
    }
    return entities
  }

  /// The references of all entities, sorted. Far cheaper than reading the entities.
  package func refs() throws(PublishedCatalogError) -> [EntityRef] {
    try origins().map(\.ref)
  }

  /// The references of all entities, sorted, and the file that each was read from, as cheaply.
  package func origins() throws(PublishedCatalogError) -> [PublishedOrigin] {
    var origins: [PublishedOrigin] = []
    for page in 0..<index.refPageCount {
      let file = APIPath.refs(page: page + 1)
      let json = try read(file)
      guard let items = json["items"]?.array else { throw lacks("'items', an array", file) }
      guard let places = json["places"]?.array, places.count == items.count else {
        throw lacks("'places', an array as long as 'items'", file)
      }
      let files = json["files"]?.array?.map(SourcePath.init(published:)) ?? []
      for (item, place) in zip(items, places) {
        guard let text = item.string, let ref = try? EntityRef(text, in: .init()) else {
          throw lacks("references in 'items'", file)
        }
        guard let index = place.integer, files.indices.contains(index), let path = files[index]
        else { throw lacks("a file of \(ref) in 'files'", file) }
        origins.append(PublishedOrigin(ref: ref, file: path))
      }
    }
    return origins
  }

  /// One entity in Backstage's shape, or nil when the portal has none of that reference.
  ///
  /// Reads one small file. It does not tell where the entity was read nor which relations dangle.
  package func json(of ref: EntityRef) throws(PublishedCatalogError) -> JSONValue? {
    guard PublishedIndex.isPathPart(ref.kind), PublishedIndex.isPathPart(ref.namespace),
      PublishedIndex.isPathPart(ref.name)
    else { return nil }
    let file = root + APIPath.entity(ref)
    guard let bytes = try source.read(file, limit: Self.fileLimit) else { return nil }
    return try Self.json(bytes, file: file, of: source)
  }

  /// The findings of the build that made the portal, as `callboard check --format json` prints them.
  package func problems() throws(PublishedCatalogError) -> [JSONValue] {
    var problems: [JSONValue] = []
    for page in 0..<index.problemPageCount {
      let file = APIPath.problems(page: page + 1)
      guard let items = try read(file)["problems"]?.array else {
        throw lacks("'problems', an array", file)
      }
      problems += items
    }
    return problems
  }

  private func read(_ path: String) throws(PublishedCatalogError) -> JSONValue {
    let file = root + path
    guard let bytes = try source.read(file, limit: Self.fileLimit) else {
      throw PublishedCatalogError(.missing, file: file, place: place)
    }
    return try Self.json(bytes, file: file, of: source)
  }

  private func lacks(_ member: String, _ path: String) -> PublishedCatalogError {
    PublishedCatalogError(.unexpected(member), file: root + path, place: place)
  }

  private static func json(
    _ bytes: [UInt8],
    file: String,
    of source: any PublishedSource
  ) throws(PublishedCatalogError) -> JSONValue {
    do throws(JSONError) {
      return try JSONReader().read(bytes)
    } catch {
      throw PublishedCatalogError(.malformed(error), file: file, place: source.name)
    }
  }
}
