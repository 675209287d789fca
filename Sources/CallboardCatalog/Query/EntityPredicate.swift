package import CallboardJSON

/// A condition on an entity, in the language of queries to Backstage's catalog.
///
///     {"kind": "component", "spec.type": {"$in": ["service", "website"]}}
///
/// ``PredicateReader`` makes one of JSON or YAML and ``ShortFilter`` of `kind=component,…`.
package indirect enum EntityPredicate: Hashable, Sendable {
  /// Holds when each does; so it always holds without any.
  case all([EntityPredicate])
  /// Holds when at least one does; so it never holds without any.
  case any([EntityPredicate])
  case not(EntityPredicate)
  case field(FieldPath, Condition)
  /// The value itself is compared, which is of use for the elements of a list.
  case value(QueryScalar)

  /// What is asked of the values at a path.
  package enum Condition: Hashable, Sendable {
    /// One value, or one element of a list, is one of these.
    case isOneOf([QueryScalar])
    /// There is a value, be it null; a list or an object without anything in it is none.
    case exists(Bool)
    /// The text of a value, or of an element of a list, begins so.
    case hasPrefix(QueryScalar)
    /// A list has an element for which this holds; paths in it start at the element.
    case contains(EntityPredicate)
  }

  /// Whether the condition holds for an entity in the shape of Backstage's REST API.
  ///
  /// - Complexity: linear in the size of the entity for each path of the condition.
  package func matches(_ entity: JSONValue) -> Bool {
    switch self {
    case .all(let conditions): conditions.allSatisfy { $0.matches(entity) }
    case .any(let conditions): conditions.contains { $0.matches(entity) }
    case .not(let condition): !condition.matches(entity)
    case .value(let scalar): scalar.matches(entity)
    case .field(let path, .exists(let wanted)):
      path.visit(entity, Self.isSomething) == wanted
    case .field(let path, .isOneOf(let scalars)):
      path.visit(entity) { value in
        Self.hasLeaf(value) { leaf in scalars.contains { $0.matches(leaf) } }
      }
    case .field(let path, .hasPrefix(let prefix)):
      path.visit(entity) { Self.hasLeaf($0, prefix.isPrefix) }
    case .field(let path, .contains(let condition)):
      path.visit(entity) { $0.array?.contains(where: condition.matches) ?? false }
    }
  }

  private static func isSomething(_ value: JSONValue) -> Bool {
    switch value {
    case .array(let elements): elements.contains(where: isSomething)
    case .object(let object): !object.members.isEmpty
    default: true
    }
  }

  /// Whether a test holds for a value, or for an element of a list, be it in lists within the list.
  private static func hasLeaf(_ value: JSONValue, _ test: (JSONValue) -> Bool) -> Bool {
    guard let elements = value.array else { return test(value) }
    return elements.contains { hasLeaf($0, test) }
  }
}

extension EntityPredicate {
  /// Kinds, in lower case, without which the condition holds for nothing; nil when it may hold for any.
  ///
  /// Lets a reader leave out the files of other kinds.
  package func kinds(among known: [String]) -> [String]? {
    switch self {
    case .field(let path, .isOneOf(let scalars)) where path.text.lowercased() == "kind":
      return known.filter { kind in scalars.contains { $0.matches(.string(kind)) } }
    case .all(let conditions):
      let limits = conditions.compactMap { $0.kinds(among: known) }
      guard let first = limits.first else { return nil }
      return limits.dropFirst().reduce(first) { kinds, limit in kinds.filter(limit.contains) }
    case .any(let conditions):
      let limits = conditions.map { $0.kinds(among: known) }
      let named = Set(limits.compactMap(\.self).joined())
      return limits.contains(nil) ? nil : known.filter(named.contains)
    case .field, .not, .value: return nil
    }
  }
}
