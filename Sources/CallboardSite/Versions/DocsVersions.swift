import CallboardCatalog
import CallboardDocs

/// Finds the versions of docs, and one page in all of them. Made once for the site.
struct DocsVersions: Sendable {
  /// The docs in their default versions, as lists show them: indexes into ``SiteModel/docs``.
  let listed: [Int]
  /// The default version of an entity's docs.
  let defaults: [EntityRef: Int]
  /// The versions of an entity's docs in the order of their positions, where there are several.
  private let siblings: [EntityRef: [Int]]
  /// Of the docs with versions, the pages by their location.
  private let pages: [Int: [String: Int]]

  init(_ docs: [DocsSite]) {
    var listed: [Int] = []
    var defaults: [EntityRef: Int] = [:]
    var siblings: [EntityRef: [Int]] = [:]
    var pages: [Int: [String: Int]] = [:]
    for (index, site) in docs.enumerated() {
      let entity = site.tree.entity
      if site.tree.version?.isDefault ?? true {
        listed.append(index)
        if defaults[entity] == nil { defaults[entity] = index }
      }
      guard site.tree.version != nil else { continue }
      siblings[entity, default: []].append(index)
      pages[index] = Dictionary(
        site.tree.pages.enumerated().map { ($1.location, $0) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    self.listed = listed
    self.defaults = defaults
    self.siblings = siblings.mapValues { indexes in
      indexes.sorted {
        (docs[$0].tree.version?.position ?? 0) < (docs[$1].tree.version?.position ?? 0)
      }
    }
    self.pages = pages
  }

  /// All versions of an entity's docs; none when there is but one.
  func versions(of entity: EntityRef) -> [Int] {
    siblings[entity] ?? []
  }

  /// Whether docs with versions have a page at a location. Where they begin there is always one.
  func hasPage(_ location: String, in site: Int) -> Bool {
    guard let pages = pages[site] else { return false }
    return location.isEmpty ? !pages.isEmpty : pages[location] != nil
  }
}
