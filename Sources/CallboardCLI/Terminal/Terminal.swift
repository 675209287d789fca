import ArgumentParser
import CallboardBuild
import CallboardDiagnostics
import Glibc

/// Where a command talks to people: findings, progress and the closing line, on standard error.
struct Terminal {
  private let usesColor: Bool
  private let isQuiet: Bool
  let progress: ProgressPrinter

  init(color: ReportOptions.Color, isQuiet: Bool) {
    let isTerminal = isatty(STDERR_FILENO) == 1
    usesColor =
      switch color {
      case .always: true
      case .never: false
      case .auto: isTerminal && getenv("NO_COLOR") == nil
      }
    self.isQuiet = isQuiet
    progress = ProgressPrinter(mode: isQuiet ? .silent : isTerminal ? .bar : .lines)
  }

  /// Runs a command's work and turns its outcome into the exit code: 2 when it could not be done.
  func reportingFailures(_ body: () throws -> Int32) throws {
    // A reader that closes the pipe must end the command by a failed write, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    let code: Int32
    do {
      code = try body()
    } catch let failure as BuildFailure {
      progress.end()
      print(failure)
      throw ExitCode(2)
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// Prints why something could not be done, after what was found before.
  func print(_ failure: BuildFailure) {
    for diagnostic in failure.diagnostics { print(diagnostic, sources: failure.source) }
    let label = usesColor ? "\u{1B}[1;31mfailed\u{1B}[0m" : "failed"
    write("\(label): \(TerminalText.escaped(failure.summary))\n")
    for help in failure.help { write("  = help: \(TerminalText.escaped(help))\n") }
  }

  /// Prints findings, worst and best alike, in their order.
  func print(_ findings: FindingReport, as format: ReportFormat, toStandardOutput: Bool) {
    let color = toStandardOutput ? usesColor && isatty(STDOUT_FILENO) == 1 : usesColor
    FileDescriptorWriter.write(
      format.format(findings, usesColor: color),
      to: toStandardOutput ? STDOUT_FILENO : STDERR_FILENO
    )
  }

  /// Tells which findings of the baseline are gone.
  ///
  /// - Parameter isRemoved: Whether they have been taken out of the file.
  func print(mended: [BaselineEntry], isRemoved: Bool) {
    guard !mended.isEmpty else { return }
    let shown = 20
    for entry in mended.prefix(shown) { say("mended: \(entry.description)") }
    if mended.count > shown { say("mended: \(mended.count - shown) more") }
    if !isRemoved { say("Take them out of the baseline with --update-baseline.") }
  }

  func print(_ diagnostic: Diagnostic, sources: @escaping @Sendable (SourcePath) -> [UInt8]?) {
    write(TextFormatter(usesColor: usesColor, source: sources).format(diagnostic) + "\n")
  }

  func print(_ timings: StageTimings) {
    write(TimingsTable.text(timings))
  }

  /// The closing line, always of the same shape.
  func printSummary(_ report: BuildReport) {
    say(report.summary)
  }

  func say(_ line: String) {
    if !isQuiet { write(line + "\n") }
  }

  private func write(_ text: String) {
    FileDescriptorWriter.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
