/// Why a repository could not be fetched, as far as git's words tell.
struct FetchFailure: Error, Equatable, Sendable {
  /// Completes the sentence "the repository cannot be fetched: …". Fit to print.
  var reason: String
  /// What can be done about it, as a sentence.
  var help: String

  /// Reads what a call of git for `url` has left.
  init(_ outcome: ProcessRunner.Outcome, of url: RemoteURL, cache: CacheFolder) {
    reason = GitMessage.reason(outcome, cache: cache)
    switch url.scheme {
    case .https, .http: self = Self.overHTTP(reason)
    case .ssh: help = Self.helpForSSH(reason, url)
    case .file: help = "Check the path, and that this user may read it."
    }
  }

  private init(_ reason: String, help: String) {
    self.reason = reason
    self.help = help
  }

  /// git tells these cases in words that need a knowledge of git.
  private static func overHTTP(_ reason: String) -> FetchFailure {
    if reason.contains("could not read Username") {
      FetchFailure(
        "the server asks for a login",
        help: "Name the environment variable of an access token under 'token', or correct the URL."
      )
    } else if reason.contains("Authentication failed") {
      FetchFailure(
        "the server refused the token",
        help: "Check that the token has not expired, and that it may read the repository."
      )
    } else if reason.contains("certificate") || reason.contains("SSL CA cert") {
      FetchFailure(
        reason,
        help: "Install the certificate of the server's authority on this machine, or name its file "
          + "in 'GIT_SSL_CAINFO'."
      )
    } else if ["disabled in libcurl", "Unsupported URL scheme"].contains(where: reason.contains) {
      FetchFailure(
        "the server redirects to something other than https",
        help: "Write the address that the repository has now."
      )
    } else {
      FetchFailure(reason, help: "Check the URL, and that this machine can reach the server.")
    }
  }

  private static func helpForSSH(_ reason: String, _ url: RemoteURL) -> String {
    if reason.contains("IDENTIFICATION HAS CHANGED") {
      return
        "If the server has a new key, ask its administrators for it and replace the old one in "
        + "'~/.ssh/known_hosts'."
    }
    if reason.contains("Host key verification failed") {
      let port = url.port.map { "-p \($0) " } ?? ""
      return
        "Add the server's key to '~/.ssh/known_hosts': connect once with 'ssh \(port)\(url.host)' "
        + "and compare the key that it shows."
    }
    if reason.contains("Permission denied") {
      return "Add a key that may read the repository to the ssh agent of this user."
    }
    return "Check the URL, and that this machine can reach the server."
  }
}
