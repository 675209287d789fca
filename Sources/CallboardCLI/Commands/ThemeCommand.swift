package import ArgumentParser
import CallboardBuild
import CallboardDiagnostics

/// `callboard theme`: files of the theme that an operator changes.
package struct ThemeCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "Copy files of the theme to change them, and check those that were changed.",
    subcommands: [EjectCommand.self, CheckThemeCommand.self]
  )

  package init() {}

  /// `callboard theme eject [NAME…]`.
  struct EjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "eject",
      abstract: "Copy templates, styles, scripts and icons into the theme's folder.",
      discussion: """
        The folder is 'theme.folder' of site.yaml, or 'portal' beside it. What was copied is noted in a folder \
        '.ejected' in it, so that 'callboard theme check' can tell what changed since. Without a name, all names are \
        listed.
        """
    )

    @Argument(help: "A file of the theme, such as pages/home.html or styles/tokens.css.")
    var names: [String] = []

    @Option(name: .shortAndLong, help: "The site's description. Default: site.yaml here.")
    var config: String?

    @Flag(help: "Replace files that are there already.")
    var force = false

    @Flag(help: "Keep files that are there already, and note that they are up to date.")
    var keep = false

    func validate() throws {
      if force, keep { throw ValidationError("--force and --keep exclude each other.") }
      if names.isEmpty, force || keep { throw ValidationError("Name the files.") }
    }

    func run() throws {
      let terminal = Terminal(color: .auto, isQuiet: false)
      try terminal.reportingFailures {
        guard !names.isEmpty else {
          StandardOutput.write(Array((ThemeSession.names.joined(separator: "\n") + "\n").utf8))
          return 0
        }
        let session = try ThemeSession(configuration: config)
        let ejection: ThemeSession.Ejection = force ? .replacing : keep ? .keeping : .new
        for path in try session.eject(names, as: ejection) {
          terminal.say(keep ? "Kept \(path)" : "Wrote \(path)")
        }
        if !session.isFolderUsed {
          terminal.say("Add 'theme: {folder: portal}' to site.yaml, so that builds use it.")
        }
        return 0
      }
    }
  }

  /// `callboard theme check`.
  struct CheckThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract:
        "Report overrides that are out of date, names that nothing uses, and colours too alike.",
      discussion: "Findings are the result of this command, so they go to standard output."
    )

    @Option(name: .shortAndLong, help: "The site's description. Default: site.yaml here.")
    var config: String?

    @Option(help: "Exit with 1 on findings of this severity or worse: never, error, warning.")
    var failOn = ReportOptions.FailOn.error

    @Flag(help: "The same as --fail-on warning.")
    var strict = false

    @Option(help: "Colour messages: auto, always, never.")
    var color = ReportOptions.Color.auto

    @Option(help: "How to print findings: text, json, sarif, github, gitlab, junit.")
    var format = ReportFormat.text

    func run() throws {
      let terminal = Terminal(color: color, isQuiet: false)
      try terminal.reportingFailures {
        var report = try ThemeSession(configuration: config).check()
        report.failing = (strict ? .warning : failOn).severity
        terminal.print(report, as: format, toStandardOutput: true)
        guard let failing = report.failing else { return 0 }
        return report.diagnostics.contains { $0.severity >= failing } ? 1 : 0
      }
    }
  }
}
