import ArgumentParser
import CallboardBuild

/// What to build from, shared by the commands that run the pipeline.
struct InputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: """
      The site's description. Default: site.yaml here, and without one the current folder as the \
      only source.
      """
  )
  var config: String?

  @Option(
    help: "The folder of what is kept between builds. Default: .callboard/cache beside site.yaml."
  )
  var cache: String?

  @Option(name: .shortAndLong, help: "How many pages to work on at once. Default: one a core.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 || jobs > 1024 {
      throw ValidationError("--jobs must be a number from 1 to 1024.")
    }
  }

  func request(output: String?, _ findings: FindingOptions) -> BuildRequest {
    var request = BuildRequest(configuration: config, output: output, cache: cache, jobs: jobs)
    request.baseline = findings.baseline
    request.updatesBaseline = findings.updateBaseline
    return request
  }
}
