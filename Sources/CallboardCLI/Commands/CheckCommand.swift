package import ArgumentParser
import CallboardBuild

/// `callboard check`: everything that a build finds, without writing a site.
package struct CheckCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report problems in descriptors, docs and links; write no site.",
    discussion: "Findings are the result of this command, so they go to standard output."
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var findings: FindingOptions

  @OptionGroup var repository: RepositoryOptions

  package init() {}

  package func run() throws {
    let terminal = Terminal(color: findings.color, isQuiet: findings.quiet)
    try terminal.reportingFailures {
      var request = input.request(output: nil, findings)
      request.repository = repository.request
      let session = try BuildSession(request: request, progress: terminal.progress)
      let report = try session.check()
      terminal.progress.end()
      try findings.show(report, on: terminal, isResult: true)
      terminal.printSummary(report)
      return findings.exitCode(for: report)
    }
  }
}
