package import CallboardDiagnostics

/// Reads repositories; nothing else in the program reads their files.
///
/// May be used from several threads at once, each crawling other repositories.
package struct Crawler: Sendable {
  package let limits: CrawlLimits
  let git: Git
  let readers: ObjectReaderPool
  /// Hears of everything that is read; nil where nobody asks.
  let log: ReadingLog?

  /// Prepares a crawler; nothing is read or written yet.
  ///
  /// - Parameters:
  ///   - cacheFolder: Where clones are kept from build to build. An absolute path; the folder is made
  ///     when it is needed.
  ///   - environment: The operator's, for `PATH`, tokens, proxies and ssh.
  ///   - limits: What one repository may ask of the build.
  ///   - log: Hears of everything that is read, also through the snapshots later.
  package init(
    cacheFolder: String,
    environment: [String: String],
    limits: CrawlLimits = CrawlLimits(),
    log: ReadingLog? = nil
  ) {
    self.log = log
    self.limits = limits
    git = Git(cacheFolder: cacheFolder, environment: environment, limits: limits)
    readers = ObjectReaderPool(git: git)
  }

  /// Lists the files of one repository, after fetching it if it is not a folder.
  ///
  /// - Returns: nil for a repository that cannot be read, with an error that says why; the others
  ///   are no worse for it.
  package func crawl(
    _ location: RepositoryLocation
  ) throws(CrawlError) -> Diagnosed<RepositorySnapshot?> {
    switch location.place {
    case .folder(let path):
      return try crawlFolder(at: path, location: location)
    case .git(let remote, let ref, let tokenVariable):
      return try crawlClone(remote, ref: ref, tokenVariable: tokenVariable, location: location)
    }
  }
}

extension Crawler {
  private func crawlFolder(
    at path: String,
    location: RepositoryLocation
  ) throws(CrawlError) -> Diagnosed<RepositorySnapshot?> {
    let root: FolderRoot
    let listing: FolderListing
    let copy: WorkingCopy?
    do throws(ReadError) {
      root = try FolderRoot(path, log: log)
      copy = WorkingCopy(of: root)
      let outerRules =
        copy.map { $0.excludes.map { [.init(rules: $0)] } ?? [] }
        ?? SurroundingRules.find(around: path, log: log)
      var walk = FolderWalk(limits: limits, outerRules: outerRules, index: copy?.index)
      listing = try walk.list(root)
    } catch {
      if case .unreadable(let code) = error, CrawlError.isDescriptorShortage(code) {
        throw .tooManyOpenFiles
      }
      return Diagnosed(nil, diagnostics: [.unreadable(location, reason: "the folder \(error)")])
    }
    let remote = copy?.remoteURL.flatMap { try? RemoteURL($0) }
    return snapshot(
      location,
      listing: listing,
      contents: RepositoryContents(place: .folder(root, copy), git: git),
      state: .init(
        revision: copy?.commit,
        ref: copy?.reference,
        isDirty: copy.flatMap { $0.isDirty(listing) },
        forge: remote.flatMap { Forge($0, kind: location.forgeKind) }
      )
    )
  }

  private func crawlClone(
    _ remote: RemoteURL,
    ref: String?,
    tokenVariable: String?,
    location: RepositoryLocation
  ) throws(CrawlError) -> Diagnosed<RepositorySnapshot?> {
    var diagnostics: [Diagnostic] = []
    let token = tokenVariable.flatMap { git.secret(in: $0) }
    if let tokenVariable, token == nil {
      diagnostics.append(.tokenMissing(tokenVariable, for: location))
    }
    let clone = Clone(location, remote: remote, ref: ref, token: token, git: git, log: log)
    // A damaged clone is thrown away, and fetched once more.
    for isLastAttempt in [false, true] {
      let updated = try clone.update()
      guard let checkout = updated.output else {
        return Diagnosed(nil, diagnostics: diagnostics + updated.diagnostics)
      }
      let outcome = try listing(of: clone, at: checkout.commit)
      guard outcome.isSuccess, let tree = GitTree(outcome.output, limits: limits) else {
        if isLastAttempt {
          let reason = GitMessage.reason(outcome, cache: git.cache)
          diagnostics += updated.diagnostics + [.unreadable(location, reason: reason)]
          return Diagnosed(nil, diagnostics: diagnostics)
        }
        try clone.discard()
        continue
      }
      var result = snapshot(
        location,
        listing: tree.listing,
        contents: RepositoryContents(place: .clone(clone, readers), git: git),
        state: .init(
          revision: checkout.commit,
          ref: checkout.reference,
          isDirty: false,
          forge: Forge(remote, kind: location.forgeKind)
        )
      )
      result.diagnostics = diagnostics + updated.diagnostics + result.diagnostics
      return result
    }
    return Diagnosed(nil, diagnostics: diagnostics)
  }

  /// Lists the files of a commit.
  func listing(of clone: Clone, at commit: String) throws(CrawlError) -> ProcessRunner.Outcome {
    try git.run(
      ["ls-tree", "-r", "-l", "-z", "--full-tree", commit],
      in: clone.repository,
      outputLimit: limits.listingBytes
    )
  }

  /// What is known of a repository, once its files are listed.
  func snapshot(
    _ location: RepositoryLocation,
    listing: FolderListing,
    contents: RepositoryContents,
    state: RepositorySnapshot.State
  ) -> Diagnosed<RepositorySnapshot?> {
    if listing.isOverLimit {
      return Diagnosed(
        nil,
        diagnostics: [.tooManyFiles(location, limit: limits.filesPerRepository)]
      )
    }
    let snapshot = RepositorySnapshot(
      location,
      listing: listing,
      contents: contents,
      state: state,
      limits: limits
    )
    return Diagnosed(snapshot, diagnostics: listing.omissions.diagnostics(for: location.name))
  }
}
