package import CallboardDiagnostics

extension Crawler {
  /// What ``versions(of:current:rules:)`` found.
  package struct Versions: Sendable {
    /// In the order of the rules, the newest first; the crawled revision is the first when it is the default one
    /// without a rule that says so. Empty when there is no choice between versions.
    package var versions: [RepositoryVersion] = []
    /// The rules that no tag or branch matches, by their index.
    package var unmatchedRules: [Int] = []
  }

  /// Reads a repository at each version that the rules ask for. Nothing is checked out.
  ///
  /// - Parameter current: The repository as it was crawled.
  /// - Returns: Nothing for a folder, which has one version.
  package func versions(
    of location: RepositoryLocation,
    current: RepositorySnapshot,
    rules: [VersionRule]
  ) throws(CrawlError) -> Diagnosed<Versions> {
    guard !rules.isEmpty, case .git(let remote, _, let tokenVariable) = location.place else {
      return Diagnosed(Versions())
    }
    let clone = Clone(
      location,
      remote: remote,
      ref: nil,
      token: tokenVariable.flatMap { git.secret(in: $0) },
      git: git,
      log: log
    )
    var diagnostics: [Diagnostic] = []
    var found = Versions()
    var selected: [VersionSelection.SelectedVersion] = []
    let commits = try clone.update { references in
      var selection = VersionSelection(rules, among: references, repository: location.name)
      // Without a rule for the default version the revision that was crawled is it.
      if let reference = current.ref { selection.makeDefault(reference) }
      found.unmatchedRules = selection.unmatchedRules
      diagnostics += selection.diagnostics
      selected = selection.versions
      return selected.map(\.reference)
    }
    .unwrap(into: &diagnostics)
    let newest = selected.first(where: \.isDefault)?.reference
    for version in selected {
      let isCurrent = version.reference == current.ref
      var snapshot: RepositorySnapshot? = isCurrent ? current : nil
      if !isCurrent, let commit = commits[version.reference] {
        snapshot = try self.snapshot(of: clone, at: commit, version: version, location, current)
          .unwrap(into: &diagnostics)
      }
      guard let snapshot else { continue }
      found.versions.append(
        RepositoryVersion(
          version,
          comparedWith: newest,
          snapshot: snapshot,
          isCurrent: isCurrent
        )
      )
    }
    // A default that cannot be read leaves nothing to compare with.
    if found.versions.count < 2 || !found.versions.contains(where: \.isDefault) {
      found.versions = []
    }
    return Diagnosed(found, diagnostics: diagnostics)
  }

  private func snapshot(
    of clone: Clone,
    at commit: String,
    version: VersionSelection.SelectedVersion,
    _ location: RepositoryLocation,
    _ current: RepositorySnapshot
  ) throws(CrawlError) -> Diagnosed<RepositorySnapshot?> {
    var location = location
    location.name = "\(location.name)@\(version.name)"
    let outcome = try listing(of: clone, at: commit)
    guard outcome.isSuccess, let tree = GitTree(outcome.output, limits: limits) else {
      let reason = GitMessage.reason(outcome, cache: git.cache)
      return Diagnosed(nil, diagnostics: [.unreadable(location, reason: reason)])
    }
    let snapshot = snapshot(
      location,
      listing: tree.listing,
      contents: RepositoryContents(place: .clone(clone, readers), git: git),
      state: .init(
        revision: commit,
        ref: version.reference,
        isDirty: false,
        forge: current.forge
      )
    )
    // What is left out of an old version cannot be mended any more.
    return Diagnosed(
      snapshot.output,
      diagnostics: snapshot.output == nil ? snapshot.diagnostics : []
    )
  }
}
