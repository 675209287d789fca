package import CallboardJSON

/// The part of entities that a query asks for.
package struct FieldSelection: Sendable {
  /// In the order asked for.
  package let paths: [FieldPath]

  package init(_ paths: [FieldPath]) {
    self.paths = paths
  }

  /// An entity less what was not asked for, in its own order.
  ///
  ///     metadata.name, spec      {"metadata":{"name":"shop"},"spec":{…}}
  ///
  /// Of `relations.ownedBy` the relations of that type stay; `ref` adds a member, the first.
  package func part(of entity: JSONValue) -> JSONValue {
    let active = paths.filter { !$0.isRelation }.map { (path: $0, offset: 0) }
    var members = part(of: entity, active)?.object?.members ?? []
    if let ref = paths.first(where: { $0.text.lowercased() == "ref" })?.values(in: entity).first {
      members.insert(JSONObject.Member(name: "ref", value: ref), at: 0)
    }
    let wanted = paths.filter(\.isRelation)
    if !wanted.isEmpty, !members.contains(where: { $0.name == "relations" }) {
      let relations = (entity["relations"]?.array ?? []).filter { relation in
        wanted.contains { $0.isOfRelation(relation) }
      }
      members.append(JSONObject.Member(name: "relations", value: .array(relations)))
    }
    return .object(JSONObject(members))
  }

  /// - Parameter active: Paths that lead to the value, and where their rest begins.
  /// - Returns: nil when nothing below is asked for.
  private func part(of value: JSONValue, _ active: [(path: FieldPath, offset: Int)]) -> JSONValue? {
    switch value {
    case .object(let object):
      var members: [JSONObject.Member] = []
      for member in object.members {
        var next: [(path: FieldPath, offset: Int)] = []
        var isWhole = false
        for (path, offset) in active {
          switch path.step(member.name, at: offset) {
          case .end: isWhole = true
          case .on(let offset): next.append((path, offset))
          case .elsewhere: continue
          }
        }
        if isWhole {
          members.append(member)
        } else if !next.isEmpty, let part = part(of: member.value, next) {
          members.append(JSONObject.Member(name: member.name, value: part))
        }
      }
      return members.isEmpty ? nil : .object(JSONObject(members))
    case .array(let elements):
      let parts = elements.compactMap { part(of: $0, active) }
      return parts.isEmpty ? nil : .array(parts)
    default: return nil
    }
  }
}
