import CallboardDiagnostics

extension Diagnostic.ID {
  static let limitInvalid = Self(rawValue: "limit-invalid")
  static let limitRepositoryCatalog = Self(rawValue: "limit-repository-catalog")
  static let limitRepositoryPages = Self(rawValue: "limit-repository-pages")
  static let limitRepositoryMarkdown = Self(rawValue: "limit-repository-markdown")
  static let limitRepositoryAssets = Self(rawValue: "limit-repository-assets")
}

/// Findings about what one repository may add to the portal, one each for a repository.
extension Diagnostic {
  static func limitInvalid(
    _ key: String,
    _ number: Int,
    _ range: ClosedRange<Int>,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .limitInvalid,
      severity: .error,
      summary: "\(number) is no possible value of '\(key)'",
      span: span,
      help: ["Write a whole number from \(range.lowerBound) to \(range.upperBound)."]
    )
  }

  /// - Parameters:
  ///   - what: Such as `100000 entities`.
  ///   - first: Of what is left out.
  ///   - key: Of `limits.repository`.
  private static func repositoryFull(
    _ id: Diagnostic.ID,
    _ what: String,
    leftOut: String,
    first: SourceSpan,
    key: String
  ) -> Diagnostic {
    Diagnostic(
      id: id,
      severity: .error,
      summary: "The repository has more than \(what); from here on, \(leftOut) left out",
      span: first,
      help: [
        "Take out what is not needed, or split the repository.",
        "The operator may raise 'limits.repository.\(key)' in site.yaml.",
      ]
    )
  }

  static func tooManyEntities(_ limit: Int, first: SourceSpan) -> Diagnostic {
    repositoryFull(
      .limitRepositoryCatalog,
      "\(limit) entities",
      leftOut: "entities are",
      first: first,
      key: "entities"
    )
  }

  static func catalogTooLarge(_ limit: Int, first: SourceSpan) -> Diagnostic {
    repositoryFull(
      .limitRepositoryCatalog,
      "\(limit >> 20) MiB of entities, with the files that their placeholders name",
      leftOut: "entities are",
      first: first,
      key: "catalogMegabytes"
    )
  }

  static func tooManyPages(_ limit: Int, first: SourceSpan) -> Diagnostic {
    repositoryFull(
      .limitRepositoryPages,
      "\(limit) pages of docs",
      leftOut: "docs of entities are",
      first: first,
      key: "pages"
    )
  }

  static func tooMuchMarkdown(_ limit: Int, first: SourceSpan) -> Diagnostic {
    repositoryFull(
      .limitRepositoryMarkdown,
      "\(limit >> 20) MiB of Markdown, with the files that pages include",
      leftOut: "the text of pages is",
      first: first,
      key: "markdownMegabytes"
    )
  }

  static func tooManyAssets(_ limit: Int, first: SourceSpan) -> Diagnostic {
    repositoryFull(
      .limitRepositoryAssets,
      "\(limit >> 20) MiB of files beside pages",
      leftOut: "files are",
      first: first,
      key: "assetMegabytes"
    )
  }
}
