package import ArgumentParser
import CallboardBuild

/// The command line: `callboard build`, `serve`, `publish`, `check`, `audit`, `scan`, `diff`, `query`, `export`,
/// `theme`, `explain`, `init`.
///
/// Exit codes are the same for every command: 0 done; 1 done, with findings at or above `--fail-on`;
/// 2 could not do its job; 64 wrong usage.
package struct CallboardCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "callboard",
    abstract: "Builds the developer portal of an organisation as a static site.",
    discussion: """
      Callboard crawls repositories for Backstage descriptors and Markdown, resolves the entities' \
      relations, renders their docs and writes a portal that any static host can serve.
      """,
    version: GeneratorVersion.current,
    subcommands: [
      BuildCommand.self, ServeCommand.self, PublishCommand.self, CheckCommand.self,
      AuditCommand.self, ScanCommand.self, DiffCommand.self, QueryCommand.self, ExportCommand.self,
      ThemeCommand.self,
      ExplainCommand.self, InitCommand.self,
      RenderWorkerCommand.self,
    ]
  )

  package init() {}
}
