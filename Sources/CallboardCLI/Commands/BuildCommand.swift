package import ArgumentParser
import CallboardBuild
import CallboardDiagnostics

/// `callboard build`: crawl, render and publish into the output folder.
package struct BuildCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the portal into the output folder.",
    discussion: """
      Only what changed is written, and the folder is replaced in one step: whoever reads it sees the \
      old site or the new one, never a mixture.
      """
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var findings: FindingOptions

  @Option(
    name: .shortAndLong,
    help: "The folder to write. Default: 'output' of site.yaml, or dist."
  )
  var output: String?

  @Flag(help: "Print how long each stage took and how much memory the build needed.")
  var timings = false

  @Option(
    help: ArgumentHelp("Write the stages and the memory as a Chrome trace.", valueName: "file")
  )
  var trace: String?

  package init() {}

  package func run() throws {
    let terminal = Terminal(color: findings.color, isQuiet: findings.quiet)
    try terminal.reportingFailures {
      var request = input.request(output: output, findings)
      request.watchesMemory = timings || trace != nil
      let session = try BuildSession(request: request, progress: terminal.progress)
      let report = try session.build()
      terminal.progress.end()
      try findings.show(report, on: terminal, isResult: false)
      if timings { terminal.print(report.timings) }
      if let trace { try OperatorFile.write(ChromeTrace.file(report.timings), to: trace) }
      terminal.printSummary(report)
      return findings.exitCode(for: report)
    }
  }
}
