import CallboardDiagnostics
import CallboardHTML

/// Shorthands that the suites of this target share.
enum Sanitizing {
  static let policy = SanitizerPolicy(imageHosts: ["img.example"], extraSchemes: ["slack"])

  /// The fragment of one HTML block.
  static func fragment(_ html: String, policy: SanitizerPolicy = policy) -> SanitizedFragment {
    fragment(Array(html.utf8), policy: policy)
  }

  static func fragment(
    _ html: [UInt8],
    policy: SanitizerPolicy = policy
  ) -> SanitizedFragment {
    var builder = FragmentBuilder(policy: policy)
    html.withUnsafeBufferPointer { builder.authorMarkup($0, line: 1, column: 1) }
    return builder.finish()
  }

  /// The output for one HTML block, each slot filled with its own destination.
  static func html(_ html: String, policy: SanitizerPolicy = policy) -> String {
    text(fragment(html, policy: policy))
  }

  static func text(_ fragment: SanitizedFragment) -> String {
    String(decoding: fragment.html(resolving: \.destination).bytes, as: UTF8.self)
  }
}

extension FragmentBuilder {
  mutating func authorMarkup(_ html: String, line: Int = 1, column: Int = 1) {
    var html = html
    html.withUTF8 { authorMarkup($0, line: line, column: column) }
  }
}
