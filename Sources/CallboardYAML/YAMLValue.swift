/// A value of the YAML 1.2 core schema.
///
/// Differs from YAML 1.1 where authors notice it: `no`, `on` and `2024-01-01` are strings, and `<<`
/// is an ordinary key.
package enum YAMLValue: Sendable {
  case null
  case bool(Bool)
  /// At most 2^53 - 1 in magnitude; greater whole numbers are `.float`, as in JavaScript.
  case int(Int)
  case float(Double)
  case string(String)
  case sequence([YAMLNode])
  case mapping(YAMLMapping)
  /// A value under a tag that is not of the core schema, such as `!ENV`; only with
  /// ``YAMLOptions/ForeignTags/opaque``. The tag is never acted upon; scalars below it are strings.
  indirect case tagged(tag: String, YAMLNode)

  /// What the value is, for messages: `a string`, `a list`, `null`.
  package var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .int, .float: "a number"
    case .string: "a string"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .tagged: "a tagged value"
    }
  }
}

extension YAMLValue {
  /// The value as JavaScript's YAML reader writes it when it stands as a mapping's key.
  ///
  /// Strings stay as they are, null is empty, `{a: 1}` is `{ a: 1 }`. Used for keys, and in
  /// messages for values that are no strings.
  ///
  /// - Returns: nil if the text would be longer than `limit` UTF-8 bytes, so that aliases cannot
  ///   make it grow without bound.
  package func flowText(limit: Int) -> String? {
    var text = ""
    return appendFlow(to: &text, limit: limit) ? text : nil
  }

  /// Recursion is bounded by the depth limit of the reader.
  private func appendFlow(to text: inout String, limit: Int) -> Bool {
    switch self {
    case .null: break
    case .bool(let flag): text += flag ? "true" : "false"
    case .int(let number): text += String(number)
    case .float(let number): text += YAMLNumber.text(of: number)
    case .string(let string): text += string
    case .tagged(_, let node): return node.value.appendFlow(to: &text, limit: limit)
    case .sequence(let nodes):
      text += "[ "
      for (offset, node) in nodes.enumerated() {
        if offset > 0 { text += ", " }
        guard node.value.appendFlow(to: &text, limit: limit) else { return false }
      }
      text += " ]"
    case .mapping(let mapping):
      text += "{ "
      for (offset, entry) in mapping.entries.enumerated() {
        if offset > 0 { text += ", " }
        text += entry.key
        if entry.value.isNull { continue }
        text += ": "
        guard entry.value.value.appendFlow(to: &text, limit: limit) else { return false }
      }
      text += " }"
    }
    return text.utf8.count <= limit
  }
}
