import CallboardDiagnostics

extension Diagnostic.ID {
  static let siteRedirectInvalid = Self(rawValue: "site-redirect-invalid")
  static let siteRedirectShadowed = Self(rawValue: "site-redirect-shadowed")
  static let siteRedirectLoop = Self(rawValue: "site-redirect-loop")
  static let siteRedirectTargetMissing = Self(rawValue: "site-redirect-target-missing")
}

extension Diagnostic {
  static func siteRedirectInvalid(_ redirect: SiteRedirect, reason: String) -> Diagnostic {
    Diagnostic(
      id: .siteRedirectInvalid,
      severity: .error,
      summary: "Nothing can be redirected from '\(redirect.source)': \(reason)",
      span: redirect.sourceSpan,
      help: ["Write an address below the portal's root, such as 'wiki/payments'."]
    )
  }

  static func siteRedirectShadowed(_ redirect: SiteRedirect) -> Diagnostic {
    Diagnostic(
      id: .siteRedirectShadowed,
      severity: .warning,
      summary: "'\(redirect.source)' is the address of a page or of another redirect already",
      span: redirect.sourceSpan,
      help: ["Remove the line, or move what has the address; case does not tell addresses apart."]
    )
  }

  static func siteRedirectLoop(_ redirect: SiteRedirect) -> Diagnostic {
    Diagnostic(
      id: .siteRedirectLoop,
      severity: .error,
      summary: "'\(redirect.source)' is redirected in a circle",
      span: redirect.targetSpan,
      help: ["Let one of the redirects lead to a page."]
    )
  }

  static func siteRedirectTargetMissing(_ redirect: SiteRedirect) -> Diagnostic {
    Diagnostic(
      id: .siteRedirectTargetMissing,
      severity: .error,
      summary: "'\(redirect.target)' is no page of the portal",
      span: redirect.targetSpan,
      help: [
        "Write a page's address from the portal's root, 'entity:' with a reference, or an address "
          + "that begins with 'https://'."
      ]
    )
  }
}
