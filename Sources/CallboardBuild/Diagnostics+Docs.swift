import CallboardCrawl
import CallboardDiagnostics

extension Diagnostic.ID {
  static let issueAddressInvalid = Self(rawValue: "issue-address-invalid")
  static let hostInvalid = Self(rawValue: "host-invalid")
  static let versionInvalid = Self(rawValue: "version-invalid")
  static let forgeUnknown = Self(rawValue: "forge-unknown")
}

/// Findings about what `site.yaml` says of docs and their forges.
extension Diagnostic {
  static func issueAddressInvalid(_ address: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .issueAddressInvalid,
      severity: .error,
      summary: "'\(address)' is no address for reports about pages",
      span: span,
      help: ["Write an address that begins with 'https://'."]
    )
  }

  static func hostInvalid(_ host: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .hostInvalid,
      severity: .error,
      summary: "'\(host)' is no host",
      span: span,
      help: ["Write the host alone, as in 'img.shields.io', without 'https://', paths and '*'."]
    )
  }

  static func forgeUnknown(_ text: String, at span: SourceSpan) -> Diagnostic {
    let known = Forge.Kind.allCases.map(\.rawValue)
    return Diagnostic(
      id: .forgeUnknown,
      severity: .error,
      summary: "'\(text)' is no forge that is known",
      span: span,
      help: [
        NearestName.of(text, in: known).map { "Change it to '\($0)'." }
          ?? "Use one of: \(known.joined(separator: ", "))."
      ]
    )
  }

  static func versionInvalid(_ summary: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .versionInvalid,
      severity: .error,
      summary: summary,
      span: span,
      help: ["Write an entry such as 'tags: v*' with 'newest: 3'."]
    )
  }
}
