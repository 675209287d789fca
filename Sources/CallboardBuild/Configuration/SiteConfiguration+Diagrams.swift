import CallboardDiagnostics
import CallboardMarkdown
import CallboardYAML

extension SiteConfiguration {
  /// Reads `diagrams`.
  ///
  ///     diagrams:
  ///       graphviz: dot
  ///       mermaid: {renderer: merman, program: tools/bin/python3, timeout: 10}
  ///       d2: {command: [d2, --theme, "{theme}", "-", "-"], themes: ["0", "200"]}
  static func diagrams(_ record: inout YAMLRecord) -> DiagramSettings {
    let read = record.record("diagrams") { diagrams in
      var settings = DiagramSettings()
      for language in DiagramLanguage.allCases {
        settings.renderers[language] = renderer(of: language, &diagrams)
      }
      return settings
    }
    return read ?? DiagramSettings()
  }

  /// nil when the language has none, or what is set is no good, which is a finding.
  private static func renderer(
    of language: DiagramLanguage,
    _ diagrams: inout YAMLRecord
  ) -> DiagramRenderer? {
    guard let node = diagrams.node(language.rawValue) else { return nil }
    let span = node.span(in: diagrams.file)
    if let name = node.string {
      guard let renderer = DiagramRenderer.readyMade(language)[name] else {
        diagrams.report(unknownRenderer(name, language, at: span))
        return nil
      }
      return renderer
    }
    return diagrams.record(language.rawValue) { entry -> DiagramRenderer? in
      let named = entry.string("renderer")
      let command = entry.strings("command")
      let program = entry.string("program")
      var renderer: DiagramRenderer
      switch (named, command) {
      case (let name?, nil):
        guard let readyMade = DiagramRenderer.readyMade(language)[name] else {
          entry.report(unknownRenderer(name, language, at: span))
          return nil
        }
        renderer = readyMade
        renderer.program = program ?? renderer.program
      case (nil, let command?) where !command.isEmpty && program == nil:
        renderer = DiagramRenderer(program: command[0], arguments: Array(command.dropFirst()))
      default:
        entry.report(
          .diagramSettingsInvalid(
            "A renderer is either named by 'renderer' or given by 'command'",
            help: "Keep one of the two; 'program' goes with 'renderer' alone.",
            at: span
          )
        )
        return nil
      }
      readLimits(&entry, &renderer)
      return renderer
    } ?? nil
  }

  private static func readLimits(_ entry: inout YAMLRecord, _ renderer: inout DiagramRenderer) {
    if let themes = entry.strings("themes") {
      if themes.count == 2 {
        renderer.themes = [.light: themes[0], .dark: themes[1]]
      } else if let node = entry.node("themes") {
        entry.report(
          .diagramSettingsInvalid(
            "'themes' has \(themes.count) words instead of two",
            help: "Write what '{theme}' stands for in light and in dark pages.",
            at: node.span(in: entry.file)
          )
        )
      }
    }
    renderer.versionArguments = entry.strings("version") ?? renderer.versionArguments
    if let seconds = number("timeout", 1...600, &entry) { renderer.timeoutSeconds = seconds }
    if let megabytes = number("memory", 16...65_536, &entry) {
      renderer.memoryMegabytes = megabytes
    }
  }

  private static func number(
    _ key: String,
    _ range: ClosedRange<Int>,
    _ entry: inout YAMLRecord
  ) -> Int? {
    guard let number = entry.int(key), let node = entry.node(key) else { return nil }
    guard !range.contains(number) else { return number }
    entry.report(
      .diagramSettingsInvalid(
        "\(number) is no possible value of '\(key)'",
        help: "Write a whole number from \(range.lowerBound) to \(range.upperBound).",
        at: node.span(in: entry.file)
      )
    )
    return nil
  }

  private static func unknownRenderer(
    _ name: String,
    _ language: DiagramLanguage,
    at span: SourceSpan
  ) -> Diagnostic {
    let known = DiagramRenderer.readyMade(language).keys.sorted().joined(separator: "' or '")
    return .diagramSettingsInvalid(
      "'\(name)' is no renderer of \(language.name) that is known",
      help: "Write '\(known)', or give a 'command' of your own.",
      at: span
    )
  }
}
