package import CallboardJSON

/// A field that entities are sorted by.
package struct EntityOrder: Hashable, Sendable {
  package var path: FieldPath
  package var isDescending: Bool

  package init(path: FieldPath, isDescending: Bool) {
    self.path = path
    self.isDescending = isDescending
  }

  /// Reads `field`, `field:asc` or `field:desc`; nil for anything else.
  package init?(_ text: String) {
    // A name may have a colon of its own, so only the last one can be the direction's.
    let colon = text.lastIndex(of: ":")
    let direction = colon.map { text[text.index(after: $0)...].lowercased() }
    switch direction {
    case "asc", "desc":
      self.init(
        path: FieldPath(String(text[..<(colon ?? text.endIndex)])),
        isDescending: direction == "desc"
      )
    case nil: self.init(path: FieldPath(text), isDescending: false)
    default: return nil
    }
    if path.text.isEmpty { return nil }
  }

  /// What an entity is sorted by; of several values the first counts.
  package func key(of entity: JSONValue) -> Key {
    var key = Key.none
    _ = path.visit(entity) { value in
      switch value {
      case .integer(let number): key = .number(Double(number))
      case .number(let number): key = .number(number)
      default:
        let leaf = value.array?.first ?? value
        key = QueryScalar.text(of: leaf).map { .text($0.lowercased()) } ?? .none
      }
      return key != .none
    }
    return key
  }

  /// Whether an entity comes before another: numbers before texts, and those without a value last,
  /// whatever the direction. nil when both are equal.
  package func isBefore(_ lhs: Key, _ rhs: Key) -> Bool? {
    switch (lhs, rhs) {
    case (.none, .none): nil
    case (.none, _): false
    case (_, .none): true
    case (.number(let lhs), .number(let rhs)): lhs == rhs ? nil : (lhs < rhs) != isDescending
    case (.text(let lhs), .text(let rhs)): lhs == rhs ? nil : (lhs < rhs) != isDescending
    case (.number, .text): !isDescending
    case (.text, .number): isDescending
    }
  }

  /// A value that sorts.
  package enum Key: Hashable, Sendable {
    case none
    case number(Double)
    /// In lower case.
    case text(String)
  }
}
