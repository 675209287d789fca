import CallboardDiagnostics
import CallboardHTML

extension Diagnostic.ID {
  static let markdownHTMLRemoved = Self(rawValue: "markdown-html-removed")
  static let markdownTagShown = Self(rawValue: "markdown-tag-shown")
  static let markdownAttributeRemoved = Self(rawValue: "markdown-attribute-removed")
  static let markdownIDRemoved = Self(rawValue: "markdown-id-removed")
  static let markdownLinkRefused = Self(rawValue: "markdown-link-refused")
  static let markdownImageReplaced = Self(rawValue: "markdown-image-replaced")
  static let markdownHTMLUnfinished = Self(rawValue: "markdown-html-unfinished")
}

extension Diagnostic {
  /// What the sanitiser did not let through, as a finding about the author's file.
  init(_ finding: SanitizerFinding, in file: SourcePath) {
    let (id, severity, summary, help) = Self.describe(finding.kind, finding.name)
    self.init(
      id: id,
      severity: severity,
      summary: summary,
      span: SourceSpan(file: file, range: finding.position..<finding.position),
      help: [help]
    )
  }

  private static func describe(
    _ kind: SanitizerFinding.Kind,
    _ name: String
  ) -> (Diagnostic.ID, Severity, String, String) {
    switch kind {
    case .elementRemoved:
      (
        .markdownHTMLRemoved, .warning,
        "'<\(name)>' is not allowed and was removed with its content",
        "Say it in Markdown, or link to it."
      )
    case .tagRemoved:
      (
        .markdownHTMLRemoved, .note, "The tag '<\(name)>' is not allowed; its content was kept",
        "Put the tag into backticks if it is to be seen, or remove it."
      )
    case .tagShown:
      (
        .markdownTagShown, .note, "'<\(name)>' is no element of HTML and is shown as text",
        "Put it into backticks, as in '`<\(name)>`', or write '\\<' if it is to be seen."
      )
    case .attributeRemoved:
      (
        .markdownAttributeRemoved, .note, "The attribute '\(name)' is not allowed and was removed",
        "Remove the attribute; the theme decides how pages look and behave."
      )
    case .identifierRemoved:
      (
        .markdownIDRemoved, .warning, "An id is taken, or not allowed, and was removed",
        "Choose another id of letters, digits, '-', '_' and '.'."
      )
    case .addressRefused:
      (
        .markdownLinkRefused, .warning, "The address was refused (\(name))",
        "Link with http, https, mailto or a relative path."
      )
    case .imageReplaced:
      (
        .markdownImageReplaced, .warning, "The image or video of '\(name)' became a link",
        "Keep the file in the repository: pages load nothing from other hosts."
      )
    case .tagUnfinished:
      (
        .markdownHTMLUnfinished, .warning, "An HTML tag has no end and is shown as text",
        "Close the tag with '>', or put it into backticks."
      )
    case .nestingTooDeep:
      (
        .markdownNestingLimit, .warning,
        "HTML elements are nested too deeply; inner tags were removed",
        "Nest less deeply."
      )
    }
  }
}
