/// Where a descriptor can be seen by people, as far as the crawl knows it.
package struct DescriptorOrigin: Hashable, Sendable {
  /// The file's URL at its forge; also what `managed-by-location` names.
  package var viewURL: String?
  /// The forge's form for editing the file; nil for a pinned revision.
  package var editURL: String?
  /// The URL of the descriptor's folder, with a trailing slash.
  package var sourceURL: String?

  package init(viewURL: String? = nil, editURL: String? = nil, sourceURL: String? = nil) {
    self.viewURL = viewURL
    self.editURL = editURL
    self.sourceURL = sourceURL
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

extension Entity {
  /// Adds the annotations that Backstage's crawl adds.
  ///
  /// The two `managed-by` ones always say where the entity was read; the others are the author's
  /// if they gave one.
  mutating func addAnnotations(of origin: DescriptorOrigin) {
    if let viewURL = origin.viewURL {
      setAnnotation(WellKnownAnnotation.managedByLocation, to: "url:\(viewURL)")
      setAnnotation(WellKnownAnnotation.managedByOriginLocation, to: "url:\(viewURL)")
      addAnnotation(WellKnownAnnotation.viewURL, viewURL)
    }
    if let editURL = origin.editURL { addAnnotation(WellKnownAnnotation.editURL, editURL) }
    if let sourceURL = origin.sourceURL {
      addAnnotation(WellKnownAnnotation.sourceLocation, "url:\(sourceURL)")
    }
  }

  private mutating func setAnnotation(_ key: String, to value: String) {
    annotations.removeAll { $0.key == key }
    annotations.append(Attribute(key: key, value: value))
  }

  private mutating func addAnnotation(_ key: String, _ value: String) {
    if annotation(key) == nil { annotations.append(Attribute(key: key, value: value)) }
  }
}
