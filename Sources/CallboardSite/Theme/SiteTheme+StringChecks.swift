import CallboardDiagnostics
import CallboardYAML

/// What of the operator's words no page can show.
extension SiteTheme {
  /// Findings in the files of `strings/` that the operator's folder has.
  ///
  /// - Complexity: linear in the number of strings, but for each key that there is none of.
  func stringFindings() -> [Diagnostic] {
    let english = UIStrings.english
    return own.paths.sorted().flatMap { path -> [Diagnostic] in
      guard path.hasPrefix(UIStrings.folder), let bytes = files[path] else { return [] }
      let place = file(path)
      let parsed = YAMLParser.document(bytes, file: place, options: YAMLOptions())
      let entries = parsed.output?.mapping?.entries ?? []
      return parsed.diagnostics
        + entries.compactMap { Self.finding(about: $0, in: place, english) }
    }
  }

  private static func finding(
    about entry: YAMLMapping.Entry,
    in file: SourcePath,
    _ english: UIStrings
  ) -> Diagnostic? {
    let span = entry.keySpan(in: file)
    guard let shipped = english[entry.key] else {
      return .themeStringUnknown(entry, known: english.keys, at: span)
    }
    guard let phrase = Phrase(entry.value) else {
      return .themeStringInvalid(
        "'\(entry.key)' is neither a text nor forms of one",
        help: "Write a text in quotes, or a mapping with the form 'other'.",
        at: span
      )
    }
    guard let foreign = phrase.valueNames.subtracting(shipped.valueNames).min() else { return nil }
    let known = shipped.valueNames.sorted().map { "'{\($0)}'" }.joined(separator: ", ")
    return .themeStringInvalid(
      "'\(entry.key)' has a place for '{\(foreign)}', which pages do not fill",
      help: known.isEmpty ? "This string has no values." : "This string has \(known).",
      at: span
    )
  }
}

extension Diagnostic.ID {
  static let themeStringUnknown = Self(rawValue: "theme-string-unknown")
  static let themeStringInvalid = Self(rawValue: "theme-string-invalid")
}

extension Diagnostic {
  fileprivate static func themeStringUnknown(
    _ entry: YAMLMapping.Entry,
    known: [String],
    at span: SourceSpan
  ) -> Diagnostic {
    // Whoever nests the sections means `nav.docs` by `docs` in `nav`.
    let nested = entry.value.mapping?.entries.map { "\(entry.key).\($0.key)" }
      .first(where: known.contains)
    let help =
      nested.map { "Write section and name as one key, such as '\($0)'." }
      ?? NearestName.of(entry.key, in: known).map { "Change it to '\($0)'." }
      ?? "Run 'callboard theme eject strings/en.yaml' in another folder to see all of them."
    return Diagnostic(
      id: .themeStringUnknown,
      severity: .warning,
      summary: "No string has the key '\(entry.key)', so this text is on no page",
      span: span,
      help: [help]
    )
  }

  fileprivate static func themeStringInvalid(
    _ summary: String,
    help: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .themeStringInvalid,
      severity: .warning,
      summary: summary,
      span: span,
      help: [help]
    )
  }
}
