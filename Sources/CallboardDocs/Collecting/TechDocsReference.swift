/// Where an entity's documentation is, by its annotation `backstage.io/techdocs-ref`.
///
/// `dir:.` and `dir:./docs` name a folder beside the descriptor (Backstage's well-known annotations); a bare
/// path is read in the same way. `url:` names another place, which no crawled content may make us fetch.
package enum TechDocsReference: Hashable, Sendable {
  package static let annotation = "backstage.io/techdocs-ref"

  /// A folder relative to the descriptor's.
  case folder(String)
  case url(String)

  package init(_ value: String) {
    if value.hasPrefix("dir:") {
      self = .folder(String(value.dropFirst("dir:".count)))
    } else if value.hasPrefix("url:") {
      self = .url(String(value.dropFirst("url:".count)))
    } else {
      self = .folder(value)
    }
  }
}
