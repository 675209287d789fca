package import CallboardCatalog
package import CallboardJSON

/// One entity of a published portal.
package struct PublishedEntity: Sendable {
  package var ref: EntityRef
  /// In the shape of Backstage's REST API, with `relations`.
  package var json: JSONValue
  /// The name of the repository that it was read from.
  package var repository: String
  /// Of the descriptor, in its repository.
  package var path: String
  /// Where its document begins, from 1.
  package var line: Int
  /// Both those that it declares and those that others declare, sorted by type, then by target.
  package var relations: [PublishedRelation]

  /// The value of an annotation, also of those that the crawl added, such as
  /// `backstage.io/managed-by-location`.
  package func annotation(_ key: String) -> String? {
    json["metadata"]?["annotations"]?[key]?.string
  }
}

/// A relation as it leads from a ``PublishedEntity``.
package struct PublishedRelation: Hashable, Sendable {
  /// Backstage's name, such as `ownedBy`; a site may have some of its own.
  package var type: String
  package var target: EntityRef
  /// Whether no entity of the portal has the reference ``target``.
  package var isDangling: Bool
}

extension PublishedEntity {
  /// - Parameters:
  ///   - json: An element of `items`.
  ///   - note: The element of `notes` at the same place.
  /// - Returns: nil when a part is missing that every entity has.
  init?(_ json: JSONValue, note: JSONValue) {
    guard let kind = json["kind"]?.string, let metadata = json["metadata"],
      let namespace = metadata["namespace"]?.string, let name = metadata["name"]?.string,
      let repository = note["repository"]?.string, let path = note["path"]?.string
    else { return nil }
    self.json = json
    self.repository = repository
    self.path = path
    ref = EntityRef(kind: kind, namespace: namespace, name: name)
    line = note["line"]?.integer ?? 1
    let dangling = Set(note["dangling"]?.array?.compactMap(\.string) ?? [])
    relations = []
    for relation in json["relations"]?.array ?? [] {
      guard let type = relation["type"]?.string, let text = relation["targetRef"]?.string,
        let target = try? EntityRef(text, in: .init())
      else { return nil }
      relations.append(
        PublishedRelation(type: type, target: target, isDangling: dangling.contains(text))
      )
    }
  }
}
