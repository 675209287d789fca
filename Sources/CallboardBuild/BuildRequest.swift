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

  /// Whether memory is watched, for `--timings` and `--trace`.
  package var watchesMemory = false

  /// The folder of the one repository to judge, relative to the current folder; nil for the whole site.
  package var repository: RepositoryRequest?

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

/// One repository to be judged against the published portal.
package struct RepositoryRequest: Sendable {
  package var folder: String
  /// What the portal calls it; nil for the folder's name.
  package var name: String?
  /// The portal's output folder, relative to the current folder, or its web address; nil for
  /// `check.portal` of site.yaml.
  package var portal: String?
  /// For one file of a portal on a web server.
  package var timeoutSeconds: Int

  package init(folder: String, name: String?, portal: String?, timeoutSeconds: Int) {
    self.folder = folder
    self.name = name
    self.portal = portal
    self.timeoutSeconds = timeoutSeconds
  }
}
