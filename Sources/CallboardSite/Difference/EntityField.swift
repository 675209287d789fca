import CallboardJSON

/// One value that an author wrote into a descriptor, with the way to it.
struct EntityField: Hashable, Sendable {
  /// `spec.profile.email`, `metadata.annotations["backstage.io/techdocs-ref"]`.
  var path: String
  /// Anything but an object with members; a list is one value.
  var value: JSONValue
}

extension EntityField {
  /// Everything that an entity says, sorted by path.
  ///
  /// Its kind, namespace and name are left out, and so are its relations, which repeat what fields
  /// say, and the annotations that the crawl adds.
  static func all(of entity: JSONValue) -> [EntityField] {
    var fields: [EntityField] = []
    for member in entity.object?.members ?? [] {
      switch member.name {
      case "kind", "relations": break
      case "metadata":
        for member in member.value.object?.members ?? [] {
          guard !["name", "namespace"].contains(member.name) else { continue }
          add(member.value, path: "metadata" + step(member.name), to: &fields)
        }
      default: add(member.value, path: member.name, to: &fields)
      }
    }
    fields.removeAll { crawled.contains($0.path) }
    return fields.sorted { $0.path < $1.path }
  }

  /// What the crawl adds says where the portal was built, not what the entity is.
  private static let crawled: Set<String> = Set(
    [
      "managed-by-location", "managed-by-origin-location", "view-url", "edit-url",
      "source-location",
    ].map { "metadata.annotations[\"backstage.io/\($0)\"]" }
  )

  /// Recursion is bounded by the depth limit of the JSON reader.
  private static func add(_ value: JSONValue, path: String, to fields: inout [EntityField]) {
    guard let members = value.object?.members, !members.isEmpty else {
      // A portal always writes the annotations, also when there are none.
      if path != "metadata.annotations" { fields.append(EntityField(path: path, value: value)) }
      return
    }
    for member in members { add(member.value, path: path + step(member.name), to: &fields) }
  }

  private static func step(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    return isPlain ? ".\(name)" : "[\"\(name)\"]"
  }

  /// The fields that differ, by path.
  static func changes(
    from before: [EntityField],
    to after: [EntityField]
  ) -> [CatalogDifference.FieldChange] {
    var changes: [CatalogDifference.FieldChange] = []
    var (left, right) = (before[...], after[...])
    while let path = [left.first?.path, right.first?.path].compactMap(\.self).min() {
      let old = left.first?.path == path ? left.popFirst()?.value : nil
      let new = right.first?.path == path ? right.popFirst()?.value : nil
      if old != new { changes.append(.init(path: path, before: old, after: new)) }
    }
    return changes
  }
}
