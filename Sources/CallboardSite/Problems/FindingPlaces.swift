import CallboardCatalog
import CallboardDiagnostics
import CallboardDocs

/// Finds the entity that a finding is about, and who answers for it.
///
/// Made for a list of findings: it knows no other files than theirs.
struct FindingPlaces {
  private let catalog: Catalog
  /// The entities of each descriptor file that has findings, by their lines.
  private var descriptors: [SourcePath: [(lines: ClosedRange<Int>, id: EntityID)]] = [:]
  /// The entity whose docs a page with findings belongs to.
  private var pages: [SourcePath: EntityID] = [:]
  /// Who owns most of a repository's entities.
  private let ownersOfRepositories: [String: EntityRef]

  /// - Complexity: linear in the number of entities, docs pages and findings.
  init(_ model: SiteModel, found: [Diagnostic]) {
    catalog = model.catalog
    ownersOfRepositories = Self.owners(of: catalog)
    let files = Set(found.lazy.compactMap { $0.span?.file })
    for id in catalog.allIDs where files.contains(catalog[id].file) {
      let range = catalog[id].span.range
      descriptors[catalog[id].file, default: []]
        .append((range.lowerBound.line...range.upperBound.line, id))
    }
    for key in descriptors.keys {
      descriptors[key]?.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    }
    for site in model.docs {
      guard let id = catalog.id(of: site.tree.entity) else { continue }
      for page in site.tree.pages where files.contains(page.source) && pages[page.source] == nil {
        pages[page.source] = id
      }
    }
  }

  /// The entity in whose document or docs a finding stands; nil when it stands elsewhere.
  ///
  /// - Complexity: O(log *n*) in the number of entities of the file.
  func entity(of finding: Diagnostic) -> EntityID? {
    guard let span = finding.span else { return nil }
    guard let documents = descriptors[span.file] else { return pages[span.file] }
    let line = span.range.lowerBound.line
    var low = 0
    var high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if documents[middle].lines.lowerBound <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0, documents[low - 1].lines.contains(line) else { return nil }
    return documents[low - 1].id
  }

  /// The owner of the entity, else of most of the repository. Groups and users answer for themselves.
  ///
  /// nil when nobody does; may be a reference to nothing, as the author wrote it.
  func owner(of finding: Diagnostic) -> EntityRef? {
    if let id = entity(of: finding) {
      let ref = catalog.ref(of: id)
      if ref.kind == "group" || ref.kind == "user" { return ref }
      if let owner = catalog.firstTarget(.ownedBy, of: id) { return owner }
    }
    return finding.span.flatMap { ownersOfRepositories[$0.file.repository] }
  }

  /// The worst of each entity's findings.
  func worstSeverities(_ found: [Diagnostic]) -> [EntityID: Diagnostic.Severity] {
    var worst: [EntityID: Diagnostic.Severity] = [:]
    for finding in found {
      guard let id = entity(of: finding) else { continue }
      worst[id] = max(worst[id] ?? finding.severity, finding.severity)
    }
    return worst
  }

  private static func owners(of catalog: Catalog) -> [String: EntityRef] {
    var counts: [String: [EntityRef: Int]] = [:]
    for id in catalog.allIDs {
      guard let owner = catalog.firstTarget(.ownedBy, of: id) else { continue }
      counts[catalog[id].file.repository, default: [:]][owner, default: 0] += 1
    }
    return counts.compactMapValues { owners in
      owners.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }
}
