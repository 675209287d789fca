import CallboardMarkdown

/// A program of the operator's that draws diagrams of one language.
///
/// Only what `site.yaml` names is ever run; of the content comes nothing but the source, which is handed over on
/// standard input or as a file.
struct DiagramRenderer: Hashable, Sendable {
  /// A name to look for in `PATH`, or a path with a slash in it, relative to the folder of `site.yaml`.
  var program: String

  /// In which `{input}`, `{output}` and `{theme}` are filled in; one that becomes empty is left out.
  ///
  /// Without `{input}` the source is written to standard input, without `{output}` the drawing is read from standard
  /// output, and without `{theme}` one drawing serves both colour schemes.
  var arguments: [String]

  /// What `{theme}` stands for in light and dark pages.
  var themes: [Theme: String] = [.light: "light", .dark: "dark"]

  /// Arguments that make the program tell its version; nil where nothing does.
  var versionArguments: [String]?

  /// What it needs in its environment beside the path and a home.
  var environment: [String: String] = [:]

  /// Words of sources that choose colours of their own, and so are drawn once, for light pages.
  var ownColors: [String] = []

  /// Sources that would have the program read other files are refused.
  var caution = DiagramCaution.none

  var timeoutSeconds = 20
  var memoryMegabytes = 1024

  init(program: String, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  enum Theme: String, CaseIterable, Hashable, Sendable {
    case light, dark
  }

  var hasThemes: Bool { arguments.contains { $0.contains("{theme}") } }
  var hasInputFile: Bool { arguments.contains { $0.contains("{input}") } }
  var hasOutputFile: Bool { arguments.contains { $0.contains("{output}") } }

  /// The themes to draw a source in.
  func themes(for source: DiagramSource) -> [Theme] {
    let isColored = ownColors.contains { source.text.contains($0) }
    return hasThemes && !isColored ? Theme.allCases : [.light]
  }

  /// The arguments of one drawing.
  func arguments(theme: Theme, input: String, output: String) -> [String] {
    let values = [("{input}", input), ("{output}", output), ("{theme}", themes[theme] ?? "")]
    return arguments.flatMap { argument -> [String] in
      // A theme may be several arguments, a line each.
      if argument == "{theme}" { return values[2].1.split(separator: "\n").map(String.init) }
      let filled = values.reduce(argument) { text, value in
        text.split(separator: value.0, omittingEmptySubsequences: false)
          .joined(separator: value.1)
      }
      return filled.isEmpty && !argument.isEmpty ? [] : [filled]
    }
  }
}

/// What `site.yaml` says on diagrams: a renderer for each language that has one.
package struct DiagramSettings: Sendable {
  var renderers: [DiagramLanguage: DiagramRenderer] = [:]

  package init() {}
}
