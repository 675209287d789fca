package import CallboardCatalog

/// The paths of the JSON files, relative to ``root``. Nothing else spells them.
package enum APIPath {
  /// Below the site's root, with a slash at its end.
  package static let root = "api/v1/"

  /// What the portal holds and how many pages its lists have.
  package static let index = "index.json"
  /// The first findings; the rest stand in ``problems(page:)``.
  package static let problems = "problems.json"
  package static let relations = "relations.ndjson"
  package static let facets = "facets.json"
  package static let openAPI = "openapi.json"

  /// One entity.
  package static func entity(_ ref: EntityRef) -> String {
    "entities/by-name/\(ref.kind)/\(ref.namespace)/\(ref.name).json"
  }

  /// Some entities of a kind.
  package static func entities(kind: String, page: Int) -> String {
    "entities/by-kind/\(kind)/\(page).json"
  }

  /// The references of some of all entities.
  package static func refs(page: Int) -> String { "refs/\(page).json" }

  /// All values of a facet that has too many for ``facets``.
  package static func facet(_ name: String, page: Int) -> String { "facets/\(name)/\(page).json" }

  /// Findings; the first page is ``problems``.
  package static func problems(page: Int) -> String {
    page == 1 ? problems : "problems/\(page).json"
  }

  /// The pages that are made of widgets, one object a line.
  package static let pages = "pages.ndjson"

  /// The widgets of one page; those of the start page are `pages/index.json`.
  package static func page(_ route: Route) -> String {
    let name = route.path.split(separator: "/").joined(separator: "~")
    return "pages/\(name.isEmpty ? "index" : name).json"
  }

  /// The folder of the JSON Schemas.
  package static let schemas = "schemas/"

  /// An entity's file where Backstage's REST API has it, from the site's root.
  package static func backstageEntity(_ ref: EntityRef) -> String {
    "api/catalog/entities/by-name/\(ref.kind)/\(ref.namespace)/\(ref.name)"
  }
}
