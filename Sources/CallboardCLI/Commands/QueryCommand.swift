package import ArgumentParser
import CallboardBuild
import CallboardCatalog
import CallboardDiagnostics

/// `callboard query`: the entities that meet a condition, or the pages that search finds.
package struct QueryCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "List the entities that meet a condition, or search a built portal.",
    discussion: """
      Conditions are those of queries to Backstage's catalog. Reads the repositories of site.yaml, or \
      with --portal a portal that was built before. No entity is no failure: the exit code is 0.

        callboard query kind=component,spec.type=service
        callboard query '{"kind": "api", "$not": …}' --format refs
        callboard query --search 'refund policy kind:api'
      """
  )

  @Argument(
    help: ArgumentHelp(
      "A condition: 'kind=component,spec.type=service', or JSON or YAML in braces.",
      discussion: "Of several, an entity must meet one. Without any, all entities are listed.",
      valueName: "filter"
    )
  )
  var filters: [String] = []

  @Option(
    help: ArgumentHelp(
      "Search the built portal instead, as its search page does, and list pages.",
      valueName: "text"
    )
  )
  var search: String?

  @Option(
    help: ArgumentHelp(
      "A file with a condition as JSON or YAML, which must be met as well; - reads standard input.",
      valueName: "file"
    )
  )
  var predicate: String?

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "Ask a built portal instead: its output folder, the folder of its JSON, or its address.",
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

  @Option(help: "The fields to list, with commas between them. May be repeated.")
  var fields: [String] = []

  @Option(
    help: ArgumentHelp(
      "A field to sort by, such as metadata.title:desc. May be repeated; the first counts most.",
      valueName: "field[:asc|:desc]"
    )
  )
  var order: [EntityOrder] = []

  @Option(help: "List so many at most; all entities and 10 pages without it.")
  var limit: Int?

  @Option(help: "Leave out so many at the start.")
  var offset = 0

  @Option(help: "How to list: table, json, csv, refs.")
  var format = QueryFormat.table

  @Flag(help: "In CSV, put ' before texts that a spreadsheet would take for formulas.")
  var guardFormulas = false

  @Flag(name: .shortAndLong, help: "Print the answer and failures only.")
  var quiet = false

  package init() {}

  package func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more.") }
    if offset < 0 { throw ValidationError("--offset must be 0 or more.") }
    if portalTimeout < 1 || portalTimeout > 3600 {
      throw ValidationError("--portal-timeout must be a number from 1 to 3600.")
    }
    if portal != nil, input.config != nil {
      throw ValidationError("--portal and --config name two catalogs; give one of them.")
    }
    if !fields.isEmpty, format == .refs {
      throw ValidationError("--fields goes with json, csv and table.")
    }
    if search != nil { try validateSearch() }
    if guardFormulas, format != .csv {
      throw ValidationError("--guard-formulas goes with --format csv.")
    }
  }

  /// Of the options, search takes `--portal`, `--config`, `--limit`, `--offset` and two formats.
  private func validateSearch() throws {
    if !filters.isEmpty || predicate != nil {
      throw ValidationError(
        "--search takes its conditions in the text, such as 'kind:api owner:team-a'."
      )
    }
    if !fields.isEmpty || !order.isEmpty {
      throw ValidationError("--search lists pages by rank; --fields and --order go with entities.")
    }
    if SearchRequest.Format(rawValue: format.rawValue) == nil {
      throw ValidationError("--search goes with --format table and json.")
    }
  }

  package func run() throws {
    let terminal = Terminal(color: .auto, isQuiet: quiet)
    if let searchRequest {
      try terminal.reportingFailures {
        terminal.say(try SearchSession(searchRequest).run(StandardOutput.write))
        return 0
      }
      return
    }
    try terminal.reportingFailures {
      let session = try QuerySession(request)
      for diagnostic in session.diagnostics {
        terminal.print(diagnostic, sources: session.source)
      }
      // A condition that makes no sense is wrong usage, like an unknown option.
      guard !session.hasErrors else { return ExitCode.validationFailure.rawValue }
      let count = try session.run(progress: terminal.progress, StandardOutput.write)
      terminal.say("\(count) \(count == 1 ? "entity" : "entities")")
      return 0
    }
  }

  /// nil when entities are asked for.
  private var searchRequest: SearchRequest? {
    guard let search else { return nil }
    var request = SearchRequest(text: search)
    request.portal = portal
    request.timeoutSeconds = portalTimeout
    request.configuration = input.config
    request.limit = limit ?? request.limit
    request.offset = offset
    request.format = SearchRequest.Format(rawValue: format.rawValue) ?? request.format
    return request
  }

  private var request: QueryRequest {
    let place: QueryRequest.Place =
      if let portal {
        .portal(portal, timeoutSeconds: portalTimeout)
      } else {
        .site(BuildRequest(configuration: input.config, cache: input.cache, jobs: input.jobs))
      }
    var request = QueryRequest(place: place)
    request.filters = filters
    request.predicateFile = predicate
    request.fields = fields.flatMap { list in
      list.split(separator: ",").map { field in
        FieldPath(String(field.drop { $0 == " " }))
      }
    }
    request.order = order
    request.offset = offset
    request.limit = limit
    request.format = format
    request.isGuardingFormulas = guardFormulas
    return request
  }
}

extension QueryFormat: ExpressibleByArgument {}

extension EntityOrder: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
