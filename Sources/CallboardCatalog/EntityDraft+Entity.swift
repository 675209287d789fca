import CallboardDiagnostics
import CallboardYAML

extension EntityDraft {
  /// What the entity is made of, without limits; nil only if the envelope was not checked.
  func parts() -> EntityParts? {
    guard let apiVersion = document["apiVersion"]?.string, let kind = document["kind"]?.string,
      let metadata = document["metadata"]?.mapping, let nameNode = metadata["name"],
      let name = nameNode.string
    else { return nil }
    let namespace = metadata["namespace"]?.string ?? "default"
    return EntityParts(
      ref: EntityRef(kind: kind, namespace: namespace, name: name),
      apiVersion: apiVersion,
      kind: kind,
      namespace: namespace,
      name: name,
      title: metadata["title"]?.string,
      description: metadata["description"]?.string,
      labels: Self.attributes(metadata["labels"]),
      annotations: Self.attributes(metadata["annotations"], unless: Self.isUnsafe),
      tags: metadata["tags"]?.sequence?.compactMap(\.string) ?? [],
      links: metadata["links"]?.sequence?.compactMap(Self.link) ?? [],
      spec: document["spec"]?.mapping ?? YAMLMapping([]),
      document: document,
      file: file,
      documentIndex: documentIndex,
      span: document.span(in: file),
      nameSpan: nameNode.span(in: file),
      // Without the room that the list has kept for more: all entities stay in memory.
      relations: relations.map(\.self),
      unreadPlaceholders: unreadPlaceholders
    )
  }

  private static func attributes(
    _ node: YAMLNode?,
    unless isLeftOut: (YAMLMapping.Entry) -> Bool = { _ in false }
  ) -> [Entity.Attribute] {
    node?.mapping?.entries.compactMap { entry in
      guard !isLeftOut(entry) else { return nil }
      return entry.value.string.map { Entity.Attribute(key: entry.key, value: $0) }
    } ?? []
  }

  private static func link(_ node: YAMLNode) -> Entity.Link? {
    guard let url = node["url"]?.string else { return nil }
    return Entity.Link(
      url: url,
      title: node["title"]?.string,
      icon: node["icon"]?.string,
      type: node["type"]?.string
    )
  }
}
