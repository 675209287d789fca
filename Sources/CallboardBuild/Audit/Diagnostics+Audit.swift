import CallboardDiagnostics

extension Diagnostic.ID {
  static let auditActiveContent = Self(rawValue: "audit-active-content")
  static let auditExternalRequest = Self(rawValue: "audit-external-request")
  static let auditPolicy = Self(rawValue: "audit-policy")
  static let auditSecret = Self(rawValue: "audit-secret")
  static let auditMachinePath = Self(rawValue: "audit-machine-path")
  static let auditForeignFile = Self(rawValue: "audit-foreign-file")
  static let auditLinkBroken = Self(rawValue: "audit-link-broken")
}

extension Diagnostic {
  static func activeContent(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .auditActiveContent,
      severity: .error,
      summary: "The page holds \(what)",
      span: span,
      help: [
        "Take it out of the theme or the page that it comes from, and report how it got through."
      ]
    )
  }

  static func externalRequest(_ origin: String, by element: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      id: .auditExternalRequest,
      severity: .error,
      summary: "A \(element) is loaded from '\(origin)', which the page's policy does not allow",
      span: span,
      help: ["Keep the file in the portal, or allow the host in 'site.yaml'."]
    )
  }

  static func policyGap(_ gap: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .auditPolicy,
      severity: .error,
      summary: "The page's Content Security Policy \(gap)",
      span: span,
      help: ["Give the template the policy that the theme's own layout has."]
    )
  }

  static func publishedSecret(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .auditSecret,
      severity: .error,
      summary: "The file seems to hold \(what)",
      span: span,
      help: ["Withdraw the secret, take it out of the repository, and build again."]
    )
  }

  static func machinePath(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .auditMachinePath,
      severity: .warning,
      summary: "The file names '\(path)', a folder of this machine",
      span: span,
      help: ["Write paths in docs relative to their repository."]
    )
  }

  static func foreignFile(_ reason: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .auditForeignFile,
      severity: .error,
      summary: "A portal has no such file: \(reason)",
      span: span,
      help: ["Delete the output folder and build again; what returns then is a fault to report."]
    )
  }

  static func publishedLinkBroken(_ address: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .auditLinkBroken,
      severity: .warning,
      summary: "'\(address)' leads to nothing in the portal",
      span: span,
      help: ["Correct the link in the page's source, which 'callboard check' names."]
    )
  }
}
