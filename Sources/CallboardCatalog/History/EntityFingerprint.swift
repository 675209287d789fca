import CallboardYAML

/// Tells whether two entities say the same but for their names.
///
/// FNV-1a: of no use against somebody who makes two that agree on purpose, who could as well write the
/// same words twice.
struct EntityFingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The fingerprint of everything but `metadata.name` and `metadata.namespace`.
  static func of(_ entity: Entity) -> UInt64 {
    var fingerprint = Self()
    fingerprint.add(entity.ref.kind)
    for entry in entity.document["metadata"]?.mapping?.entries ?? [] {
      guard entry.key != "name", entry.key != "namespace" else { continue }
      fingerprint.add(entry.key)
      fingerprint.add(entry.value)
    }
    fingerprint.add("spec")
    for entry in entity.spec.entries {
      fingerprint.add(entry.key)
      fingerprint.add(entry.value)
    }
    return fingerprint.hash
  }

  /// Recursion is bounded by the depth limit of the YAML reader.
  private mutating func add(_ node: YAMLNode) {
    switch node.value {
    case .sequence(let nodes):
      add(byte: UInt8(ascii: "["))
      for node in nodes { add(node) }
      add(byte: UInt8(ascii: "]"))
    case .mapping(let mapping):
      add(byte: UInt8(ascii: "{"))
      for entry in mapping.entries {
        add(entry.key)
        add(entry.value)
      }
      add(byte: UInt8(ascii: "}"))
    case .tagged(let tag, let inner):
      add(tag)
      add(inner)
    case .string(let text): add(text)
    case .null: add(byte: 0)
    case .bool(let flag): add(byte: flag ? 2 : 1)
    case .int(let number): add("\(number)")
    case .float(let number): add("\(number)")
    }
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
    // No text holds it, so that neighbours cannot run into each other.
    add(byte: 0xFF)
  }

  private mutating func add(byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
