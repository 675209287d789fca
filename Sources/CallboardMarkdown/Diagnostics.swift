package import CallboardDiagnostics

extension Diagnostic.ID {
  static let markdownEncoding = Self(rawValue: "markdown-encoding")
  static let markdownSizeLimit = Self(rawValue: "markdown-size-limit")
  static let markdownLineLimit = Self(rawValue: "markdown-line-limit")
  static let markdownNestingLimit = Self(rawValue: "markdown-nesting-limit")
  static let markdownTableLimit = Self(rawValue: "markdown-table-limit")
  static let markdownReferenceLimit = Self(rawValue: "markdown-reference-limit")
  static let markdownRepetitionLimit = Self(rawValue: "markdown-repetition-limit")
  static let markdownOutputLimit = Self(rawValue: "markdown-output-limit")
  static let markdownTimeLimit = Self(rawValue: "markdown-time-limit")
  static let markdownContainerEmpty = Self(rawValue: "markdown-container-empty")
  static let markdownRenderFailed = Self(rawValue: "markdown-render-failed")
}

extension Diagnostic {
  static func invalidEncoding(in file: SourcePath, line: Int) -> Diagnostic {
    Diagnostic(
      id: .markdownEncoding,
      severity: .warning,
      summary: "The file holds bytes that are not UTF-8 text",
      span: SourceSpan(file: file, line: line),
      help: ["Save the file as UTF-8; what could not be read shows as \u{FFFD}."]
    )
  }

  static func wideEncoding(in file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .markdownEncoding,
      severity: .error,
      summary: "The file is UTF-16, not UTF-8",
      span: .wholeFile(file),
      help: ["Save the file as UTF-8."]
    )
  }

  static func sourceTooLarge(_ count: Int, limit: Int, file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .markdownSizeLimit,
      severity: .error,
      summary: "The file has \(count) bytes, more than the \(limit) that a page may have",
      span: .wholeFile(file),
      help: ["Split the page into several."]
    )
  }

  static func outputTooLarge(limit: Int, file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .markdownOutputLimit,
      severity: .error,
      summary: "The page becomes more than \(limit) bytes of HTML",
      span: .wholeFile(file),
      help: ["Split the page, or remove what repeats itself in it."]
    )
  }

  static func parserFailed(file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .markdownRenderFailed,
      severity: .error,
      summary: "The page could not be rendered",
      span: .wholeFile(file),
      help: ["Remove the newest change to the page and add it again in parts to find the cause."]
    )
  }

  /// For a page at which a worker used up its processor time, or the parent's wall limit passed.
  package static func renderTimedOut(seconds: Int, file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .markdownTimeLimit,
      severity: .error,
      summary: "The page took more than \(seconds) s to render",
      span: .wholeFile(file),
      help: ["Split the page, and look for long runs of brackets, quotes or table bars in it."]
    )
  }

  /// For a page at which a worker died.
  /// `reason` says how it ended, such as "signal 6", without full stop.
  package static func renderCrashed(reason: String, file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .markdownRenderFailed,
      severity: .error,
      summary: "The page ended the program that renders it (\(reason))",
      span: .wholeFile(file),
      help: ["Remove the newest change to the page and add it again in parts to find the cause."]
    )
  }

  static func emptyContainer(
    _ opener: String,
    file: SourcePath,
    at position: SourceSpan.Position
  ) -> Diagnostic {
    Diagnostic(
      id: .markdownContainerEmpty,
      severity: .warning,
      summary: "'\(opener)' has no content",
      span: SourceSpan(file: file, range: position..<position),
      help: ["Indent the lines that belong to it by four spaces more than the line that opens it."]
    )
  }

  static func refused(
    _ excess: MarkdownPrescan.Excess,
    limits: MarkdownOptions.Limits,
    file: SourcePath,
    line: Int
  ) -> Diagnostic {
    let (id, summary, help) = refusal(excess.limit, limits)
    return Diagnostic(
      id: id,
      severity: .error,
      summary: summary,
      span: SourceSpan(file: file, line: line),
      help: [help]
    )
  }

  private static func refusal(
    _ limit: MarkdownPrescan.Excess.Limit,
    _ limits: MarkdownOptions.Limits
  ) -> (Diagnostic.ID, String, String) {
    switch limit {
    case .lineLength:
      (
        .markdownLineLimit, "The line has more than \(limits.lineBytes) bytes",
        "Break the line, or link to the image that is embedded in it."
      )
    case .nesting:
      (
        .markdownNestingLimit,
        "More than \(limits.nesting) quotes, lists or blocks stand inside one another",
        "Nest less deeply."
      )
    case .tableColumns:
      (
        .markdownTableLimit, "The table has more than \(limits.tableColumns) columns",
        "Split the table, or link to a file that holds its data."
      )
    case .tableCells:
      (
        .markdownTableLimit, "The table has more than \(limits.tableCells) cells",
        "Split the table, or link to a file that holds its data."
      )
    case .tableStarts:
      (
        .markdownTableLimit, "Too many lines of one paragraph could begin a table",
        "Separate tables from the text and from each other with blank lines."
      )
    case .references:
      (
        .markdownReferenceLimit,
        "The uses of link references add up to more than \(limits.referenceBytes) bytes",
        "Shorten the URLs and titles of references that are used often."
      )
    case .repetition(let markup):
      (
        .markdownRepetitionLimit, "'\(markup)' stands too often in one paragraph",
        "Put the text into a code block, or break it up with blank lines."
      )
    }
  }
}
