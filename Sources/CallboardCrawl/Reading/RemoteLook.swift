/// A question to the server that a repository is cloned from, with a digest of its answer: while that is the same, nothing new
/// is there to be fetched.
package struct RemoteLook: Hashable, Sendable {
  /// The URL without secrets.
  package var remote: String
  /// What `git ls-remote` was asked besides, and about which references.
  package var options: [String]
  package var patterns: [String]
  package var answer: SIMD2<UInt64>

  package init(
    remote: String,
    options: [String],
    patterns: [String],
    answer: SIMD2<UInt64>
  ) {
    self.remote = remote
    self.options = options
    self.patterns = patterns
    self.answer = answer
  }
}

extension Crawler {
  /// Asks a server again, and compares what it says.
  ///
  /// - Parameter sources: Have the secrets that the server wants.
  package func stillAnswers(
    _ look: RemoteLook,
    of sources: [RepositorySource],
    digest: ReadingLog.Digest
  ) -> Bool {
    for source in sources {
      guard case .git(let url, _, let tokenVariable) = source.place,
        let remote = try? RemoteURL(url), remote.argument == look.remote
      else { continue }
      let token = tokenVariable.flatMap { git.secret(in: $0) }
      let clone = Clone.name(of: remote)
      guard git.cache.exists(clone),
        let outcome = try? git.listRemote(
          remote,
          token: token,
          options: look.options,
          patterns: look.patterns,
          in: clone
        )
      else { return false }
      if outcome.isSuccess, digest(outcome.output) == look.answer { return true }
    }
    return false
  }
}

extension Git {
  /// Asks a server for its references: the only question that builds ask before they fetch.
  func listRemote(
    _ remote: RemoteURL,
    token: Secret?,
    options: [String],
    patterns: [String],
    in repository: String
  ) throws(CrawlError) -> ProcessRunner.Outcome {
    try run(
      ["ls-remote"] + options + ["--", remote.argument] + patterns,
      in: repository,
      reach: .remote(remote, token: token),
      outputLimit: 64 << 20
    )
  }
}
