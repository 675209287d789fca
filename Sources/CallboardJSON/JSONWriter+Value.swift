extension JSONWriter {
  /// A value as it was read, members in their order.
  ///
  /// Recursion is bounded by the depth limit of ``JSONReader``.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .integer(let number): integer(number)
    case .number(let value): number(value)
    case .string(let text): string(text)
    case .array(let elements):
      array { array in
        for element in elements { array.value(element) }
      }
    case .object(let object):
      self.object { writer in
        for member in object.members {
          writer.key(member.name)
          writer.value(member.value)
        }
      }
    }
  }
}
