import CallboardCatalog
import CallboardDiagnostics

/// What the pages of entities look up in the whole site: made once, in time linear in the site.
struct EntityIndex: Sendable {
  /// The entities of each file, by document.
  private let byFile: [SourcePath: [EntityID]]
  /// The findings of each file, by line.
  private let findings: [SourcePath: [Diagnostic]]
  /// Where other descriptors claim an entity's reference, by the place of the name that keeps it.
  private let claims: [SourceSpan: [SourceSpan]]
  let groups: OrgTree
  let ownership: Ownership
  let members: GroupMembers
  let locations: LocationChains
  let referrers: MissingReferrers

  init(model: SiteModel) {
    let catalog = model.catalog
    var byFile: [SourcePath: [EntityID]] = [:]
    for id in catalog.allIDs { byFile[catalog[id].file, default: []].append(id) }
    for (file, ids) in byFile where ids.count > 1 {
      byFile[file] = ids.sorted { catalog[$0].documentIndex < catalog[$1].documentIndex }
    }
    var findings: [SourcePath: [Diagnostic]] = [:]
    var claims: [SourceSpan: [SourceSpan]] = [:]
    for finding in model.diagnostics {
      guard let span = finding.span else { continue }
      findings[span.file, default: []].append(finding)
      if finding.id == .entityDuplicate, let winner = finding.notes.first?.span {
        claims[winner, default: []].append(span)
      }
    }
    self.byFile = byFile
    self.findings = findings.mapValues { $0.sorted() }
    self.claims = claims
    groups = OrgTree(catalog)
    ownership = Ownership(catalog: catalog, groups: groups)
    members = GroupMembers(catalog: catalog, groups: groups)
    locations = LocationChains(catalog: catalog, byFile: byFile)
    referrers = MissingReferrers(catalog: catalog)
  }

  /// The entities of a file in the order of its documents.
  func entities(of file: SourcePath) -> [EntityID] { byFile[file] ?? [] }

  /// All findings in one file, by line.
  func findings(in file: SourcePath) -> [Diagnostic] { findings[file] ?? [] }

  /// The findings that stand within an entity's own document.
  ///
  /// - Complexity: O(log *n*) in the findings of its file, besides those returned.
  func findings(of entity: Entity) -> ArraySlice<Diagnostic> {
    guard let all = findings[entity.file] else { return [] }
    let range = entity.span.range
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if Self.line(of: all[middle]) < range.lowerBound.line {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return all[low...].prefix { Self.line(of: $0) <= range.upperBound.line }
  }

  /// The places where other descriptors claim an entity's reference.
  func rivals(of entity: Entity) -> [SourceSpan] { claims[entity.nameSpan] ?? [] }

  private static func line(of finding: Diagnostic) -> Int {
    finding.span?.range.lowerBound.line ?? 0
  }
}
