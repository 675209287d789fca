package import CallboardJSON

/// The place of a property in an entity's JSON: names with dots between them, without regard to case.
///
///     metadata.annotations.backstage.io/techdocs-ref     a name may have dots of its own
///     metadata.links.title                               the title of each link
///     metadata.tags.java                                 true when the list has this text
///     relations.ownedBy                                  the targets of these relations
///     ref                                                the entity's reference
///
/// As in the search table of Backstage's catalog, a path has all values that any reading of its dots
/// leads to.
package struct FieldPath: Hashable, Sendable {
  /// As it was given.
  package let text: String
  private let path: FoldedText
  /// The relation's type, when the path is one of `relations.…`.
  private let relationType: FoldedText?

  private static let relationsPrefix = "relations."

  package init(_ text: String) {
    self.text = text
    path = FoldedText(text)
    let isRelation = FoldedText(Self.relationsPrefix).isPrefix(of: text)
    relationType =
      isRelation ? FoldedText(String(text.dropFirst(Self.relationsPrefix.count))) : nil
  }

  /// Hands over the values at the path, one after the other.
  ///
  /// - Parameter body: Returns true to end the search.
  /// - Returns: Whether `body` did.
  /// - Complexity: linear in the size of the entity; recursion is bounded by the depth of its JSON.
  package func visit(_ entity: JSONValue, _ body: (JSONValue) -> Bool) -> Bool {
    if let relationType {
      for relation in entity["relations"]?.array ?? [] {
        guard let type = relation["type"]?.string, relationType.equals(type),
          let target = relation["targetRef"]
        else { continue }
        if body(target) { return true }
      }
      return false
    }
    if visit(entity, from: 0, body) { return true }
    if path.equals("ref"), let ref = Self.ref(of: entity) { return body(.string(ref)) }
    return false
  }

  /// All values at the path.
  package func values(in entity: JSONValue) -> [JSONValue] {
    var values: [JSONValue] = []
    _ = visit(entity) { value in
      values.append(value)
      return false
    }
    return values
  }

  private func visit(
    _ value: JSONValue,
    from offset: Int,
    _ body: (JSONValue) -> Bool
  ) -> Bool {
    switch value {
    case .object(let object):
      for member in object.members {
        switch step(member.name, at: offset) {
        case .end: if body(member.value) { return true }
        case .on(let next): if visit(member.value, from: next, body) { return true }
        case .elsewhere: continue
        }
      }
    case .array(let elements):
      for element in elements {
        if let text = element.string {
          if case .end = step(text, at: offset), body(.bool(true)) { return true }
        } else if visit(element, from: offset, body) {
          return true
        }
      }
    default: break
    }
    return false
  }

  /// Where a name leads from an offset of the path.
  enum Step {
    /// The name is the rest of the path.
    case end
    /// The rest begins at an offset, behind a dot.
    case on(Int)
    case elsewhere
  }

  func step(_ name: String, at offset: Int) -> Step {
    guard let length = path.length(in: name, from: offset) else { return .elsewhere }
    let end = offset + length
    if end == path.bytes.count { return .end }
    return path.bytes[end] == UInt8(ascii: ".") ? .on(end + 1) : .elsewhere
  }

  /// Whether the path is one of `relations.…` with the type of a relation in its JSON.
  func isOfRelation(_ relation: JSONValue) -> Bool {
    guard let type = relation["type"]?.string else { return false }
    return relationType?.equals(type) ?? false
  }

  var isRelation: Bool { relationType != nil }

  private static func ref(of entity: JSONValue) -> String? {
    guard let kind = entity["kind"]?.string, let metadata = entity["metadata"],
      let name = metadata["name"]?.string
    else { return nil }
    let namespace = metadata["namespace"]?.string ?? "default"
    return EntityRef(kind: kind, namespace: namespace, name: name).description
  }
}
