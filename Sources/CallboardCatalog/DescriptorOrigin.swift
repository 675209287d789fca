/// Where a descriptor can be seen by people, as far as the crawl knows it.
package struct DescriptorOrigin: Hashable, Sendable {
  /// The file's URL at its forge; also what `managed-by-location` names.
  package var viewURL: String?
  /// The forge's form for editing the file; nil for a pinned revision.
  package var editURL: String?
  /// The URL of the descriptor's folder, with a trailing slash.
  package var sourceURL: String?
  /// The URL of the file whose Locations led here; nil for a descriptor that the crawl found itself.
  package var rootURL: String?
  /// The repository as the tools of its forge name it; nil for other forges.
  package var project: ProjectSlug?

  package init(
    viewURL: String? = nil,
    editURL: String? = nil,
    sourceURL: String? = nil,
    rootURL: String? = nil,
    project: ProjectSlug? = nil
  ) {
    self.viewURL = viewURL
    self.editURL = editURL
    self.sourceURL = sourceURL
    self.rootURL = rootURL
    self.project = project
  }

  /// An annotation by which plugins find a repository: `github.com/project-slug: acme/shop`.
  package struct ProjectSlug: Hashable, Sendable {
    package var annotation: String
    package var value: String

    package init(annotation: String, value: String) {
      self.annotation = annotation
      self.value = value
    }
  }
}

/// The annotations whose meaning Callboard knows.
package enum WellKnownAnnotation {
  package static let viewURL = "backstage.io/view-url"
  package static let editURL = "backstage.io/edit-url"
  package static let sourceLocation = "backstage.io/source-location"
  package static let managedByLocation = "backstage.io/managed-by-location"
  package static let managedByOriginLocation = "backstage.io/managed-by-origin-location"
  package static let techdocsRef = "backstage.io/techdocs-ref"
  package static let techdocsEntity = "backstage.io/techdocs-entity"
  package static let techdocsEntityPath = "backstage.io/techdocs-entity-path"
  package static let sourceTemplate = "backstage.io/source-template"
  package static let orphan = "backstage.io/orphan"
}

extension EntityParts {
  /// Adds the annotations that Backstage's crawl adds.
  ///
  /// The two `managed-by` ones always say where the entity was read; the others are the author's
  /// if they gave one.
  mutating func addAnnotations(of origin: DescriptorOrigin) {
    if let viewURL = origin.viewURL {
      setAnnotation(WellKnownAnnotation.managedByLocation, to: "url:\(viewURL)")
      let rootURL = origin.rootURL ?? viewURL
      setAnnotation(WellKnownAnnotation.managedByOriginLocation, to: "url:\(rootURL)")
      addAnnotation(WellKnownAnnotation.viewURL, viewURL)
    }
    if let editURL = origin.editURL { addAnnotation(WellKnownAnnotation.editURL, editURL) }
    if let sourceURL = origin.sourceURL {
      addAnnotation(WellKnownAnnotation.sourceLocation, "url:\(sourceURL)")
    }
    // As in Backstage, only components stand for the code of their repository.
    if let project = origin.project, kind == "Component" {
      addAnnotation(project.annotation, project.value)
    }
  }

  private mutating func setAnnotation(_ key: String, to value: String) {
    annotations.removeAll { $0.key == key }
    annotations.append(Entity.Attribute(key: key, value: value))
  }

  private mutating func addAnnotation(_ key: String, _ value: String) {
    if !annotations.contains(where: { $0.key == key }) {
      annotations.append(Entity.Attribute(key: key, value: value))
    }
  }
}
