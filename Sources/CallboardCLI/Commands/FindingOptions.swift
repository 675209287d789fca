import ArgumentParser
import CallboardBuild
import CallboardDiagnostics

/// How findings are shown and what they do to the exit code.
struct FindingOptions: ParsableArguments {
  /// The least severity that makes the command exit with 1.
  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case never, error, warning
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

  /// 1 when a finding is as bad as `--fail-on` says, else 0.
  func exitCode(for report: BuildReport) -> Int32 {
    let threshold: Diagnostic.Severity? =
      switch strict ? .warning : failOn {
      case .never: nil
      case .error: .error
      case .warning: .warning
      }
    guard let threshold else { return 0 }
    return report.diagnostics.contains { $0.severity >= threshold } ? 1 : 0
  }
}
