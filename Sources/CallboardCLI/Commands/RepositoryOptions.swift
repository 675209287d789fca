import ArgumentParser
import CallboardBuild

/// Which repository to look at alone, and inside which portal, shared by `check` and `serve`.
struct RepositoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take the repository in this folder alone, with the published portal of all around it.",
      valueName: "folder"
    )
  )
  var repo: String?

  @Option(help: "What the portal calls the repository. Default: the folder's name.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The portal's output folder or its address. Default: 'check.portal' of site.yaml.",
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

  func validate() throws {
    if repo == nil, portal != nil || name != nil {
      throw ValidationError("--portal and --name go with --repo.")
    }
    if portalTimeout < 1 || portalTimeout > 3600 {
      throw ValidationError("--portal-timeout must be a number from 1 to 3600.")
    }
  }

  /// nil for the whole site.
  var request: RepositoryRequest? {
    repo.map {
      RepositoryRequest(folder: $0, name: name, portal: portal, timeoutSeconds: portalTimeout)
    }
  }
}
