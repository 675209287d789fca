import CallboardDiagnostics

/// The bare clone of one repository in the cache, kept from build to build.
///
/// It is named by its URL, and holds each fetched branch, tag or commit under a reference named by
/// a hash of ours: names of branches can stand in each other's way (`a` and `a/b`), these cannot.
struct Clone: Sendable {
  /// What a clone is read at.
  struct Checkout: Equatable, Sendable {
    var commit: String
    var reference: RepositoryReference
  }

  let git: Git
  let remote: RemoteURL
  private let wanted: String?
  let token: Secret?
  let location: RepositoryLocation
  /// The folder's name in the cache.
  let repository: String
  /// Hears of what servers answer; nil where nobody asks.
  private let log: ReadingLog?

  init(
    _ location: RepositoryLocation,
    remote: RemoteURL,
    ref: String?,
    token: Secret?,
    git: Git,
    log: ReadingLog? = nil
  ) {
    self.log = log
    self.git = git
    self.remote = remote
    self.location = location
    self.token = token
    wanted = ref
    repository = Self.name(of: remote)
  }

  /// The folder's name in the cache.
  static func name(of remote: RemoteURL) -> String { StableName.of(remote.argument) + ".git" }

  /// Asks the server for its references.
  func listRemote(
    _ options: [String],
    _ patterns: [String] = []
  ) throws(CrawlError) -> ProcessRunner.Outcome {
    let outcome = try git.listRemote(
      remote,
      token: token,
      options: options,
      patterns: patterns,
      in: repository
    )
    log?.noteAnswer(outcome, of: remote, options: options, patterns: patterns)
    return outcome
  }

  /// Brings the clone up to date, or makes it; one process at a time.
  ///
  /// - Returns: nil when there is nothing to read, and a finding that says why. When the remote does
  ///   not answer, what an earlier build fetched is used, with a warning.
  func update() throws(CrawlError) -> Diagnosed<Checkout?> {
    try git.prepare()
    let lockPath = "\(git.cache.path)/\(repository).lock"
    let lock = try FileLock(lockPath, seconds: git.limits.cloneSeconds)
    defer { _ = lock }
    try git.makeRepository(repository)
    if let wanted, WorkingCopy.isObjectID(wanted) { return try updateToCommit(wanted) }

    let advertised: RemoteReferences
    switch try advertisedReferences() {
    case .success(let references): advertised = references
    case .failure(let failure): return try fallBack(failure, names: localNames)
    }
    guard let target = advertised.target(for: wanted) else {
      return Diagnosed(nil, diagnostics: [try missing(among: advertised)])
    }
    if wanted == nil { try rememberDefaultBranch(target.fullName) }
    let stored = try storedCommit(of: target.fullName)
    if let stored, stored.object == target.id, !isToBeUnshallowed {
      return Diagnosed(Checkout(commit: stored.commit, reference: target.reference))
    }
    if let failure = try fetch(target.fullName) {
      return try fallBack(failure, names: [target.fullName])
    }
    guard let fetched = try storedCommit(of: target.fullName) else {
      return Diagnosed(nil, diagnostics: [.refMissing(wanted, of: location, nearest: nil)])
    }
    return Diagnosed(Checkout(commit: fetched.commit, reference: target.reference))
  }

  /// Throws the clone away, because it is damaged.
  func discard() throws(CrawlError) {
    let lockPath = "\(git.cache.path)/\(repository).lock"
    let lock = try FileLock(lockPath, seconds: git.limits.cloneSeconds)
    defer { _ = lock }
    git.cache.remove(repository)
  }
}

extension Clone {
  /// A commit never changes: once it is here, the network is not needed.
  private func updateToCommit(_ id: String) throws(CrawlError) -> Diagnosed<Checkout?> {
    let reference = RepositoryReference(kind: .commit, name: id)
    if let stored = try storedCommit(of: id), !isToBeUnshallowed {
      return Diagnosed(Checkout(commit: stored.commit, reference: reference))
    }
    if let failure = try fetch(id) { return try fallBack(failure, names: [id]) }
    guard let stored = try storedCommit(of: id) else {
      return Diagnosed(nil, diagnostics: [.refMissing(id, of: location, nearest: nil)])
    }
    return Diagnosed(Checkout(commit: stored.commit, reference: reference))
  }

