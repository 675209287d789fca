import CallboardDiagnostics

extension Clone {
  /// Fetches those of the remote's branches and tags that are wanted; one process at a time.
  ///
  /// - Parameter select: Gets all branches and tags, and says which are wanted.
  /// - Returns: The commits of those that are there. When the remote does not answer, what an earlier build
  ///   fetched is used, with a warning.
  func update(
    _ select: ([RepositoryReference]) -> [RepositoryReference]
  ) throws(CrawlError) -> Diagnosed<[RepositoryReference: String]> {
    try git.prepare()
    let lock = try FileLock(
      "\(git.cache.path)/\(repository).lock",
      seconds: git.limits.cloneSeconds
    )
    defer { _ = lock }
    try git.makeRepository(repository)
    var diagnostics: [Diagnostic] = []
    let listed = try listRemote(["--heads", "--tags"])
    let references: RemoteReferences
    if listed.isSuccess {
      references = RemoteReferences(listed.output)
    } else {
      diagnostics.append(.stale(location, failure(listed)))
      references = RemoteReferences(git.cache.contents(of: listFile) ?? [])
    }
    let targets = references.targets.sorted { $0.fullName.precedesInBytes($1.fullName) }
    let wanted = Set(select(targets.map(\.reference)))
    let selected = targets.filter { wanted.contains($0.reference) }
    if listed.isSuccess {
      // For the day on which the remote does not answer.
      let lines = selected.map { "\($0.id)\t\($0.fullName)\n" }
      try git.cache.ensure(lines.joined(), in: listFile)
    }
    var commits: [RepositoryReference: String] = [:]
    for target in selected {
      var stored = try storedCommit(of: target.fullName)
      if stored?.object != target.id || isToBeUnshallowed, listed.isSuccess {
        if let failure = try fetch(target.fullName) {
          diagnostics.append(.stale(location, failure))
        }
        stored = try storedCommit(of: target.fullName)
      }
      commits[target.reference] = stored?.commit
    }
    return Diagnosed(commits, diagnostics: diagnostics)
  }

  /// Which references the last build found and took, as `git ls-remote` lists them.
  private var listFile: String { "\(repository)/versions" }
}
