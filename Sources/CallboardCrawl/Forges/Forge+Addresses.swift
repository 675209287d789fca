import CallboardDiagnostics

extension Forge {
  /// The page that shows a file, at a line if one is given; nil if the forge has none.
  ///
  /// As in all addresses here, the path is relative to the repository's root. Lines count from 1.
  package func fileURL(
    _ path: String,
    at reference: RepositoryReference,
    line: Int? = nil
  ) -> String? {
    let line = line.map(String.init)
    switch kind {
    case .github:
      return page("blob/\(name(reference))", path) + (line.map { "#L\($0)" } ?? "")
    case .gitlab:
      return page("-/blob/\(name(reference))", path) + (line.map { "#L\($0)" } ?? "")
    case .gitea:
      return page("src/\(reference.kind.rawValue)/\(name(reference))", path)
        + (line.map { "#L\($0)" } ?? "")
    case .bitbucketCloud:
      return page("src/\(name(reference))", path) + (line.map { "#lines-\($0)" } ?? "")
    case .bitbucketServer:
      return page("browse", path) + "?at=\(fullName(reference))" + (line.map { "#\($0)" } ?? "")
    case .azure:
      let place =
        "\(repositoryURL)?path=\(PercentCode.component("/" + path))&version=\(version(reference))"
      return place + (line.map { "&line=\($0)&lineEnd=\($0)&lineStartColumn=1" } ?? "")
    case .plain: return nil
    }
  }

  /// The page that lists a folder; nil if the forge has none. An empty path is the root.
  package func folderURL(_ path: String, at reference: RepositoryReference) -> String? {
    switch kind {
    case .github: page("tree/\(name(reference))", path)
    case .gitlab: page("-/tree/\(name(reference))", path)
    case .gitea, .bitbucketCloud, .bitbucketServer, .azure: fileURL(path, at: reference)
    case .plain: nil
    }
  }

  /// The page on which a file is edited; nil if the forge has none, or for anything but a branch.
  package func editURL(_ path: String, at reference: RepositoryReference) -> String? {
    guard reference.kind == .branch else { return nil }
    switch kind {
    case .github: return page("edit/\(name(reference))", path)
    case .gitlab: return page("-/edit/\(name(reference))", path)
    case .gitea: return page("_edit/\(name(reference))", path)
    case .bitbucketCloud:
      return page("src/\(name(reference))", path)
        + "?mode=edit&at=\(PercentCode.component(reference.name))"
    case .bitbucketServer, .azure, .plain: return nil
    }
  }

  /// The bare contents of a file; nil if the forge does not serve them to a browser.
  package func rawURL(_ path: String, at reference: RepositoryReference) -> String? {
    switch kind {
    case .github, .bitbucketCloud: page("raw/\(name(reference))", path)
    case .gitlab: page("-/raw/\(name(reference))", path)
    case .gitea: page("raw/\(reference.kind.rawValue)/\(name(reference))", path)
    case .bitbucketServer: page("raw", path) + "?at=\(fullName(reference))"
    case .azure, .plain: nil
    }
  }

  /// The page that lists the commits that changed a file; nil if the forge has none.
  package func historyURL(_ path: String, at reference: RepositoryReference) -> String? {
    switch kind {
    case .github: page("commits/\(name(reference))", path)
    case .gitlab: page("-/commits/\(name(reference))", path)
    case .gitea: page("commits/\(reference.kind.rawValue)/\(name(reference))", path)
    case .bitbucketCloud: page("history-node/\(name(reference))", path)
    case .bitbucketServer:
      "\(repositoryURL)/commits?until=\(fullName(reference))&path=\(PercentCode.component(path))"
    case .azure, .plain: nil
    }
  }

  /// The page of one commit, given by its full id; nil if the forge has none.
  package func commitURL(_ id: String) -> String? {
    switch kind {
    case .github, .gitea, .azure: page("commit", id)
    case .gitlab: page("-/commit", id)
    case .bitbucketCloud, .bitbucketServer: page("commits", id)
    case .plain: nil
    }
  }

  /// A page of the repository; `place` is escaped already, `path` is not.
  private func page(_ place: String, _ path: String) -> String {
    let rest = Self.escaped(path.split(separator: "/").map(String.init))
    return rest.isEmpty ? "\(repositoryURL)/\(place)" : "\(repositoryURL)/\(place)/\(rest)"
  }

  /// The reference in a path. Its slashes stay as they are: forges expect `blob/feature/x/file`.
  private func name(_ reference: RepositoryReference) -> String {
    Self.escaped(reference.name.split(separator: "/").map(String.init))
  }

  /// The reference in a query, such that a branch is not taken for a tag.
  private func fullName(_ reference: RepositoryReference) -> String {
    switch reference.kind {
    case .branch: PercentCode.component("refs/heads/" + reference.name)
    case .tag: PercentCode.component("refs/tags/" + reference.name)
    case .commit: PercentCode.component(reference.name)
    }
  }

  /// Azure's spelling of a reference.
  private func version(_ reference: RepositoryReference) -> String {
    switch reference.kind {
    case .branch: "GB" + PercentCode.component(reference.name)
    case .tag: "GT" + PercentCode.component(reference.name)
    case .commit: "GC" + PercentCode.component(reference.name)
    }
  }
}
