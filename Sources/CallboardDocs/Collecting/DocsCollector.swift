package import CallboardCatalog
package import CallboardCrawl
package import CallboardDiagnostics
import CallboardYAML

/// Finds an entity's documentation in its repository and lays out its pages.
package enum DocsCollector {
  /// A folder of a repository, empty for its root.
  package struct Place: Sendable {
    package var snapshot: RepositorySnapshot
    package var folder: String

    package init(snapshot: RepositorySnapshot, folder: String) {
      self.snapshot = snapshot
      self.folder = folder
    }
  }

  /// - Parameters:
  ///   - snapshot: The repository of the entity's descriptor.
  ///   - placeOfURL: The folder that an address of a forge shows; nil when no repository of this site has it.
  /// - Returns: nil when the entity has no documentation of its own, or none could be found, which is
  ///   a finding.
  package static func collect(
    _ entity: Entity,
    in snapshot: RepositorySnapshot,
    placeOfURL: (String) -> Place? = { _ in nil }
  ) -> Diagnosed<DocsTree?> {
    guard let reference = entity.annotation(TechDocsReference.annotation) else {
      return Diagnosed(nil)
    }
    let annotations = entity.document["metadata"]?["annotations"]
    let span =
      annotations?[TechDocsReference.annotation]?.span(in: entity.file) ?? entity.nameSpan
    switch TechDocsReference(reference) {
    case .url(let url):
      guard let place = placeOfURL(url) else {
        return Diagnosed(nil, diagnostics: [.docsURLNotFetched(url, at: span)])
      }
      return collect(entity, at: place, span)
    case .folder(let relative):
      let own = Place(snapshot: snapshot, folder: RepositoryPath.folder(of: entity.file.path))
      let written = annotations?[WellKnownAnnotation.sourceLocation]?.string
      // `dir:` begins where the author says that the sources are, else at the descriptor.
      let named = written.flatMap {
        $0.hasPrefix("url:") ? placeOfURL(String($0.dropFirst(4))) : nil
      }
      var place = named ?? own
      guard let folder = RepositoryPath.join(place.folder, relative) else {
        return Diagnosed(nil, diagnostics: [.docsOutsideRepository(reference, at: span)])
      }
      place.folder = folder
      return collect(entity, at: place, span)
    }
  }

  private static func collect(
    _ entity: Entity,
    at place: Place,
    _ span: SourceSpan
  ) -> Diagnosed<DocsTree?> {
    var collection = DocsCollection(
      entity: entity.ref,
      snapshot: place.snapshot,
      base: place.folder,
      span: span
    )
    let tree = collection.collect()
    return Diagnosed(tree, diagnostics: collection.diagnostics)
  }
}
