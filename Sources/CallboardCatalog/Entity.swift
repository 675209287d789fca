package import CallboardDiagnostics
package import CallboardYAML

/// One valid entity of the catalog, with what its author wrote and where.
///
/// A class, because pages look at entities often and a copy of this many members is not free.
package final class Entity: Sendable {
  /// A label or an annotation.
  package struct Attribute: Hashable, Sendable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// One of `metadata.links`.
  package struct Link: Hashable, Sendable {
    /// Absolute, of any scheme; not yet fit for a page.
    package var url: String
    package var title: String?
    /// The key of an icon, such as `dashboard`.
    package var icon: String?
    package var type: String?

    package init(url: String, title: String? = nil, icon: String? = nil, type: String? = nil) {
      self.url = url
      self.title = title
      self.icon = icon
      self.type = type
    }
  }

  package let ref: EntityRef
  package let apiVersion: String
  /// Kind, namespace and name in the author's own case; `default` if they gave no namespace.
  package let kind: String
  package let namespace: String
  package let name: String

  package let title: String?
  /// Markdown.
  package let description: String?
  /// In the author's order.
  package let labels: [Attribute]
  /// In the author's order, then those that the crawl adds.
  package let annotations: [Attribute]
  package let tags: [String]
  package let links: [Link]

  package let spec: YAMLMapping
  /// The whole document with its placeholders filled in, without the annotations that were added.
  package let document: YAMLNode

  package let file: SourcePath
  /// From 0, among the documents of the file that are not empty.
  package let documentIndex: Int
  /// The whole document's place.
  package let span: SourceSpan
  /// The place of `metadata.name`.
  package let nameSpan: SourceSpan

  /// In the order of the kind's fields.
  package let relations: [RelationDeclaration]
  /// Placeholders that could not be filled in; a stand-in is in their place.
  package let unreadPlaceholders: [UnreadPlaceholder]

  init(_ parts: EntityParts) {
    ref = parts.ref
    apiVersion = parts.apiVersion
    kind = parts.kind
    namespace = parts.namespace
    name = parts.name
    title = parts.title
    description = parts.description
    labels = parts.labels
    annotations = parts.annotations
    tags = parts.tags
    links = parts.links
    spec = parts.spec
    document = parts.document
    file = parts.file
    documentIndex = parts.documentIndex
    span = parts.span
    nameSpan = parts.nameSpan
    relations = parts.relations
    unreadPlaceholders = parts.unreadPlaceholders
  }
}

extension Entity {
  /// The value of an annotation, or nil if there is none of that key.
  ///
  /// - Complexity: O(*n*) in the number of annotations.
  package func annotation(_ key: String) -> String? {
    annotations.first { $0.key == key }?.value
  }

  /// The value of a label, or nil if there is none of that key.
  package func label(_ key: String) -> String? {
    labels.first { $0.key == key }?.value
  }

  /// A string of the spec, or nil if the field is absent or something else.
  package func specText(_ field: String) -> String? { spec[field]?.string }

  /// The strings of a list in the spec; empty if the field is absent.
  package func specTexts(_ field: String) -> [String] {
    spec[field]?.sequence?.compactMap(\.string) ?? []
  }

  /// `spec.type`; nil for kinds that need none, such as User.
  package var type: String? { specText("type") }

  package var lifecycle: String? { specText("lifecycle") }

  /// The name for people: title, else a user's or group's display name, else name.
  package var displayName: String {
    title ?? spec["profile"]?["displayName"]?.string ?? name
  }

  /// Whether the entity is of a kind, without regard to case.
  package func isKind(_ kind: String) -> Bool { ref.kind == kind.lowercased() }
}
