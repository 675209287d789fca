/// What a person asked for on the command line; nil leaves a choice to `site.yaml` or the defaults.
package struct BuildRequest: Sendable {
  /// The path of `site.yaml`, relative to the current folder.
  package var configuration: String?
  package var output: String?
  package var cache: String?
  /// How many pages to work on at once, at least 1.
  package var jobs: Int?
  /// The path of the `callboard` binary, whose copies render pages; nil for the running program itself.
  package var executable: String?
  /// The path of the file of known findings, relative to the current folder.
  package var baseline: String?
  /// Whether that file is written anew, with what is found now.
  package var updatesBaseline = false

  package init(
    configuration: String? = nil,
    output: String? = nil,
    cache: String? = nil,
    jobs: Int? = nil,
    executable: String? = nil
  ) {
    self.configuration = configuration
    self.output = output
    self.cache = cache
    self.jobs = jobs
    self.executable = executable
  }
}
