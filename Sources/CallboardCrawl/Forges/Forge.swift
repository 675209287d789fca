import CallboardDiagnostics

/// The web site that shows a repository, and how its addresses are made.
package struct Forge: Hashable, Sendable {
  /// The families of forges, by the shape of their addresses. The raw values stand in `site.yaml`.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case github
    case gitlab
    case bitbucketCloud = "bitbucket-cloud"
    case bitbucketServer = "bitbucket-server"
    case azure
    /// Gitea and its descendant Forgejo, which runs codeberg.org.
    case gitea
    /// A server that is known by its address only; it has no pages for files.
    case plain
  }

  package let kind: Kind
  /// With the port, if it is not the usual one: `git.example.org:8443`.
  package let host: String
  /// What tells the repository from others on its host, as its people write it: `acme/payments`.
  package let slug: String
  /// The repository's front page, without a slash at the end.
  package let repositoryURL: String

  /// Tells the forge from the address that a repository is fetched from.
  ///
  /// `kind` is the operator's word, for a host that does not tell; it is believed. Fails for a
  /// repository that is on no server.
  package init?(_ remote: RemoteURL, kind: Kind? = nil) {
    guard remote.scheme != .file else { return nil }
    let host = Self.webHost(of: remote)
    self.kind = kind ?? Self.kind(of: host)
    self.host = host
    let components = remote.pathComponents
    guard !components.isEmpty else { return nil }
    switch self.kind {
    case .azure:
      guard let place = Self.azurePlace(remote, host: host) else { return nil }
      (slug, repositoryURL) = place
    case .bitbucketServer:
      guard let place = Self.bitbucketServerPlace(components, host: host) else { return nil }
      (slug, repositoryURL) = place
    case .github, .gitlab, .bitbucketCloud, .gitea, .plain:
      // A path below a user's home is of no meaning to a browser.
      guard !components.contains(where: { $0.hasPrefix("~") }) else { return nil }
      slug = components.joined(separator: "/")
      repositoryURL = "https://\(host)/\(Self.escaped(components))"
    }
  }

  /// The kind of a host by its name: the public ones, and the usual first label of others.
  private static func kind(of host: String) -> Kind {
    let name = host.split(separator: ":").first.map(String.init) ?? host
    switch name {
    case "bitbucket.org": return .bitbucketCloud
    case "codeberg.org", "gitea.com": return .gitea
    case "dev.azure.com": return .azure
    default: break
    }
    if name.hasSuffix(".visualstudio.com") { return .azure }
    if name.hasSuffix(".ghe.com") { return .github }
    switch name.split(separator: ".").first {
    case "github": return .github
    case "gitlab": return .gitlab
    case "bitbucket", "stash": return .bitbucketServer
    case "gitea", "forgejo": return .gitea
    default: return .plain
    }
  }

  /// The host of the web pages; some forges have another one for ssh.
  private static func webHost(of remote: RemoteURL) -> String {
    switch remote.host {
    case "ssh.github.com": return "github.com"
    case "altssh.gitlab.com": return "gitlab.com"
    case "altssh.bitbucket.org": return "bitbucket.org"
    case "ssh.dev.azure.com", "vs-ssh.visualstudio.com": return "dev.azure.com"
    default: break
    }
    // The port of ssh says nothing about the one of the web pages.
    return remote.scheme == .https ? remote.authority : remote.host
  }
}

extension Forge {
  /// `org/project/_git/repo` on the web, `v3/org/project/repo` by ssh, `project/_git/repo` on the
  /// older host of an organisation.
  private static func azurePlace(_ remote: RemoteURL, host: String) -> (String, String)? {
    var components = remote.pathComponents
    if remote.scheme == .ssh, components.first == "v3" { components.removeFirst() }
    components.removeAll { $0 == "_git" }
    guard let repository = components.last, (1...3).contains(components.count) else { return nil }
    var folders = components.dropLast()
    if folders.isEmpty || (folders.count == 1 && host == "dev.azure.com") {
      // A project's first repository has the project's name, and its address leaves one out.
      folders.append(repository)
    }
    let slug = (folders + [repository]).joined(separator: "/")
    return (slug, "https://\(host)/\(escaped(folders))/_git/\(escaped([repository]))")
  }

  /// `scm/KEY/repo` by https, `KEY/repo` by ssh, `~user` in place of a key for personal ones.
  private static func bitbucketServerPlace(
    _ components: [String],
    host: String
  ) -> (String, String)? {
    let parts = components.suffix(2)
    guard parts.count == 2, let owner = parts.first, let repository = parts.last else { return nil }
    let place =
      owner.hasPrefix("~")
      ? ["users", String(owner.dropFirst()), "repos", repository]
      : ["projects", owner, "repos", repository]
    return ("\(owner)/\(repository)", "https://\(host)/\(escaped(place))")
  }

  /// Joins components with slashes, each of them encoded.
  static func escaped(_ components: some Sequence<String>) -> String {
    components.map(PercentCode.component).joined(separator: "/")
  }
}
