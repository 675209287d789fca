package import ArgumentParser
import CallboardBuild

/// `callboard scan`: does a share of a build's work on one of several machines.
package struct ScanCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Fill the cache for a build, alone or as one of many machines.",
    discussion: """
      Renders pages, draws their diagrams and reads the history of repositories. Copy the files of all \
      machines' caches into one folder and build with it: the site is that of a build without them, \
      and what is missing the build does itself. Findings are kept and told by the build.
      """
  )

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "This machine's share, such as 2/8 for the second of eight.",
      valueName: "number/count"
    )
  )
  var shard = ScanShard.whole

  @Option(help: "Colour messages: auto, always, never.")
  var color = ReportOptions.Color.auto

  @Flag(name: .shortAndLong, help: "Print failures only.")
  var quiet = false

  @Flag(help: "Print how long each stage took.")
  var timings = false

  package init() {}

  package func run() throws {
    let terminal = Terminal(color: color, isQuiet: quiet)
    try terminal.reportingFailures {
      let request = BuildRequest(configuration: input.config, cache: input.cache, jobs: input.jobs)
      let session = try BuildSession(request: request, progress: terminal.progress)
      let report = try session.scan(shard)
      terminal.progress.end()
      for name in report.unread.sorted() { terminal.say("'\(name)' could not be read.") }
      if timings { terminal.print(report.timings) }
      terminal.say(report.summary)
      return 0
    }
  }
}

extension ScanShard: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }

  /// As it is written on the command line.
  package var defaultValueDescription: String { "\(number)/\(count)" }
}
