package import ArgumentParser
import CallboardBuild

/// `callboard export`: writes what the portal is made from in the forms of other programs.
package struct ExportCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the docs in the form of another program.",
    subcommands: [ExportTechDocsCommand.self]
  )

  package init() {}
}

/// `callboard export techdocs`: the storage of a Backstage.
package struct ExportTechDocsCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "techdocs",
    abstract: "Write every entity's docs as Backstage's TechDocs storage holds them.",
    discussion: """
      The folder gets NAMESPACE/KIND/NAME/ for each entity with docs. Serve it with the publisher \
      'local', or copy it into the bucket of another one; the builder must be 'external'.
      """
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var findings: FindingOptions

  @Option(name: .shortAndLong, help: "The folder to write.")
  var output = "techdocs"

  package init() {}

  package func run() throws {
    let terminal = Terminal(color: findings.color, isQuiet: findings.quiet)
    try terminal.reportingFailures {
      let session = try BuildSession(
        request: input.request(output: output, findings),
        progress: terminal.progress
      )
      let report = try session.exportTechDocs()
      terminal.progress.end()
      try findings.show(report, on: terminal, isResult: false)
      terminal.printSummary(report)
      return findings.exitCode(for: report)
    }
  }
}
