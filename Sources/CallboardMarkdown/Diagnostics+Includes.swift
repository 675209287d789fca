import CallboardDiagnostics

extension Diagnostic.ID {
  static let markdownIncludeMissing = Self(rawValue: "markdown-include-missing")
  static let markdownIncludeOutside = Self(rawValue: "markdown-include-outside")
  static let markdownIncludeURL = Self(rawValue: "markdown-include-url")
  static let markdownIncludeCycle = Self(rawValue: "markdown-include-cycle")
  static let markdownVariableUnknown = Self(rawValue: "markdown-variable-unknown")
  static let markdownIncludeLimit = Self(rawValue: "markdown-include-limit")
}

extension Diagnostic {
  static func includeMissing(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .markdownIncludeMissing,
      severity: .warning,
      summary: "The included file '\(path)' does not exist in this repository",
      span: span,
      help: [
        "Write the path from the folder of mkdocs.yml, or from a folder of 'base_path' there.",
        "Put a ';' before '--8<--' to show the line as it is.",
      ]
    )
  }

  static func includeUnreadable(
    _ path: String,
    reason: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .markdownIncludeMissing,
      severity: .warning,
      summary: "The included file '\(path)' \(reason)",
      span: span,
      help: ["Include a text file of the repository."]
    )
  }

  static func includeSectionMissing(
    _ name: String,
    in path: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .markdownIncludeMissing,
      severity: .warning,
      summary: "'\(path)' has no section '\(name)'",
      span: span,
      help: ["Mark it there with '--8<-- [start:\(name)]' and '--8<-- [end:\(name)]'."]
    )
  }

  static func includeOutside(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .markdownIncludeOutside,
      severity: .warning,
      summary: "The included file '\(path)' lies outside of the repository",
      span: span,
      help: ["Keep the file in the repository of the page."]
    )
  }

  static func includeURLRefused(_ url: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .markdownIncludeURL,
      severity: .warning,
      summary: "'\(url)' was not included: pages fetch nothing",
      span: span,
      help: ["Keep a copy of the file in the repository and include that."]
    )
  }

  static func includeCycle(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .markdownIncludeCycle,
      severity: .warning,
      summary: "'\(path)' includes itself",
      span: span,
      help: ["Remove one of the includes that lead back to the file."]
    )
  }

  /// `limit` is a sentence without its full stop, in lower case.
  static func includeLimit(_ limit: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .markdownIncludeLimit,
      severity: .error,
      summary: "From here on nothing is included: \(limit)",
      span: span,
      help: ["Link to some of the files in place of including them."]
    )
  }

  static func variableUnknown(
    _ spelling: String,
    file: SourcePath,
    at position: SourceSpan.Position
  ) -> Diagnostic {
    Diagnostic(
      id: .markdownVariableUnknown,
      severity: .note,
      summary: "'\(spelling)' stands for nothing here and is shown as it is",
      span: SourceSpan(file: file, range: position..<position),
      help: ["Write the value itself, or put the braces into backticks if they are to be seen."]
    )
  }
}
