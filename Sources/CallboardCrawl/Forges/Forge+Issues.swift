import CallboardDiagnostics

extension Forge {
  /// The form for a new issue with a title and a text filled in; nil if the forge has none of its own.
  package func newIssueURL(title: String, text: String) -> String? {
    let (title, text) = (PercentCode.component(title), PercentCode.component(text))
    switch kind {
    case .github, .gitea:
      return "\(repositoryURL)/issues/new?title=\(title)&body=\(text)"
    case .gitlab:
      return
        "\(repositoryURL)/-/issues/new?issue%5Btitle%5D=\(title)&issue%5Bdescription%5D=\(text)"
    case .bitbucketCloud:
      return "\(repositoryURL)/issues/new?title=\(title)&content=\(text)"
    case .azure:
      // Work items belong to the project around the repository.
      guard let project = repositoryURL.firstRange(of: "/_git/") else { return nil }
      return repositoryURL[..<project.lowerBound]
        + "/_workitems/create/Issue?%5BSystem.Title%5D=\(title)&%5BSystem.Description%5D=\(text)"
    case .bitbucketServer, .plain:
      return nil
    }
  }
}
