/// How much one repository may add to the portal. What is beyond is left out, so that a repository of few bytes that
/// names them often cannot fill the disk and the memory of everyone's build.
package struct RepositoryLimits: Hashable, Sendable {
  package var entities = 100_000
  /// What the entities of a repository may take in memory, the files that placeholders name included; see
  /// ``CatalogWeight``.
  package var catalogBytes = 256 << 20
  /// Pages of docs and redirects to them. Entities that share a folder of docs have pages of their own each.
  package var pages = 50_000
  /// Of the Markdown of all pages, with the files that they include.
  package var markdownBytes = 256 << 20
  /// Of the files beside pages, each counted as often as it is published.
  package var assetBytes = 500 << 20

  package init() {}
}
