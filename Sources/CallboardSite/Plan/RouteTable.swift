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
  /// Of the last page that a file became, by the file.
  private var lastOfSource = NumberTable()
  /// Of what stands at an address of docs, by the route in lower case.
  private var atRoute = NumberTable()

  private struct Owner {
    var source: SourcePath
    var place: DocsPlace
    /// Of the page that the same file became before; nil for the first.
    var before: UInt32?

    var foldedRoute: String { PortableName.folded(place.route.path) }
  }

  /// Where an entity's page stands; nil for entities that the site does not have.
  package func route(of ref: EntityRef) -> Route? {
    entities[ref]
  }

  /// The pages that a file became, one for each docs that show it, in the order of the docs.
  package func places(of source: SourcePath) -> [DocsPlace] {
    var places: [DocsPlace] = []
    var next = last(of: source)
    while let number = next {
      let owner = owners[number]
      places.append(owner.place)
      next = owner.before.map { Int($0) }
    }
    places.reverse()
    return places
  }

  mutating func add(_ ref: EntityRef, at route: Route) {
    entities[ref] = route
  }

  /// The page of docs at an address, which is compared without regard to case.
  package func place(at route: Route) -> DocsPlace? {
    number(at: PortableName.folded(route.path)).map { owners[$0].place }
  }

  private func last(of source: SourcePath) -> Int? {
    lastOfSource.number(hash: source.hashValue) { owners[$0].source == source }
  }

  private func number(at folded: String) -> Int? {
    atRoute.number(hash: folded.hashValue) { owners[$0].foldedRoute == folded }
  }

  /// Takes an address for a file's page.
  ///
  /// - Returns: Who took it before; nil when it was free.
  mutating func claim(_ source: SourcePath, of site: Int, page: Int, at route: Route) -> SourcePath?
  {
    let folded = PortableName.folded(route.path)
    if let earlier = number(at: folded) { return owners[earlier].source }
    let number = owners.count
    let place = DocsPlace(site: site, page: page, route: route)
    let before = last(of: source).map { UInt32(truncatingIfNeeded: $0) }
    owners.append(Owner(source: source, place: place, before: before))
    let all = owners
    lastOfSource.set(number, hash: source.hashValue) {
      all[$0].source == source
    } hashOf: {
      all[$0].source.hashValue
    }
    // Nothing stands there yet.
    atRoute.set(number, hash: folded.hashValue) { _ in
      false
    } hashOf: {
      all[$0].foldedRoute.hashValue
    }
    return nil
  }
}
