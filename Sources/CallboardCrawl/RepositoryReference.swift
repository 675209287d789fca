/// What a repository was read at, as the URLs of forges need it.
package struct RepositoryReference: Hashable, Sendable {
  /// Forges have different addresses for each.
  package enum Kind: String, Hashable, Sendable {
    case branch
    case tag
    case commit
  }

  package let kind: Kind
  /// `main`, `v1.2`, or a full commit id.
  package let name: String

  package init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}
