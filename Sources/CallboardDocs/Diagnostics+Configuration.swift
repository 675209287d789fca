import CallboardDiagnostics

extension Diagnostic.ID {
  static let mkDocsKeyIgnored = Self(rawValue: "mkdocs-key-ignored")
  static let pluginNotRun = Self(rawValue: "mkdocs-plugin-not-run")
  static let extensionNotRun = Self(rawValue: "mkdocs-extension-not-run")
  static let environmentNotRead = Self(rawValue: "mkdocs-environment-not-read")
  static let inheritedFileMissing = Self(rawValue: "mkdocs-inherit-missing")
  static let inheritanceCycle = Self(rawValue: "mkdocs-inherit-cycle")
  static let redirectTargetMissing = Self(rawValue: "redirect-target-missing")
  static let redirectShadowed = Self(rawValue: "redirect-shadowed")
}

extension Diagnostic {
  /// - Parameter loss: What pages lack, in the same words as the table of plugins.
  static func mkDocsKeyIgnored(_ key: String, loss: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .mkDocsKeyIgnored,
      severity: .note,
      summary: "'\(key)' is not followed: \(loss)",
      span: span,
      help: ["Check that the pages are complete without it."]
    )
  }

  static func pluginNotRun(_ name: String, loss: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .pluginNotRun,
      severity: .note,
      summary: "The plugin '\(name)' is not run: \(loss)",
      span: span,
      help: ["Check that the pages are complete without it."]
    )
  }

  static func extensionNotRun(_ name: String, loss: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .extensionNotRun,
      severity: .note,
      summary: "The Markdown extension '\(name)' is not run: \(loss)",
      span: span,
      help: ["Check that the pages read well without it."]
    )
  }

  static func environmentNotRead(default value: String?, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .environmentNotRead,
      severity: .note,
      summary: value.map { "'!ENV' is read as its default, '\($0)'" }
        ?? "'!ENV' has no default, and the key is read as left out",
      span: span,
      help: ["Give a default that suits the portal: '!ENV [NAME, \"default\"]'."]
    )
  }

  static func inheritedFileMissing(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .inheritedFileMissing,
      severity: .error,
      summary: "'\(path)' in INHERIT names no file of this repository that can be read",
      span: span,
      help: ["Correct the path; it is read from the folder of this file."]
    )
  }

  static func inheritanceCycle(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .inheritanceCycle,
      severity: .error,
      summary: "'\(path)' in INHERIT is not read: the files inherit in a circle, or from too many",
      span: span,
      help: [
        "Let at most \(ConfigurationFile.inheritanceLimit) files inherit from one another, and none from itself."
      ]
    )
  }

  static func redirectTargetMissing(
    _ target: String,
    nearest: String?,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .redirectTargetMissing,
      severity: .warning,
      summary: "'\(target)' in redirect_maps names no page of the docs folder",
      span: span,
      help: [nearest.map { "Change it to '\($0)'." } ?? "Name a page, or a whole URL."]
    )
  }

  static func redirectShadowed(_ source: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .redirectShadowed,
      severity: .warning,
      summary: "'\(source)' in redirect_maps still has a page or another redirect",
      span: span,
      help: ["Remove the page or the redirect."]
    )
  }
}
