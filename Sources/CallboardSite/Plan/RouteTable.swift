package import CallboardCatalog
package import CallboardDiagnostics

/// Finds the address of an entity's page or of the page that a source file became.
package struct RouteTable: Sendable {
  /// Where a source file's page stands, and which page of which docs it is.
  package struct DocsPlace: Sendable {
    package var site: Int
    package var page: Int
    package var route: Route
  }

  private var entities: [EntityRef: Route] = [:]
  private var documents: [SourcePath: [DocsPlace]] = [:]
  /// What stands at an address of docs, by the route in lower case.
  private var owners: [String: Owner] = [:]

  private struct Owner {
    var source: SourcePath
    var place: DocsPlace
  }

  /// Where an entity's page stands; nil for entities that the site does not have.
  package func route(of ref: EntityRef) -> Route? {
    entities[ref]
  }

  /// The pages that a file became, one for each docs that show it, in the order of the docs.
  package func places(of source: SourcePath) -> [DocsPlace] {
    documents[source] ?? []
  }

  mutating func add(_ ref: EntityRef, at route: Route) {
    entities[ref] = route
  }

  /// The page of docs at an address, which is compared without regard to case.
  package func place(at route: Route) -> DocsPlace? {
    owners[PortableName.folded(route.path)]?.place
  }

  /// Takes an address for a file's page.
  ///
  /// - Returns: Who took it before; nil when it was free.
  mutating func claim(_ source: SourcePath, of site: Int, page: Int, at route: Route) -> SourcePath?
  {
    let key = PortableName.folded(route.path)
    if let earlier = owners[key] { return earlier.source }
    let place = DocsPlace(site: site, page: page, route: route)
    owners[key] = Owner(source: source, place: place)
    documents[source, default: []].append(place)
    return nil
  }
}
