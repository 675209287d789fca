import CallboardDiagnostics

extension Diagnostic.ID {
  static let docsURLNotFetched = Self(rawValue: "docs-url-not-fetched")
  static let includeMissing = Self(rawValue: "docs-include-missing")
  static let includeRepeated = Self(rawValue: "docs-include-repeated")
}

extension Diagnostic {
  static func docsURLNotFetched(_ url: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .docsURLNotFetched,
      severity: .warning,
      summary: "'url:\(url)' names no folder of a repository that this site reads",
      span: span,
      help: [
        "Add that repository to 'sources' in site.yaml, at the branch that the address names."
      ]
    )
  }

  /// - Parameter reason: Completes the sentence "'…' is not included: …".
  static func includeMissing(_ path: String, reason: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .includeMissing,
      severity: .error,
      summary: "'\(path)' is not included: \(reason)",
      span: span,
      help: ["Name the mkdocs.yml of a folder in this repository; paths begin at this file."]
    )
  }

  static func includeRepeated(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .includeRepeated,
      severity: .error,
      summary:
        "Docs called '\(name)' are included already, and these would have the same addresses",
      span: span,
      help: ["Give the included file a 'site_name' of its own."]
    )
  }
}
