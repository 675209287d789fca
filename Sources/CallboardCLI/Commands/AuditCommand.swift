package import ArgumentParser
import CallboardBuild
import CallboardDiagnostics

/// `callboard audit OUTPUT`: reads a built site anew, for whoever publishes it.
package struct AuditCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Look through a built portal for active content, secrets and broken links.",
    discussion: """
      OUTPUT is an output folder of 'callboard build'. Nothing else is read. Findings are the result of \
      this command, so they go to standard output.
      """
  )

  @Argument(help: "The built portal.", completion: .directory)
  var output: String

  @OptionGroup var report: ReportOptions

  @Option(name: .shortAndLong, help: "How many files to read at once. Default: one a core.")
  var jobs: Int?

  package init() {}

  package func validate() throws {
    if let jobs, jobs < 1 || jobs > 1024 {
      throw ValidationError("--jobs must be a number from 1 to 1024.")
    }
  }

  package func run() throws {
    let terminal = Terminal(color: report.color, isQuiet: report.quiet)
    try terminal.reportingFailures {
      let session = AuditSession(folder: output, jobs: jobs)
      let audit = try session.run(failing: report.threshold)
      try report.show(audit.findings, on: terminal, isResult: true)
      terminal.say(audit.summary)
      return report.exitCode(for: audit.findings.diagnostics)
    }
  }
}
