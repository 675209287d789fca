package import ArgumentParser
import CallboardBuild
import CallboardPublish

/// `callboard publish`: the built portal goes to where people read it.
package struct PublishCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Bring the built portal to a folder, a git branch or a storage of rclone.",
    discussion: """
      Only what changed is sent: what pages load first, then pages, then what leads to them, and what is \
      gone is removed last. Build before: this command sends what is in the output folder.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "A folder, git:REMOTE#BRANCH or rclone:REMOTE:PATH. Default: 'publish.to' of site.yaml.",
      discussion: "REMOTE of git is a remote's name or a URL; without a branch it is gh-pages."
    )
  )
  var destination: String?

  @OptionGroup var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: "The built portal. Default: 'output' of site.yaml, or dist."
  )
  var output: String?

  @Flag(help: "Only list what would be sent (+ new, ~ changed) and removed (-).")
  var dryRun = false

  @Flag(help: "Send all files, also those that the destination is known to have.")
  var all = false

  @Option(help: "Colour messages: auto, always, never.")
  var color = ReportOptions.Color.auto

  @Flag(name: .shortAndLong, help: "Print no progress and no closing line.")
  var quiet = false

  package init() {}

  package func run() throws {
    let terminal = Terminal(color: color, isQuiet: quiet)
    try terminal.reportingFailures {
      var request = BuildRequest(configuration: input.config, output: output, cache: input.cache)
      request.jobs = input.jobs
      let session = try PublishSession(
        request: PublishRequest(build: request, destination: destination, isSendingAll: all),
        progress: terminal.progress
      )
      let changes = dryRun ? try session.plan() : try session.publish()
      terminal.progress.end()
      if dryRun { StandardOutput.write(Array(changes.lines.utf8)) }
      terminal.say(session.summary(changes, isDone: !dryRun))
      return 0
    }
  }
}
