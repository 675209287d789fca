/// How git logs in over https.
extension Git {
  /// Names the program that git asks for a login: a line of shell that prints two variables.
  ///
  /// The secret itself is in the environment, because arguments are visible to all users. git asks
  /// for this one server only, so a redirect does not take the secret to another, as it would take
  /// a header that is set for all requests.
  static func loginSettings(for reach: Reach) -> [String] {
    guard case .remote(let url, let token) = reach, login(for: url, token: token) != nil else {
      return []
    }
    let print = "printf 'username=%s\\npassword=%s\\n' \"$\(userVariable)\" \"$\(secretVariable)\""
    return ["credential.https://\(url.authority).helper=!f() { \(print); }; f"]
  }

  /// What that line prints.
  static func loginVariables(for url: RemoteURL, token: Secret?) -> [String: String] {
    guard let login = login(for: url, token: token) else { return [:] }
    return [userVariable: login.user, secretVariable: login.secret.value]
  }

  private static let userVariable = "CALLBOARD_GIT_USER"
  private static let secretVariable = "CALLBOARD_GIT_SECRET"

  private static func login(for url: RemoteURL, token: Secret?) -> (user: String, secret: Secret)? {
    guard url.scheme == .https, let secret = token ?? url.password else { return nil }
    // The user's name matters to Bitbucket alone; the others look at the token only.
    let usual = url.host == "bitbucket.org" ? "x-token-auth" : "x-access-token"
    return (url.user.flatMap { $0.isEmpty ? nil : $0 } ?? usual, secret)
  }
}
