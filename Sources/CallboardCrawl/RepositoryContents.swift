import CallboardDiagnostics

/// Where the contents of a snapshot's files come from.
struct RepositoryContents: Sendable {
  /// A folder with its `.git`, if it has one, or the objects of a clone.
  enum Place: Sendable {
    case folder(FolderRoot, WorkingCopy?)
    case clone(Clone, ObjectReaderPool)
  }

  let place: Place
  let git: Git

  /// Reads a file that the snapshot lists.
  func read(_ file: SourceFile, limit: Int) throws(ReadError) -> [UInt8] {
    switch place {
    case .folder(let root, _):
      return try root.contents(of: file.path, limit: limit)
    case .clone(let clone, let pool):
      guard case .blob(let id) = file.fingerprint else { throw .notFound }
      return try pool.reader(of: clone.repository).contents(ofBlob: id, size: file.size)
    }
  }

  /// Reads the dates of files at a commit, or says why there are none.
  func history(
    of files: [SourceFile],
    at commit: String,
    repository: String
  ) -> Diagnosed<RepositoryHistory> {
    do {
      switch place {
      case .folder(_, nil): return Diagnosed(RepositoryHistory())
      case .folder(_, let copy?):
        if copy.isShallow { return Self.shallow(repository) }
        let reader = Git.readerRepository(idBytes: commit.utf8.count / 2)
        try git.prepare()
        try git.makeRepository(reader, idBytes: commit.utf8.count / 2)
        let reach = Git.Reach.local(objects: copy.objectsFolder)
        return try read(files, commit, in: reader, reach: reach, name: repository)
      case .clone(let clone, _):
        if clone.isShallow { return Self.shallow(repository) }
        return try read(files, commit, in: clone.repository, reach: .local(), name: repository)
      }
    } catch {
      return Diagnosed(
        RepositoryHistory(),
        diagnostics: [.historyUnavailable(repository, reason: error.description)]
      )
    }
  }

  private static func shallow(_ repository: String) -> Diagnosed<RepositoryHistory> {
    Diagnosed(RepositoryHistory(), diagnostics: [.shallowClone(repository)])
  }

  private func read(
    _ files: [SourceFile],
    _ commit: String,
    in folder: String,
    reach: Git.Reach,
    name: String
  ) throws(CrawlError) -> Diagnosed<RepositoryHistory> {
    var reader = HistoryReader(files: files)
    var invocation = try git.invocation(
      HistoryReader.arguments(commit: commit),
      in: folder,
      reach: reach
    )
    // It is not kept, so it may be much.
    invocation.outputLimit = .max
    let outcome = try git.run(invocation) { reader.consume($0) }
    // Half a history would give wrong dates, not only fewer.
    guard outcome.isSuccess || outcome.ending == .stopped else {
      let reason = GitMessage.reason(outcome, cache: git.cache)
      return Diagnosed(
        RepositoryHistory(),
        diagnostics: [.historyUnavailable(name, reason: reason)]
      )
    }
    return Diagnosed(reader.history)
  }
}
