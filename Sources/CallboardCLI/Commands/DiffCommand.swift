package import ArgumentParser
import CallboardBuild

/// `callboard diff OLD NEW`: what a change does to the catalog.
package struct DiffCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what differs between the catalogs of two built portals.",
    discussion: """
      Each of OLD and NEW is an output folder of 'callboard build', or its folder api/v1. Nothing but \
      their JSON is read.
      """
  )

  @Argument(help: "The portal before the change.")
  var old: String

  @Argument(help: "The portal after the change.")
  var new: String

  @Option(help: "text, markdown for a comment on a pull request, or json.")
  var format = DiffSession.Format.text

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if a reference broke, an entity was removed or got another owner, or anything differs.",
      discussion: "May be given several times."
    )
  )
  var failOn: [DiffSession.Condition] = []

  package init() {}

  package func run() throws {
    let terminal = Terminal(color: .auto, isQuiet: false)
    try terminal.reportingFailures {
      let session = try DiffSession(old: old, new: new)
      StandardOutput.write(session.formatted(format))
      return failOn.contains(where: session.holds) ? 1 : 0
    }
  }
}

extension DiffSession.Format: ExpressibleByArgument {}
extension DiffSession.Condition: ExpressibleByArgument {}
