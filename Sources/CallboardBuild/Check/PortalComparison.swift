import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON

/// Holds the entities of one repository against the published portal that the others are in.
///
/// What the portal has from the same repository is replaced by what the repository says now.
struct PortalComparison: Sendable {
  /// From so many removed entities on, whole pages of entities are read instead of each one's own file.
  private static let lookUpLimit = 50
  /// How many of those that refer to a removed entity are named.
  private static let namedReferrers = 10

  private let portal: PublishedCatalog
  /// The repository's name, here and in the portal.
  private let repository: String
  private let origins: [EntityRef: SourcePath]

  /// Reads which entities the portal has and where they are from.
  init(portal: PublishedCatalog, repository: String) throws(PublishedCatalogError) {
    self.portal = portal
    self.repository = repository
    origins = Dictionary(
      try portal.origins().map { ($0.ref, $0.file) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The entities of other repositories, ascending.
  var elsewhere: [EntityRef] {
    origins.filter { $0.value.repository != repository }.keys.sorted()
  }

  /// The files of this repository that the portal has entities from, sorted.
  var publishedPaths: [String] {
    Set(origins.values.filter { $0.repository == repository }.map(\.path)).sorted()
  }

  /// Whether the portal has an entity of this repository.
  var knowsRepository: Bool {
    origins.values.contains { $0.repository == repository }
  }

  /// What would be wrong with the portal if the repository were published as it is now.
  ///
  /// - Parameter catalog: Of the repository's own entities.
  func findings(on catalog: Catalog) throws(PublishedCatalogError) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for entity in catalog.entities {
      if let file = origins[entity.ref], file.repository != repository {
        findings.append(.entityDuplicate(entity, publishedFrom: file))
      }
    }
    let removed = origins.filter { $0.value.repository == repository && catalog[$0.key] == nil }
    let published = try published(Set(removed.keys))
    for (ref, file) in removed.sorted(by: { $0.key < $1.key }) {
      guard let json = published[ref] else { continue }
      let referrers = referrers(to: json, relationTypes: catalog.relationTypes)
      guard !referrers.isEmpty else { continue }
      findings.append(
        .entityRemoved(
          ref,
          from: file,
          named: referrers.prefix(Self.namedReferrers).map { ($0.ref, $0.type) },
          count: referrers.count
        )
      )
    }
    return findings
  }

  /// What the portal says of some entities, as far as it still has them.
  private func published(
    _ refs: Set<EntityRef>
  ) throws(PublishedCatalogError) -> [EntityRef: JSONValue] {
    var published: [EntityRef: JSONValue] = [:]
    if refs.count < Self.lookUpLimit {
      for ref in refs { published[ref] = try portal.json(of: ref) }
    } else {
      for page in portal.pages(ofKinds: Set(refs.map(\.kind))) {
        for entity in try portal.entities(on: page) where refs.contains(entity.ref) {
          published[entity.ref] = entity.json
        }
      }
    }
    return published
  }

  /// The entities of other repositories that refer to one, with the relation as they see it.
  ///
  /// The portal has each relation at both of its ends. Those that the entity declares itself go with it:
  /// their other end stands in its spec.
  private func referrers(
    to json: JSONValue,
    relationTypes: RelationVocabulary
  ) -> [(ref: EntityRef, type: String)] {
    let declared = Self.names(in: json["spec"] ?? .null)
    var seen: Set<EntityRef> = []
    var referrers: [(ref: EntityRef, type: String)] = []
    for relation in json["relations"]?.array ?? [] {
      guard let type = relation["type"]?.string, let text = relation["targetRef"]?.string,
        let target = try? EntityRef(text, in: .init()),
        let file = origins[target], file.repository != repository,
        !declared.contains(target.name), seen.insert(target).inserted
      else { continue }
      let inverse = relationTypes.type(named: type).map {
        relationTypes[relationTypes[$0].inverse].name
      }
      referrers.append((target, inverse ?? type))
    }
    return referrers
  }

  /// The names that the texts of a spec may mean, in lower case: what stands behind the last `:` and `/`.
  private static func names(in spec: JSONValue) -> Set<String> {
    var names: Set<String> = []
    var waiting = [spec]
    while let value = waiting.popLast() {
      switch value {
      case .string(let text):
        guard text.utf8.count < 256 else { continue }
        names.insert(String(text.split { $0 == ":" || $0 == "/" }.last ?? "").lowercased())
      case .array(let values): waiting += values
      case .object(let object): waiting += object.members.map(\.value)
      default: continue
      }
    }
    return names
  }
}
