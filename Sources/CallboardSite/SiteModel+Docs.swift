import CallboardCatalog
import CallboardDocs

extension SiteModel {
  /// What docs are called: by their configuration, else as their entity.
  ///
  /// - Parameter index: Of ``docs``.
  package func docsTitle(_ index: Int) -> String {
    let tree = docs[index].tree
    return tree.title ?? catalog[tree.entity]?.displayName ?? tree.entity.name
  }

  /// What docs are about in a sentence, by their configuration or as their entity.
  ///
  /// - Parameter index: Of ``docs``.
  package func docsSummary(_ index: Int) -> String? {
    let tree = docs[index].tree
    return tree.summary ?? catalog[tree.entity]?.description
  }
}
