import CallboardDiagnostics

extension Diagnostic.ID {
  static let mkDocsNotAMapping = Self(rawValue: "mkdocs-not-a-mapping")
  static let navigationNotAList = Self(rawValue: "navigation-not-a-list")
  static let navigationTargetMissing = Self(rawValue: "navigation-target-missing")
  static let docsFolderMissing = Self(rawValue: "docs-folder-missing")
  static let docsFolderReserved = Self(rawValue: "docs-folder-reserved")
  static let docsEmpty = Self(rawValue: "docs-empty")
  static let docsPageShadowed = Self(rawValue: "docs-page-shadowed")
  static let docsOutsideRepository = Self(rawValue: "docs-outside-repository")
  static let docsFileUnreadable = Self(rawValue: "docs-file-unreadable")
}

extension Diagnostic {
  static func mkDocsNotAMapping(_ file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .mkDocsNotAMapping,
      severity: .error,
      summary: "The file holds no mapping of keys to values",
      span: .wholeFile(file),
      help: ["Begin with 'site_name: …', or remove the file: docs need none."]
    )
  }

  static func navigationNotAList(_ actual: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .navigationNotAList,
      severity: .error,
      summary: "An entry of 'nav' must be a path or a title with a path or list, not \(actual)",
      span: span,
      help: ["Write '- path.md', '- Title: path.md', or '- Title:' with a list below it."]
    )
  }

  static func navigationTargetMissing(
    _ path: String,
    nearest: String?,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .navigationTargetMissing,
      severity: .warning,
      summary: "'\(path)' in nav names no page of the docs folder",
      span: span,
      help: [nearest.map { "Change it to '\($0)'." } ?? "Add the page, or remove the entry."]
    )
  }

  static func docsFolderMissing(_ folder: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .docsFolderMissing,
      severity: .error,
      summary: "The docs folder '\(folder)' does not exist in this repository",
      span: span,
      help: ["Create it with an index.md, or correct the path."]
    )
  }

  static func docsFolderReserved(_ source: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .docsFolderReserved,
      severity: .error,
      summary:
        "a docs folder named '-' has no address: the name is kept for the portal's own pages",
      span: .wholeFile(source),
      help: ["Rename the folder."]
    )
  }

  static func docsEmpty(_ folder: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .docsEmpty,
      severity: .warning,
      summary: "The docs at '\(folder.isEmpty ? "." : folder)' have no page",
      span: span,
      help: ["Add docs/index.md or a README.md, or remove the annotation."]
    )
  }

  static func docsPageShadowed(_ source: SourcePath, by index: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .docsPageShadowed,
      severity: .warning,
      summary:
        "the page is left out: '\(RepositoryPath.name(of: index.path))' has the same address",
      span: .wholeFile(source),
      help: ["Rename one of the two files."]
    )
  }

  static func docsOutsideRepository(_ reference: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .docsOutsideRepository,
      severity: .error,
      summary: "'\(reference)' leads out of the repository",
      span: span,
      help: ["Name a folder of the same repository, such as 'dir:.'."]
    )
  }

  static func docsFileUnreadable(_ file: SourcePath, reason: String) -> Diagnostic {
    Diagnostic(
      id: .docsFileUnreadable,
      severity: .error,
      summary: "The file \(reason)",
      span: .wholeFile(file),
      help: ["Make it a regular file of at most 16 MiB."]
    )
  }
}
