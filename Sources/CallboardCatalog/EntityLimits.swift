import CallboardDiagnostics
import CallboardYAML

/// Bounds on what one entity may put on a page; what is beyond is left out with a warning.
///
/// Backstage has none of them. They keep one repository from making everyone's pages slow.
package struct EntityLimits: Sendable {
  package var relations = 5_000
  package var links = 100
  package var tags = 100
  package var labels = 200
  /// In characters; of a type and a lifecycle, too, as they stand in lists of other people's entities.
  package var titleLength = 200
  /// In characters.
  package var descriptionLength = 10_000
  /// In UTF-8 bytes; a longer link is left out.
  package var urlLength = 2_048
  /// In UTF-8 bytes of a full reference; a relation to a longer one is left out. No entity has one of 200.
  package var referenceLength = 255

  package init() {}
}

extension EntityLimits {
  /// Cuts an entity down to the limits and reports each cut at the key of its field.
  func apply(to entity: inout EntityParts) -> [Diagnostic] {
    var excess: [(field: String, text: String)] = []
    func note(_ field: String, _ text: String) { excess.append((field, text)) }

    Self.cut(&entity.links, to: links, "links", note)
    Self.cut(&entity.tags, to: tags, "tags", note)
    Self.cut(&entity.labels, to: labels, "labels", note)
    Self.cut(&entity.title, to: titleLength, "title", note)
    Self.cut(&entity.description, to: descriptionLength, "description", note)
    if entity.links.contains(where: { $0.url.utf8.count > urlLength }) {
      entity.links.removeAll { $0.url.utf8.count > urlLength }
      note("links", "has a URL of more than \(urlLength) bytes")
    }
    if entity.relations.contains(where: { isTooLong($0.target) }) {
      entity.relations.removeAll { isTooLong($0.target) }
      note("spec", "has a reference of more than \(referenceLength) bytes")
    }
    if entity.relations.count > relations {
      entity.relations.removeLast(entity.relations.count - relations)
      note("spec", "declares more than \(relations) relations")
    }
    if entity.spec.entries.contains(where: isTooLong) {
      entity.spec = YAMLMapping(
        entity.spec.entries.map { entry in
          guard isTooLong(entry), let text = entry.value.string else { return entry }
          var entry = entry
          entry.value.value = .string(text.prefix(titleLength) + "…")
          return entry
        }
      )
      note("spec", "has a type or lifecycle of more than \(titleLength) characters")
    }
    let root = entity.document.mapping
    return excess.map { field, text in
      let isSpec = field == "spec"
      let mapping = isSpec ? root : root?["metadata"]?.mapping
      let span = mapping?.entry(for: field)?.keySpan(in: entity.file) ?? entity.span
      return .overEntityLimit("'\(isSpec ? field : "metadata.\(field)")' \(text)", span: span)
    }
  }

  private func isTooLong(_ ref: EntityRef) -> Bool {
    ref.kind.utf8.count + ref.namespace.utf8.count + ref.name.utf8.count + 2 > referenceLength
  }

  private func isTooLong(_ entry: YAMLMapping.Entry) -> Bool {
    guard entry.key == "type" || entry.key == "lifecycle", let text = entry.value.string else {
      return false
    }
    return text.utf8.count > titleLength && text.count > titleLength
  }

  private static func cut<Element>(
    _ list: inout [Element],
    to limit: Int,
    _ field: String,
    _ note: (String, String) -> Void
  ) {
    guard list.count > limit else { return }
    list.removeLast(list.count - limit)
    note(field, "has more than \(limit) items")
  }

  private static func cut(
    _ text: inout String?,
    to limit: Int,
    _ field: String,
    _ note: (String, String) -> Void
  ) {
    // Bytes are never fewer than characters, and counting them costs nothing.
    guard let long = text, long.utf8.count > limit, long.count > limit else { return }
    text = long.prefix(limit) + "…"
    note(field, "has more than \(limit) characters")
  }
}
