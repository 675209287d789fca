package import ArgumentParser
import CallboardBuild
import CallboardDiagnostics

/// `callboard init`: a commented site.yaml to start from.
package struct InitCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented site.yaml into the current folder."
  )

  @Option(
    name: .customLong("from"),
    help: "A Backstage app-config.yaml whose catalog locations and rules to take over."
  )
  var appConfig: String?

  @Option(help: "The file to write.")
  var config = "site.yaml"

  @Flag(help: "Replace the file if it exists.")
  var force = false

  package init() {}

  package func run() throws {
    let terminal = Terminal(color: .auto, isQuiet: false)
    try terminal.reportingFailures {
      let written = try SiteFile.write(to: config, importing: appConfig, replacing: force)
      for diagnostic in written.diagnostics { terminal.print(diagnostic, sources: { _ in nil }) }
      terminal.say(
        "Wrote \(config). Next: list your repositories in it, then run 'callboard build'."
      )
      return 0
    }
  }
}
