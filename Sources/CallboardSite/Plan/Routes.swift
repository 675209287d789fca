import CallboardCatalog

/// The addresses of pages by what they show, in Backstage's form so that links survive a migration.
///
/// `-` is no legal namespace, so it marks what belongs to no entity: `/catalog/-/…`.
enum Routes {
  static let catalog = Route(["catalog"])
  static let docsHome = Route(["docs"])
  static let search = Route(["search"])
  static let problems = Route(["problems"])
  static let about = Route(["about"])
  static let graph = Route(["catalog", "-", "graph"])

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

  /// The graph explorer at one entity: a route with a query, as a link takes it.
  static func explorer(around ref: EntityRef) -> String {
    graph.urlPath + "?root=" + Route.percentEncoded(ref.description)
  }

  static func relationList(_ ref: EntityRef, relation: RelationType) -> Route {
    Route(["catalog", ref.namespace, ref.kind, ref.name, "-", relation.name.lowercased()])
  }

  static func docs(_ ref: EntityRef, location: String = "") -> Route {
    Route(["docs", ref.namespace, ref.kind, ref.name, location])
  }

  /// Files beside the pages of docs; those of elsewhere in the repository stand under `-/files`.
  static func docsFile(_ ref: EntityRef, path: String, isInside: Bool) -> Route {
    Route(["docs", ref.namespace, ref.kind, ref.name, isInside ? path : "-/files/" + path])
  }

  /// Page `number` of a list, counted from 1; the first page has the list's own route.
  static func page(_ number: Int, of list: Route) -> Route {
    guard number > 1 else { return list }
    let isFollowedByNames = list == catalog || list == docsHome || list == org(below: nil)
    return list.appending(isFollowedByNames ? "-" : "").appending("\(number)")
  }
}
