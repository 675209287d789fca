import CallboardDiagnostics

extension Diagnostic.ID {
  static let radarInvalid = Self(rawValue: "radar-invalid")
}

extension Diagnostic {
  /// - Parameter file: One without at least two quadrants and a ring.
  static func radarEmpty(_ file: SourcePath) -> Diagnostic {
    let start = SourceSpan.Position(line: 1, column: 1)
    return radarInvalid(
      "the radar names fewer than two quadrants or no ring, so there is nothing to draw",
      "Write 'quadrants' and 'rings', or give a CSV file the columns 'name', 'quadrant' and 'ring'.",
      at: SourceSpan(file: file, range: start..<start)
    )
  }

  static func radarEntryUntitled(at span: SourceSpan) -> Diagnostic {
    radarInvalid("an entry of the radar has no title", "Write 'title'.", at: span)
  }

  /// - Parameters:
  ///   - part: `quadrant` or `ring`.
  ///   - text: What the entry says; nil for nothing.
  static func radarPartUnknown(
    _ part: String,
    _ text: String?,
    of title: String,
    _ known: [String],
    at span: SourceSpan
  ) -> Diagnostic {
    radarInvalid(
      text.map { "'\($0)' is no \(part) of the radar, so '\(title)' has no place" }
        ?? "'\(title)' names no \(part), so it has no place",
      "Use one of: \(known.joined(separator: ", ")).",
      at: span
    )
  }

  private static func radarInvalid(
    _ summary: String,
    _ help: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .radarInvalid,
      severity: .warning,
      summary: summary,
      span: span,
      help: [help]
    )
  }
}
