package import ArgumentParser
import CallboardBuild

/// `callboard render-worker`: the process that renders Markdown for a build, fed over pipes.
///
/// Hidden, because people have no use for it: its frames are the build's own protocol.
package struct RenderWorkerCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: BuildSession.workerArgument,
    abstract: "Render pages for a build (internal).",
    shouldDisplay: false
  )

  package init() {}

  package func run() {
    BuildSession.runWorker()
  }
}
