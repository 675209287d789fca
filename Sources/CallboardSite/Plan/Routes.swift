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
  static let changes = Route(["catalog", "-", "changes"])

  static func kindIndex(_ kind: String?) -> Route {
    kind.map { Route(["catalog", "-", "kind", $0]) } ?? catalog
  }

  static func entity(_ ref: EntityRef) -> Route {
    Route(["catalog", ref.namespace, ref.kind, ref.name])
  }

  /// - Parameter relation: Its name in any case; names differ by more than case.
  static func relationList(_ ref: EntityRef, relation: String) -> Route {
    Route(["catalog", ref.namespace, ref.kind, ref.name, "-", relation.lowercased()])
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
    number <= 1
      ? list : list.appending(list == catalog || list == docsHome ? "-" : "").appending("\(number)")
  }
}
