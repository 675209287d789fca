import CallboardCatalog

/// The addresses of pages by what they show, in Backstage's form so that links survive a migration.
///
/// `-` is no legal namespace, so it marks what belongs to no entity: `/catalog/-/…`.
enum Routes {
  static let catalog = Route(["catalog"])
  static let docsHome = Route(["docs"])
  static let search = Route(["search"])
  static let titles = Route(["search", "titles"])
  static let problems = Route(["problems"])
  static let about = Route(["about"])
  static let settings = Route(["settings"])
  static let components = Route(["_components"])
  static let graph = Route(["catalog", "-", "graph"])
  static let announcements = Route(["announcements"])
  static let decisions = Route(["decisions"])
  static let radars = Route(["radar"])
  static let scorecards = Route(["scorecards"])
  static let changes = Route(["catalog", "-", "changes"])

  static func kindIndex(_ kind: String?) -> Route {
    kind.map { Route(["catalog", "-", "kind", $0]) } ?? catalog
  }

  static func entity(_ ref: EntityRef) -> Route {
    Route(["catalog", ref.namespace, ref.kind, ref.name])
  }

  /// The org chart, of all groups or of those below one.
  static func org(below ref: EntityRef?) -> Route {
    Route(["catalog", "-", "org", ref?.namespace ?? "", ref?.name ?? ""])
  }

  /// `-` is no namespace, so the list takes no group's place.
  static let ungroupedUsers = Route(["catalog", "-", "org", "-", "users"])

  static func radar(_ name: String) -> Route { radars.appending(name) }

  static func scorecard(_ name: String) -> Route { scorecards.appending(name) }

  /// The graph explorer at one entity: a route with a query, as a link takes it.
  static func explorer(around ref: EntityRef) -> String {
    graph.urlPath + "?root=" + Route.percentEncoded(ref.description)
  }

  /// The list of a facet's values.
  static func facet(_ facet: Facet) -> Route {
    Route(["catalog", "-", facet.rawValue])
  }

  /// The entities with one value of a facet, which must be one that some entity has.
  static func facet(_ facet: Facet, _ value: FacetValue) -> Route {
    Route(["catalog", "-", facet.rawValue] + value.routeComponents(of: facet))
  }

  /// The entities of one owner, system or domain.
  static func facet(_ facet: Facet, _ ref: EntityRef) -> Route {
    Self.facet(facet, .entity(ref))
  }

  /// The entities with one tag, type, lifecycle or namespace, in the author's own case.
  static func facet(_ facet: Facet, _ text: String) -> Route {
    Self.facet(facet, FacetValue(text: text))
  }

  /// Who has how many findings.
  static let problemOwners = Route(["problems", "-", "owner"])

  /// The findings of one owner; those that nobody owns when `owner` is nil.
  static func problems(ownedBy owner: EntityRef?) -> Route {
    Route(
      [problemOwners.path]
        + (owner.map { FacetValue.entity($0).routeComponents(of: .owner) } ?? ["-"])
    )
  }

  /// The entities of one kind that a relation leads to.
  ///
  /// - Parameter relation: Its name in any case; names differ by more than case.
  static func relationList(_ ref: EntityRef, relation: String, kind: String) -> Route {
    Route([entity(ref).path, "-", relation.lowercased(), kind])
  }

  static func source(_ ref: EntityRef) -> Route {
    Route([entity(ref).path, "-", "source"])
  }

  /// The pages of a missing entity: the first in its place, the others below it.
  static func missing(_ ref: EntityRef, number: Int) -> Route {
    number <= 1 ? entity(ref) : Route([entity(ref).path, "-", "references", "\(number)"])
  }

  /// Page `number` of a list, counted from 1; the first page has the list's own route.
  ///
  /// Where names stand below the list's route, `-` keeps the numbers apart from them.
  static func page(_ number: Int, of list: Route) -> Route {
    guard number > 1 else { return list }
    return list.appending(listsAboveNames.contains(list) ? "-" : "").appending("\(number)")
  }

  private static let listsAboveNames = Set(
    [catalog, docsHome, announcements, org(below: nil)] + Facet.allCases.map { facet($0) }
  )
}
