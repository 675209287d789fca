import CallboardDocs

extension SitePlan {
  /// The further names that a version's pages stand at: its aliases, and, for the default version, its own name.
  static func furtherNames(of tree: DocsTree) -> [String] {
    guard let version = tree.version else { return [] }
    return (version.isDefault ? [version.name] : []) + version.aliases
  }
}
