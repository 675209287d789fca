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
  /// The pages of docs, in the order of their claims. What finds them is numbers: a large site has a hundred thousand.
  private var owners: [Owner] = []
  /// Of the last page that a file became.
  private var lastOfSource: [SourcePath: UInt32] = [:]
  /// Of what stands at an address of docs, by the route in lower case.
  private var atRoute: [String: UInt32] = [:]

  private struct Owner {
    var source: SourcePath
    var place: DocsPlace
    /// Of the page that the same file became before; nil for the first.
    var before: UInt32?
  }

  /// Where an entity's page stands; nil for entities that the site does not have.
  package func route(of ref: EntityRef) -> Route? {
    entities[ref]
  }

  /// The pages that a file became, one for each docs that show it, in the order of the docs.
  package func places(of source: SourcePath) -> [DocsPlace] {
    var places: [DocsPlace] = []
    var next = lastOfSource[source]
    while let number = next {
      let owner = owners[Int(number)]
      places.append(owner.place)
      next = owner.before
    }
    places.reverse()
    return places
  }

  mutating func add(_ ref: EntityRef, at route: Route) {
    entities[ref] = route
  }

  /// The page of docs at an address, which is compared without regard to case.
  package func place(at route: Route) -> DocsPlace? {
    atRoute[PortableName.folded(route.path)].map { owners[Int($0)].place }
  }

  /// Takes an address for a file's page.
  ///
  /// - Returns: Who took it before; nil when it was free.
  mutating func claim(_ source: SourcePath, of site: Int, page: Int, at route: Route) -> SourcePath?
  {
    let folded = PortableName.folded(route.path)
    if let earlier = atRoute[folded] { return owners[Int(earlier)].source }
    let number = UInt32(truncatingIfNeeded: owners.count)
    let place = DocsPlace(site: site, page: page, route: route)
    owners.append(Owner(source: source, place: place, before: lastOfSource[source]))
    lastOfSource[source] = number
    // Most are in lower case: one text less for each.
    atRoute[folded == route.path ? route.path : folded] = number
    return nil
  }
}
