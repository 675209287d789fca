import CallboardCatalog
import CallboardYAML

/// What entities take in memory, told from what they hold alone, so that a limit on it cuts at the same place on
/// every machine.
struct CatalogWeight {
  /// Of one value, without the text of a string.
  private static let valueBytes = 64

  private(set) var bytes = 0

  /// - Complexity: linear in the values of the entity's document, in which aliases are written out.
  init(of entity: Entity) {
    add(entity.document)
  }

  private mutating func add(_ node: YAMLNode) {
    bytes += Self.valueBytes
    switch node.value {
    case .null, .bool, .int, .float: break
    case .string(let text): bytes += text.utf8.count
    case .sequence(let items): for item in items { add(item) }
    case .mapping(let mapping):
      for entry in mapping.entries {
        bytes += entry.key.utf8.count
        add(entry.value)
      }
    case .tagged(_, let node): add(node)
    }
  }
}
