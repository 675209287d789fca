import CallboardDiagnostics
import CallboardSite
import CallboardYAML

/// Reads the part `integrations` of `site.yaml`: where the organisation's tools are.
///
///     integrations:
///       jenkins: {url: https://ci.acme.example}
enum IntegrationAddresses {
  /// The addresses by the key of their tool.
  static func read(from record: inout YAMLRecord) -> [String: String] {
    let read = record.record("integrations") { integrations in
      var addresses: [String: String] = [:]
      for key in Integration.keys {
        let url = integrations.record(key) { tool -> String? in
          guard let url = tool.string("url") else { return nil }
          if Integration.isAddress(url) { return url }
          if let node = tool.node("url") {
            tool.report(.integrationURLInvalid(url, at: node.span(in: tool.file)))
          }
          return nil
        }
        addresses[key] = url ?? nil
      }
      return addresses
    }
    return read ?? [:]
  }
}
