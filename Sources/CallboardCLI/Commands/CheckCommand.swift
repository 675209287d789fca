package import ArgumentParser
import CallboardBuild
import CallboardDiagnostics

/// `callboard check`: everything that a build finds, without writing a site.
package struct CheckCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report problems in descriptors, docs and links; write no site.",
    discussion: "Findings are the result of this command, so they go to standard output."
  )

  /// How findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var findings: FindingOptions

  @Option(help: "How to print findings: text, or json with one object a line.")
  var format = Format.text

  package init() {}

  package func run() throws {
    let terminal = Terminal(color: findings.color, isQuiet: findings.quiet)
    try terminal.reportingFailures {
      let session = try BuildSession(
        request: input.request(output: nil),
        progress: terminal.progress
      )
      let report = try session.check()
      terminal.progress.end()
      switch format {
      case .text: terminal.print(findings: report, toStandardOutput: true)
      case .json: StandardOutput.write(JSONFormatter.format(report.diagnostics))
      }
      terminal.printSummary(report)
      return findings.exitCode(for: report)
    }
  }
}
