package import CallboardCatalog

/// What a person asks of a catalog.
package struct QueryRequest: Sendable {
  /// Where the catalog is.
  package enum Place: Sendable {
    /// The repositories of a site.yaml, which are read now.
    case site(BuildRequest)
    /// A portal that was built before: its folder or its web address.
    case portal(String, timeoutSeconds: Int)
  }

  package var place: Place
  /// Each is a condition as JSON or in the short form; an entity must meet one of them.
  package var filters: [String] = []
  /// The path of a file with a condition that every entity must meet as well; `-` is standard input.
  package var predicateFile: String?
  package var fields: [FieldPath] = []
  /// The first counts most. Without any, entities ascend by reference.
  package var order: [EntityOrder] = []
  /// How many entities are left out at the start.
  package var offset = 0
  /// How many are listed; nil for all.
  package var limit: Int?
  package var format = QueryFormat.table
  /// Whether a spreadsheet shall not take a text of a CSV file for a formula.
  package var isGuardingFormulas = false

  package init(place: Place) {
    self.place = place
  }
}

/// How a query's answer is written.
package enum QueryFormat: String, CaseIterable, Sendable {
  /// An array of entities in Backstage's shape.
  case json
  /// RFC 4180, with a header.
  case csv
  /// Columns for people.
  case table
  /// One reference a line.
  case refs
}
