import CallboardDiagnostics

extension Diagnostic.ID {
  static let themeColourAdjusted = Self(rawValue: "theme-colour-adjusted")
  static let themeContrastLow = Self(rawValue: "theme-contrast-low")
  static let themeTokenUnknown = Self(rawValue: "theme-token-unknown")
  static let themeFontUnknown = Self(rawValue: "theme-font-unknown")
  static let themeSlotUnknown = Self(rawValue: "theme-slot-unknown")
  static let themeFileUnused = Self(rawValue: "theme-file-unused")
}

extension Diagnostic {
  static func themeColourAdjusted(
    _ colour: SRGBColour,
    to used: SRGBColour,
    on ground: SRGBColour,
    at span: SourceSpan
  ) -> Diagnostic {
    let before = colour.contrast(with: ground).ratioText
    let after = used.contrast(with: ground).ratioText
    return Diagnostic(
      id: .themeColourAdjusted,
      severity: .note,
      summary:
        "'\(colour.hex)' has a contrast of \(before):1 in the light theme, so links have '\(used.hex)' with \(after):1",
      span: span,
      help: [
        "Nothing needs to be done; a colour with 4.5:1 on '\(ground.hex)' would be used as it is."
      ]
    )
  }

  static func themeContrastLow(
    _ failure: ContrastRule.Failure,
    besides others: [ContrastRule.Failure],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .themeContrastLow,
      severity: .warning,
      summary: text(failure),
      span: span,
      notes: others.prefix(5).map { Note(text($0)) },
      help: ["Choose a colour further from its ground, in lightness rather than in hue."]
    )
  }

  private static func text(_ failure: ContrastRule.Failure) -> String {
    "'\(failure.colour)' on '\(failure.ground)' has a contrast of \(failure.ratio.ratioText):1 in the "
      + "\(failure.scheme.rawValue) theme and needs \(failure.needed.ratioText):1"
  }

  static func themeTokenUnknown(
    _ name: String,
    known: [String],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .themeTokenUnknown,
      severity: .warning,
      summary: "The theme has no token '\(name)'",
      span: span,
      help: [
        NearestName.of(name, in: known).map { "Change it to '\($0)'." }
          ?? "See the list of tokens in the reference of site.yaml."
      ]
    )
  }

  static func themeFontUnknown(
    _ name: String,
    known: [String: String],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .themeFontUnknown,
      severity: .error,
      summary: "The theme has no stack of fonts called '\(name)'",
      span: span,
      help: [
        "Write one of '\(known.keys.sorted().joined(separator: "', '"))', or a 'family' with its 'files'."
      ]
    )
  }

  /// - Parameter known: The slots that there are.
  static func themeSlotUnknown(
    _ name: String,
    known: [String],
    in file: SourcePath
  ) -> Diagnostic {
    Diagnostic(
      id: .themeSlotUnknown,
      severity: .warning,
      summary: "No template has a slot '\(name)', so this file is on no page",
      span: .wholeFile(file),
      help: [
        NearestName.of(name, in: known).map { "Rename it to '\($0).html'." }
          ?? "Use one of: \(known.joined(separator: ", "))."
      ]
    )
  }

  static func themeFileUnused(
    _ path: String,
    nearest: String?,
    in file: SourcePath
  ) -> Diagnostic {
    Diagnostic(
      id: .themeFileUnused,
      severity: .warning,
      summary: "Nothing uses '\(path)': it replaces no file of the theme, and no template names it",
      span: .wholeFile(file),
      help: [
        nearest.map { "Rename it to '\($0)' to replace that one." }
          ?? "Name it in a template, or remove it."
      ]
    )
  }
}
