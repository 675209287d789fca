package import ArgumentParser
import CallboardBuild
import CallboardDiagnostics
import CallboardPreview

/// `callboard serve`: the portal in a browser on this machine, up to date at every save.
package struct ServeCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the portal in a browser, and again whenever a file is saved.",
    discussion: """
      Nothing is written but the cache. Only programs on this machine reach the server unless --host says \
      otherwise; then everyone who reaches the machine reads the portal. Ctrl-C ends it.
      """
  )

  @OptionGroup var input: InputOptions

  @Option(
    help: "The port to listen at; 0 is any that is free. Default: the first free one from 8000."
  )
  var port: Int?

  @Option(help: "The address to listen at; 0.0.0.0 is all of this machine's.")
  var host = "127.0.0.1"

  @Flag(help: "Open the portal in the browser.")
  var open = false

  @OptionGroup var repository: RepositoryOptions

  @Option(help: "Colour messages: auto, always, never.")
  var color = ReportOptions.Color.auto

  package init() {}

  package func validate() throws {
    if let port, port < 0 || port > 65535 {
      throw ValidationError("--port must be a number from 0 to 65535.")
    }
  }

  package func run() throws {
    let terminal = Terminal(color: color, isQuiet: false)
    try terminal.reportingFailures {
      var request = BuildRequest(configuration: input.config, cache: input.cache, jobs: input.jobs)
      request.repository = repository.request
      let server = try PreviewServer(
        host: host,
        ports: port.map { [$0] } ?? Array(8000...8019),
        portal: try BuildSession.portalPlace(of: request).map(PreviewPortal.init(place:))
      )
      let session = try PreviewSession(
        request: request,
        server: server,
        progress: terminal.progress
      )
      terminal.say("Serving \(server.address)/ until Ctrl-C")
      if open { Browser.open("\(server.address)/") }
      session.run { outcome in
        terminal.progress.end()
        switch outcome {
        case .built(let report):
          terminal.print(report.findings(failing: .error), as: .text, toStandardOutput: false)
          terminal.printSummary(report)
        case .failed(let failure):
          terminal.print(failure)
        }
      }
    }
  }
}
