import CallboardCatalog
import CallboardDiagnostics
import CallboardDocs
import CallboardYAML

/// The docs of another entity that an entity shows as its own, by the annotations
/// `backstage.io/techdocs-entity` and `backstage.io/techdocs-entity-path`.
struct NamedDocs {
  /// The entity whose docs they are.
  let ref: EntityRef
  /// Where to begin in them: the first page, unless a path names another one.
  let route: Route
  /// What is wrong with the path.
  let finding: Diagnostic?

  /// - Returns: nil for an entity that names no other, or one without docs in this site.
  init?(of entity: Entity, among docs: Set<EntityRef>, _ routes: RouteTable) {
    guard let ref = Self.ref(of: entity), docs.contains(ref) else { return nil }
    self.ref = ref
    guard let path = entity.annotation(WellKnownAnnotation.techdocsEntityPath), path != "/" else {
      (route, finding) = (Routes.docs(ref), nil)
      return
    }
    let relative = path.drop { $0 == "/" }.prefix { $0 != "#" && $0 != "?" }
    let location = DocsPage.location(ofAddress: String(relative))
    if let place = routes.place(at: Routes.docs(ref, location: location)) {
      (route, finding) = (place.route, nil)
    } else {
      let span =
        entity.document["metadata"]?["annotations"]?[WellKnownAnnotation.techdocsEntityPath]?
        .span(in: entity.file) ?? entity.nameSpan
      (route, finding) = (Routes.docs(ref), .docsPathMissing(path, in: ref, at: span))
    }
  }

  /// The entity that an annotation names; nil without one, or for text that is no reference.
  static func ref(of entity: Entity) -> EntityRef? {
    entity.annotation(WellKnownAnnotation.techdocsEntity).flatMap { text in
      try? EntityRef(text, in: .init(kind: "component", namespace: entity.ref.namespace))
    }
  }
}
