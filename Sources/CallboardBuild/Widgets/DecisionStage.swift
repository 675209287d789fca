import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardSite

/// Finds the records of decisions in repositories: beside descriptors, in the folders that are usual, or where an annotation says.
struct DecisionStage: Sendable {
  let catalog: Catalog
  let repositories: [CrawledRepository]
  let jobs: Int

  /// Where the entity's records are, relative to its descriptor (Backstage's plugin for ADRs).
  static let annotation = "backstage.io/adr-location"
  /// Below the folder of a descriptor, and below the repository's root.
  private static let folders = ["docs/adr", "docs/adrs", "docs/decisions"]
  /// In bytes; a record is a page.
  private static let fileLimit = 512 << 10
  /// Of one repository.
  private static let countLimit = 5_000

  func run() -> DecisionLog {
    let entities = Dictionary(grouping: catalog.entities, by: \.file.repository)
    let found = ParallelFor(width: jobs, chunkSize: 1).map(count: repositories.count) { index in
      let snapshot = repositories[index].snapshot
      return records(of: snapshot, entities[snapshot.name] ?? [])
    }
    return DecisionLog(found.flatMap(\.self))
  }

  private func records(of snapshot: RepositorySnapshot, _ entities: [Entity]) -> [DecisionRecord] {
    let places = places(of: entities)
    var records: [DecisionRecord] = []
    // Files of one folder mostly come one after another.
    var last: (folder: String, owner: EntityRef??) = ("", nil)
    for file in snapshot.files {
      let folder = RepositoryPath.folder(of: file.path)
      if folder != last.folder { last = (folder, owner(of: folder, places)) }
      guard let entity = last.owner, records.count < Self.countLimit,
        RepositoryPath.isMarkdown(file.path)
      else { continue }
      let source = SourcePath(repository: snapshot.name, path: file.path)
      // What cannot be read is reported where it is a page; the log does without it.
      guard let bytes = try? snapshot.contents(of: file.path, limit: Self.fileLimit),
        var record = DecisionRecord.read(bytes, file: source)
      else { continue }
      record.entity = entity
      records.append(record)
    }
    return records
  }

  /// Folders of records with the entity that each belongs to; nil for those of the repository as a whole.
  private func places(of entities: [Entity]) -> [String: EntityRef?] {
    var places: [String: EntityRef?] = [:]
    for folder in Self.folders { places[folder] = .some(nil) }
    // Of several entities in a file, the one with documentation speaks for it, else the first.
    for isDocumented in [false, true] {
      for entity in entities.reversed()
      where (entity.annotation(TechDocsReference.annotation) != nil) == isDocumented {
        let base = RepositoryPath.folder(of: entity.file.path)
        for folder in Self.folders {
          if let path = RepositoryPath.join(base, folder) { places[path] = entity.ref }
        }
      }
    }
    for entity in entities.reversed() {
      guard var value = entity.annotation(Self.annotation), !value.contains("://") else { continue }
      if value.hasPrefix("dir:") { value.removeFirst(4) }
      let base = RepositoryPath.folder(of: entity.file.path)
      if let path = RepositoryPath.join(base, value) { places[path] = entity.ref }
    }
    return places
  }

  /// - Returns: nil for a folder that is none of those and lies in none of them.
  private func owner(of folder: String, _ places: [String: EntityRef?]) -> EntityRef?? {
    var folder = folder
    while !folder.isEmpty {
      if let entity = places[folder] { return entity }
      folder = RepositoryPath.folder(of: folder)
    }
    return nil
  }
}
