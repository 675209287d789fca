import CallboardJSON
import CallboardYAML

/// Writes YAML values as JSON, keys in the author's order.
///
/// Recursion is bounded by the depth limit of the YAML reader.
enum YAMLJSON {
  static func write(_ value: YAMLValue, to writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .bool(let flag): writer.bool(flag)
    case .int(let number): writer.integer(number)
    case .float(let number): writer.number(number)
    case .string(let text): writer.string(text)
    case .tagged(_, let node): write(node.value, to: &writer)
    case .sequence(let nodes):
      writer.array { array in
        for node in nodes { write(node.value, to: &array) }
      }
    case .mapping(let mapping):
      writer.object { object in
        for entry in mapping.entries {
          object.key(entry.key)
          write(entry.value.value, to: &object)
        }
      }
    }
  }
}
