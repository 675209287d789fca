package import CallboardDiagnostics

/// One entry of `sources` in `site.yaml`; ``Crawler/expand(_:)`` makes locations of it.
package struct RepositorySource: Hashable, Sendable {
  /// What the operator wrote.
  package enum Place: Hashable, Sendable {
    /// A folder, or a pattern such as `repos/*` for several, relative to `base`.
    case folder(pattern: String, base: String)
    /// A repository to clone. `ref` is a branch, a tag or a full commit id, nil for the default
    /// branch; `tokenVariable` names the environment variable that holds the access token.
    case git(url: String, ref: String?, tokenVariable: String?)
  }

  package var place: Place
  /// The operator's name for the repository; nil to take it from the folder or the URL.
  package var name: String?
  /// Where descriptors are looked for. Not used here, handed on with each location.
  package var descriptors: [String]
  /// The operator's word for a self-hosted forge whose host does not tell what it is.
  package var forgeKind: Forge.Kind?
  /// The versions of its docs; nil for those of the whole site. For git only.
  package var versions: [VersionRule]?
  /// The entry's place in `site.yaml`, for messages.
  package var span: SourceSpan?

  package init(
    _ place: Place,
    name: String? = nil,
    descriptors: [String] = [],
    forgeKind: Forge.Kind? = nil,
    versions: [VersionRule]? = nil,
    span: SourceSpan? = nil
  ) {
    self.place = place
    self.name = name
    self.descriptors = descriptors
    self.forgeKind = forgeKind
    self.versions = versions
    self.span = span
  }
}

/// One repository to crawl, under the name that is unique in its site.
package struct RepositoryLocation: Hashable, Sendable {
  /// Where the repository is.
  package enum Place: Hashable, Sendable {
    /// An absolute path without links.
    case folder(String)
    case git(RemoteURL, ref: String?, tokenVariable: String?)
  }

  package var name: String
  package var place: Place
  package var descriptors: [String]
  package var forgeKind: Forge.Kind?
  /// nil for the rules of the whole site.
  package var versions: [VersionRule]?
  package var span: SourceSpan?
}
