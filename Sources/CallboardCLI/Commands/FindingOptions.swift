import ArgumentParser
import CallboardBuild
import CallboardDiagnostics

/// How findings are shown and what they do to the exit code.
struct ReportOptions: ParsableArguments {
  /// The least severity that makes the command exit with 1.
  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case never, error, warning

    /// nil when no finding does.
    var severity: Diagnostic.Severity? {
      switch self {
      case .never: nil
      case .error: .error
      case .warning: .warning
      }
    }
  }

  /// When to colour: `auto` does on a terminal unless NO_COLOR is set (no-color.org).
  enum Color: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(help: "Exit with 1 on findings of this severity or worse: never, error, warning.")
  var failOn = FailOn.error

  @Flag(help: "The same as --fail-on warning.")
  var strict = false

  @Option(help: "Colour messages: auto, always, never.")
  var color = Color.auto

  @Flag(name: .shortAndLong, help: "Print findings and failures only.")
  var quiet = false

  @Option(help: "How to print findings: text, json, sarif, github, gitlab, junit.")
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp(
      "Write the findings to a file, too, such as sarif=callboard.sarif. May be repeated.",
      valueName: "format=file"
    )
  )
  var report: [ReportFile] = []

  /// The least severity that makes the command exit with 1; nil when none does.
  var threshold: Diagnostic.Severity? {
    (strict ? .warning : failOn).severity
  }

  /// Prints the findings and writes them to the files of `--report`.
  ///
  /// - Parameter isResult: Whether findings are what the command is for, so that they go to standard
  ///   output. In a form for programs they always do.
  func show(_ findings: FindingReport, on terminal: Terminal, isResult: Bool) throws {
    terminal.print(findings, as: format, toStandardOutput: isResult || format != .text)
    for file in report {
      try OperatorFile.write(file.format.format(findings), to: file.path)
    }
  }

  /// 1 when a finding is as bad as `--fail-on` says, else 0.
  func exitCode(for diagnostics: [Diagnostic]) -> Int32 {
    guard let threshold else { return 0 }
    return diagnostics.contains { $0.severity >= threshold } ? 1 : 0
  }
}

/// How the findings of a build are shown, and which of them are known.
struct FindingOptions: ParsableArguments {
  @OptionGroup var shown: ReportOptions

  @Option(help: "A file of known findings, which are counted only. Default: 'check.baseline'.")
  var baseline: String?

  @Flag(help: "Write what is found into the baseline.")
  var updateBaseline = false

  var color: ReportOptions.Color { shown.color }
  var quiet: Bool { shown.quiet }

  /// Prints the findings, writes them to the files of `--report`, and says what became of the baseline.
  func show(_ report: BuildReport, on terminal: Terminal, isResult: Bool) throws {
    let findings = report.findings(failing: shown.threshold)
    try shown.show(findings, on: terminal, isResult: isResult)
    terminal.print(mended: report.mended, isRemoved: updateBaseline)
  }

  /// 1 when a finding is as bad as `--fail-on` says, else 0.
  func exitCode(for report: BuildReport) -> Int32 {
    shown.exitCode(for: report.diagnostics)
  }
}

/// A value of `--report`: a form and the file to write.
struct ReportFile: ExpressibleByArgument {
  var format: ReportFormat
  var path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let format = ReportFormat(rawValue: String(parts[0])) else {
      return nil
    }
    self.format = format
    path = String(parts[1])
  }
}

extension ReportFormat: ExpressibleByArgument {}
