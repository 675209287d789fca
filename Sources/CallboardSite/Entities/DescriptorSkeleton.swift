import CallboardCatalog

/// The shortest descriptor by which an entity would exist, for the page of one that is missing.
enum DescriptorSkeleton {
  /// YAML with each field that the kind demands; values to be chosen by its author are examples.
  ///
  /// - Parameter owner: A likely owner; nil stands for an example.
  static func text(of ref: EntityRef, owner: EntityRef?) -> String {
    let kind = kinds[ref.kind] ?? (ref.kind.prefix(1).uppercased() + ref.kind.dropFirst())
    let version =
      ref.kind == "template" ? "scaffolder.backstage.io/v1beta3" : "backstage.io/v1alpha1"
    var lines = [
      "apiVersion: \(version)", "kind: \(kind)", "metadata:", "  name: \(quoted(ref.name))",
    ]
    if ref.namespace != "default" { lines.append("  namespace: \(quoted(ref.namespace))") }
    let fields = fields(of: ref.kind, owner: owner.map(\.description) ?? "group:default/my-team")
    lines += fields.isEmpty ? ["spec: {}"] : ["spec:"] + fields.map { "  \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let kinds = ["api": "API", "airesource": "AiResource"]

  /// What the schema of the kind demands, and nothing else.
  private static func fields(of kind: String, owner: String) -> [String] {
    switch kind {
    case "component": ["type: service", "lifecycle: production", "owner: \(owner)"]
    case "api":
      ["type: openapi", "lifecycle: production", "owner: \(owner)", "definition:"]
        + ["  $text: ./openapi.yaml"]
    case "resource": ["type: database", "owner: \(owner)"]
    case "system", "domain": ["owner: \(owner)"]
    case "group": ["type: team", "children: []"]
    case "user": ["memberOf: []"]
    case "location": ["targets: [./catalog-info.yaml]"]
    case "template":
      ["type: service", "owner: \(owner)", "steps:"]
        + ["  - id: fetch", "    action: fetch:template", "    input: {url: ./skeleton}"]
    case "airesource": ["type: skill", "lifecycle: production", "owner: \(owner)"]
    default: []
    }
  }

  /// Quotes a name that YAML would take for a number or a truth value.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.first.map { (0x61...0x7A).contains($0) } == true
    let words = ["true", "false", "null", "yes", "no", "on", "off"]
    return isPlain && !words.contains(name) ? name : "\"\(name)\""
  }
}
