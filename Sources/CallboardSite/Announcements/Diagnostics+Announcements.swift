import CallboardDiagnostics

extension Diagnostic.ID {
  static let announcementInvalid = Self(rawValue: "announcement-invalid")
}

extension Diagnostic {
  static func announcementUndated(_ file: SourcePath) -> Diagnostic {
    let start = SourceSpan.Position(line: 1, column: 1)
    return invalid(
      "the announcement does not say from which day on it holds",
      "Write 'from: 2026-11-21' at its head, or begin the file's name with the day.",
      at: SourceSpan(file: file, range: start..<start)
    )
  }

  static func announcementEndsEarly(
    from: CalendarDay,
    until: CalendarDay,
    _ file: SourcePath
  ) -> Diagnostic {
    let start = SourceSpan.Position(line: 1, column: 1)
    return invalid(
      "the announcement ends on \(until.iso), before it begins on \(from.iso)",
      "Change one of the two days.",
      at: SourceSpan(file: file, range: start..<start)
    )
  }

  static func announcementSeverityUnknown(_ text: String, at span: SourceSpan) -> Diagnostic {
    let known = Announcement.Severity.allCases.map { "'\($0.rawValue)'" }
    return invalid(
      "'\(text)' is no severity of an announcement",
      "Write \(known.dropLast().joined(separator: ", ")) or \(known.last ?? "").",
      at: span
    )
  }

  static func announcementAudienceInvalid(_ text: String, at span: SourceSpan) -> Diagnostic {
    invalid(
      "'\(text)' is no reference to a group or user",
      "Write the name of a group, or a full reference such as 'user:default/ada'.",
      at: span
    )
  }

  static func announcementDayInvalid(
    _ text: String,
    key: String,
    at span: SourceSpan
  ) -> Diagnostic {
    invalid("'\(text)' is no day for '\(key)'", "Write it as '2026-11-21'.", at: span)
  }

  private static func invalid(
    _ summary: String,
    _ help: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .announcementInvalid,
      severity: .warning,
      summary: summary,
      span: span,
      help: [help]
    )
  }
}
