import CallboardDiagnostics

/// Where `mkdocs.yml` says that pages are edited: `edit_uri_template`, or `edit_uri`, below `repo_url`.
package enum EditAddress: Hashable, Sendable {
  /// The author wants no such links: `edit_uri` is empty.
  case off
  /// An address in which ``url(of:)`` fills the path; begins with `http://` or `https://`.
  case template(String)

  /// nil when the file does not say, and the forge's own form serves. Of a template and an `edit_uri` the template
  /// counts (`mkdocs.structure.pages`).
  package init?(repositoryURL: String?, editURI: String?, template: String?) {
    if let template, !template.isEmpty {
      guard let address = Self.joined(repositoryURL, template) else { return nil }
      self = .template(address)
      return
    }
    guard let editURI else { return nil }
    if editURI.isEmpty {
      self = .off
      return
    }
    let isQuery = editURI.hasPrefix("?") || editURI.hasPrefix("#")
    let folder = editURI.hasSuffix("/") || isQuery ? editURI : editURI + "/"
    guard let address = Self.joined(repositoryURL, folder) else { return nil }
    // Braces of a plain address are no fields.
    self = .template(address.replacing("{", with: "%7B").replacing("}", with: "%7D") + "{path}")
  }

  /// The address for a page, by its path below the docs folder; nil when there is none.
  package func url(of path: String) -> String? {
    guard case .template(let template) = self else { return nil }
    let dot = RepositoryPath.name(of: path).lastIndex(of: ".")
    let withoutExtension =
      dot == nil ? path : String(path[..<(path.lastIndex(of: ".") ?? path.endIndex)])
    var url = template
    for (field, value) in [("path", path), ("path_noext", withoutExtension)] {
      url = url.replacing("{\(field)}", with: PercentCode.path(value))
        .replacing("{\(field)!q}", with: PercentCode.component(value))
    }
    return LinkDestination.publicURL(url)
  }

  /// nil for what is no address that may be shown: a password in `repo_url` must not be published.
  private static func joined(_ base: String?, _ place: String) -> String? {
    if isWebAddress(place) { return LinkDestination.publicURL(place) }
    guard let base, isWebAddress(base), !place.contains("://") else { return nil }
    let isQuery = place.hasPrefix("?") || place.hasPrefix("#")
    let address = (base.hasSuffix("/") || isQuery ? base : base + "/") + place.drop { $0 == "/" }
    return LinkDestination.publicURL(address)
  }

  private static func isWebAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }
}
