package import CallboardDiagnostics

/// Repositories of the site whose history is that of one git repository, read by one walk: a clone or
/// working copy, or several folders inside a larger one.
package struct HistoryGroup: Sendable {
  /// In the order in which they were given.
  package let members: [HistoryMember]
  /// Where each member's root lies in git's repository: empty, or ending with a slash.
  package let folders: [String]
  /// The newest commit, where the walk begins.
  package let commit: String
  /// nil where the repository is on no known server.
  package let forge: Forge?
  /// A part of the history is missing, so that none of it is used.
  package let isShallow: Bool

  private let git: Git
  /// The folder in the cache that git is run in.
  private let repository: String
  /// Where the objects are, if not in that folder.
  private let objects: String?

  /// Reads which commits changed the members' files, and how; newest first.
  ///
  /// - Returns: Nothing, and a finding that says why, when git cannot tell.
  package func commits(limits: HistoryLimits) -> Diagnosed<[FileCommit]> {
    let scopes = HistoryScopes(members: members, folders: folders)
    var reader = CommitReader(scopes: scopes, limits: limits)
    let finding = walk(
      CommitReader.arguments(commit: commit, specifications: scopes.specifications)
    ) { reader.consume($0) }
    guard let finding else { return Diagnosed(reader.commits) }
    return Diagnosed([], diagnostics: [finding])
  }

  /// Runs git over the history.
  ///
  /// - Parameter consume: Takes the output piece by piece, until it returns false.
  /// - Returns: Why git cannot tell; nil when all went well.
  func walk(
    _ arguments: [String],
    consume: (UnsafeRawBufferPointer) -> Bool
  ) -> Diagnostic? {
    guard !isShallow else { return .shallowClone(name) }
    if let reason = objects.flatMap({ ObjectsFolder(path: $0).reasonToRefuse() }) {
      return .historyRefused(name, reason: reason)
    }
    do {
      try git.prepare()
      if objects != nil { try git.makeRepository(repository, idBytes: commit.utf8.count / 2) }
      var invocation = try git.invocation(
        arguments,
        in: repository,
        reach: .local(objects: objects)
      )
      // It is not kept, so it may be much.
      invocation.outputLimit = .max
      let outcome = try git.run(invocation, consume: consume)
      guard outcome.isSuccess || outcome.ending == .stopped else {
        return .historyUnavailable(name, reason: GitMessage.reason(outcome, cache: git.cache))
      }
    } catch {
      return .historyUnavailable(name, reason: error.description)
    }
    return nil
  }

  /// Reads contents by the ids that ``commits(limits:)`` gave; for one thread.
  package func blobs() -> BlobReader {
    BlobReader(
      reader: ObjectReader(git: git, repository: repository, objects: objects)
    )
  }

  /// A finding that git failed over the history, for those who read blobs.
  package func finding(_ error: ReadError) -> Diagnostic {
    .historyUnavailable(name, reason: error.description)
  }

  /// What findings call the group: the member at its root, else the first.
  private var name: String {
    let index = folders.firstIndex(of: "") ?? 0
    return members.indices.contains(index) ? members[index].snapshot.name : ""
  }
}

/// Reads blobs of one repository, one after another.
package struct BlobReader: Sendable {
  let reader: ObjectReader

  /// The contents of a blob; nil if there are more than `limit` bytes.
  package func contents(of id: String, limit: Int) throws(ReadError) -> [UInt8]? {
    do {
      return try reader.contents(ofBlob: id, limit: limit)
    } catch {
      if case .tooLarge = error { return nil }
      throw error
    }
  }
}

extension HistoryGroup {
  /// Sorts repositories by the git repository that knows their history; those that are in none are left
  /// out.
  package static func groups(of members: [HistoryMember]) -> [HistoryGroup] {
    var surroundings = SurroundingRepositories()
    var groups: [Source: (members: [HistoryMember], folders: [String], forge: Forge?)] = [:]
    var order: [Source] = []
    for member in members {
      guard let place = place(of: member.snapshot, &surroundings) else { continue }
      if groups[place.source] == nil { order.append(place.source) }
      var group = groups[place.source] ?? ([], [], nil)
      group.members.append(member)
      group.folders.append(place.folder)
      group.forge = group.forge ?? place.forge
      groups[place.source] = group
    }
    return order.compactMap { source in
      guard let group = groups[source] else { return nil }
      return HistoryGroup(
        members: group.members,
        folders: group.folders,
        commit: source.commit,
        forge: group.forge,
        isShallow: source.isShallow,
        git: source.git,
        repository: source.repository,
        objects: source.objects
      )
    }
  }

  /// Where git finds the history.
  private struct Source: Hashable {
    let commit: String
    let repository: String
    let objects: String?
    let isShallow: Bool
    let git: Git

    static func == (left: Self, right: Self) -> Bool {
      left.commit == right.commit && left.repository == right.repository
        && left.objects == right.objects
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(commit)
      hasher.combine(repository)
      hasher.combine(objects)
    }
  }

  private static func place(
    of snapshot: RepositorySnapshot,
    _ surroundings: inout SurroundingRepositories
  ) -> (source: Source, folder: String, forge: Forge?)? {
    let git = snapshot.contents.git
    switch snapshot.contents.place {
    case .clone(let clone, _):
      guard let commit = snapshot.revision else { return nil }
      let source = Source(
        commit: commit,
        repository: clone.repository,
        objects: nil,
        isShallow: clone.isShallow,
        git: git
      )
      return (source, "", snapshot.forge)
    case .folder(let root, let own):
      let found = own.map { (copy: $0, folder: "") } ?? surroundings.find(around: root)
      guard let found, let commit = found.copy.commit else { return nil }
      let source = Source(
        commit: commit,
        repository: Git.readerRepository(idBytes: commit.utf8.count / 2),
        objects: found.copy.objectsFolder,
        isShallow: found.copy.isShallow,
        git: git
      )
      let remote = found.copy.remoteURL.flatMap { try? RemoteURL($0) }
      return (source, found.folder, snapshot.forge ?? remote.flatMap { Forge($0) })
    }
  }
}