  /// Asks the remote for its references.
  private func advertisedReferences() throws(CrawlError) -> Result<RemoteReferences, FetchFailure> {
    var patterns = ["HEAD"]
    if let wanted {
      patterns = ["refs/heads/\(wanted)", "refs/tags/\(wanted)"]
      if wanted.utf8.starts(with: "refs/".utf8) { patterns.append(wanted) }
    }
    let outcome = try listRemote(["--symref"], patterns)
    return outcome.isSuccess
      ? .success(RemoteReferences(outcome.output)) : .failure(failure(outcome))
  }

  private func missing(among advertised: RemoteReferences) throws(CrawlError) -> Diagnostic {
    guard let wanted else { return .refMissing(nil, of: location, nearest: nil) }
    let outcome = try listRemote(["--heads", "--tags"])
    let names = RemoteReferences(outcome.output).shortNames
    return .refMissing(wanted, of: location, nearest: NearestName.of(wanted, in: names))
  }

  /// Fetches one reference.
  ///
  /// - Returns: Why it failed; nil if it did not.
  func fetch(_ fullName: String) throws(CrawlError) -> FetchFailure? {
    git.cache.removeStaleLocks(of: repository)
    var arguments = [
      "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules",
      "--force",
      // A checkout of a CI job is often shallow, and is fetched from as it is.
      "--update-shallow",
    ]
    if let depth = git.limits.historyDepth {
      arguments.append("--depth=\(max(1, depth))")
    } else if isShallow {
      arguments.append("--unshallow")
    }
    arguments += ["--", remote.argument, "+\(fullName):\(Self.storedName(of: fullName))"]
    let outcome = try git.run(
      arguments,
      in: repository,
      reach: .remote(remote, token: token),
      timeoutSeconds: git.limits.cloneSeconds
    )
    if !outcome.isSuccess { log?.noteUnanswered() }
    return outcome.isSuccess ? nil : failure(outcome)
  }

  /// What git says about a failure.
  func failure(_ outcome: ProcessRunner.Outcome) -> FetchFailure {
    FetchFailure(outcome, of: remote, cache: git.cache)
  }

  /// Uses what an earlier build fetched; an error when there is nothing.
  private func fallBack(
    _ failure: FetchFailure,
    names: [String]
  ) throws(CrawlError) -> Diagnosed<Checkout?> {
    for name in names {
      guard let stored = try storedCommit(of: name) else { continue }
      let checkout = Checkout(
        commit: stored.commit,
        reference: RemoteReferences.reference(name) ?? .init(kind: .commit, name: stored.commit)
      )
      return Diagnosed(checkout, diagnostics: [.stale(location, failure)])
    }
    return Diagnosed(nil, diagnostics: [.unreachable(location, failure)])
  }

  /// What the wanted reference may be called in the clone, when the remote cannot be asked.
  private var localNames: [String] {
    if let wanted { return ["refs/heads/\(wanted)", "refs/tags/\(wanted)", wanted] }
    let head = git.cache.contents(of: "\(repository)/HEAD").map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n").first ?? ""
    }
    guard let head, head.hasPrefix("ref: ") else { return ["HEAD"] }
    return [String(head.dropFirst(5)), "HEAD"]
  }

  /// The clone's own `HEAD` is never resolved: it only remembers the name.
  private func rememberDefaultBranch(_ fullName: String) throws(CrawlError) {
    let name = fullName == "HEAD" ? "refs/heads/HEAD" : fullName
    try git.cache.ensure("ref: \(name)\n", in: "\(repository)/HEAD")
  }

  /// The object that was fetched for a reference, and the commit that it leads to.
  func storedCommit(of fullName: String) throws(CrawlError) -> (
    object: String, commit: String
  )? {
    let name = Self.storedName(of: fullName)
    let outcome = try git.run(
      ["rev-parse", "--revs-only", name, "\(name)^{commit}"],
      in: repository
    )
    let ids = outcome.output.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard outcome.isSuccess, ids.count == 2, ids.allSatisfy(WorkingCopy.isObjectID) else {
      return nil
    }
    return (ids[0], ids[1])
  }

  private static func storedName(of fullName: String) -> String {
    "refs/callboard/\(StableName.of(fullName))"
  }

  /// Whether a part of the history is missing.
  var isShallow: Bool {
    git.cache.exists("\(repository)/shallow")
  }

  /// Whether an earlier build fetched less of the history than this one wants.
  var isToBeUnshallowed: Bool { isShallow && git.limits.historyDepth == nil }
}
