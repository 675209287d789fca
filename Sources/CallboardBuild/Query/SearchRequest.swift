/// What a person looks for in a built portal.
package struct SearchRequest: Sendable {
  /// How results are listed.
  package enum Format: String, Sendable {
    /// An array of results.
    case json
    /// Columns for people.
    case table
  }

  /// In the query language of the search page.
  package var text: String
  /// The portal's folder or web address; nil for the output folder of site.yaml.
  package var portal: String?
  /// For one file of a portal on a web server.
  package var timeoutSeconds = 30
  /// The path of `site.yaml`, relative to the current folder; nil for the one here.
  package var configuration: String?
  /// How many results are listed at most.
  package var limit = 10
  /// How many are left out at the start.
  package var offset = 0
  package var format = Format.table

  package init(text: String) {
    self.text = text
  }
}
