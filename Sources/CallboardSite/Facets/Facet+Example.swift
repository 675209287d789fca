extension Facet {
  /// What to add to a descriptor so that the facet has a value; shown where it has none.
  var example: String {
    switch self {
    case .type: "spec:\n  type: service"
    case .owner: "spec:\n  owner: group:default/payments"
    case .system: "spec:\n  system: checkout"
    case .domain: "kind: System\nmetadata:\n  name: checkout\nspec:\n  domain: sales"
    case .lifecycle: "spec:\n  lifecycle: production"
    case .tag: "metadata:\n  tags: [java, payments]"
    case .namespace: "metadata:\n  namespace: payments"
    }
  }
}
