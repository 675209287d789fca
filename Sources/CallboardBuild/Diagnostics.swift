import CallboardCrawl
import CallboardDiagnostics

extension Diagnostic.ID {
  static let siteFileEmpty = Self(rawValue: "site-file-empty")
  static let siteURLInvalid = Self(rawValue: "site-url-invalid")
  static let integrationURLInvalid = Self(rawValue: "integration-url-invalid")
  static let redirectsInvalid = Self(rawValue: "redirects-invalid")
  static let sourcesMissing = Self(rawValue: "sources-missing")
  static let sourceKeysClash = Self(rawValue: "source-keys-clash")
  static let descriptorPatternInvalid = Self(rawValue: "descriptor-pattern-invalid")
  static let fileUnreadable = Self(rawValue: "file-unreadable")
  static let historyLimitInvalid = Self(rawValue: "history-limit-invalid")
}

extension Diagnostic {
  static func siteFileEmpty(_ file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .siteFileEmpty,
      severity: .error,
      summary: "The file describes no site",
      span: .wholeFile(file),
      help: ["Run 'callboard init --force' for a commented file to start from."]
    )
  }

  static func siteURLInvalid(_ url: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .siteURLInvalid,
      severity: .error,
      summary: "'\(url)' is no web address",
      span: span,
      help: ["Write the full address of the portal, such as https://portal.example.com/."]
    )
  }

  static func integrationURLInvalid(_ url: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .integrationURLInvalid,
      severity: .error,
      summary: "'\(url)' is no address that pages may link to",
      span: span,
      help: ["Write an address that begins with 'https://' and ends with its path."]
    )
  }

  static func redirectsInvalid(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .redirectsInvalid,
      severity: .error,
      summary: "Redirects are addresses, each with the address it leads to",
      span: span,
      help: ["Write a line for each, such as 'wiki/payments: docs/default/component/payments/'."]
    )
  }

  static func sourcesMissing(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .sourcesMissing,
      severity: .error,
      summary: "No source is listed, so there is nothing to build from",
      span: span,
      help: ["List repositories under 'sources:', such as '- path: repos/*'."]
    )
  }

  static func sourceKeysClash(_ rule: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .sourceKeysClash,
      severity: .error,
      summary: rule,
      span: span,
      help: ["Write '- path: FOLDER' for folders and '- git: URL' with 'ref:' for repositories."]
    )
  }

  static func descriptorPatternInvalid(
    _ pattern: String,
    _ error: GlobError,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .descriptorPatternInvalid,
      severity: .error,
      summary: "The pattern '\(pattern)' \(error)",
      span: span,
      help: ["Write a path with '*' for any name and '**' for any depth: '**/catalog-info.yaml'."]
    )
  }

  static func fileUnreadable(_ file: SourcePath, _ error: ReadError) -> Diagnostic {
    Diagnostic(
      id: .fileUnreadable,
      severity: .error,
      summary: "The file \(error)",
      span: .wholeFile(file),
      help: ["Make it a regular file within the size limit, or take it out of the repository."]
    )
  }

  static func historyLimitInvalid(
    _ key: String,
    _ number: Int,
    _ range: ClosedRange<Int>,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .historyLimitInvalid,
      severity: .error,
      summary: "\(number) is no possible value of '\(key)'",
      span: span,
      help: ["Write a whole number from \(range.lowerBound) to \(range.upperBound)."]
    )
  }
}
