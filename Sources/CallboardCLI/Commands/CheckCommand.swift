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

  @Option(
    help: ArgumentHelp(
      "Judge the repository in this folder alone, against the published portal of all.",
      valueName: "folder"
    )
  )
  var repo: String?

  @Option(help: "What the portal calls the repository. Default: the folder's name.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The portal's output folder or its address. Default: 'check.portal' of site.yaml.",
      valueName: "folder|url"
    )
  )
  var portal: String?

  @Option(
    help: ArgumentHelp(
      "How long to wait for one file of a portal on the web.",
      valueName: "seconds"
    )
  )
  var portalTimeout = 30

  package init() {}

  package func validate() throws {
    if repo == nil, portal != nil || name != nil {
      throw ValidationError("--portal and --name go with --repo.")
    }
    if portalTimeout < 1 || portalTimeout > 3600 {
      throw ValidationError("--portal-timeout must be a number from 1 to 3600.")
    }
  }

  package func run() throws {
    let terminal = Terminal(color: findings.color, isQuiet: findings.quiet)
    try terminal.reportingFailures {
      var request = input.request(output: nil, findings)
      request.repository = repo.map {
        RepositoryRequest(folder: $0, name: name, portal: portal, timeoutSeconds: portalTimeout)
      }
      let session = try BuildSession(request: request, progress: terminal.progress)
      let report = try session.check()
      terminal.progress.end()
      try findings.show(report, on: terminal, isResult: true)
      terminal.printSummary(report)
      return findings.exitCode(for: report)
    }
  }
}
