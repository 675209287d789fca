package import CallboardDiagnostics

extension Crawler {
  /// Finds the repositories that the sources stand for, each under a name of its own.
  ///
  /// A name is the folder's, or the last part of the URL. Where several would have the same one,
  /// all of them get what stands before it as well: `acme-payments` and `globex-payments`. So a name
  /// never depends on the order of the sources.
  ///
  /// - Returns: Sorted by name. A source that is wrong is missing, with a finding.
  package func expand(_ sources: [RepositorySource]) -> Diagnosed<[RepositoryLocation]> {
    var diagnostics: [Diagnostic] = []
    var candidates: [LocationCandidate] = []
    for source in sources {
      candidates += self.candidates(for: source).unwrap(into: &diagnostics)
    }
    // The same place twice would be told apart by nothing; the first source has it.
    var seenPlaces: Set<RepositoryLocation.Place> = []
    candidates.removeAll { candidate in
      let isRepeated = !seenPlaces.insert(candidate.place).inserted
      if isRepeated { diagnostics.append(.sourceDuplicate(candidate.name, candidate.source.span)) }
      return isRepeated
    }
    LocationCandidate.makeDistinct(&candidates)

    var seenNames: Set<String> = []
    var locations: [RepositoryLocation] = []
    for candidate in candidates {
      // The order of the sources decides, and the operator has written that down.
      guard seenNames.insert(candidate.name.lowercased()).inserted else {
        diagnostics.append(.sourceDuplicate(candidate.name, candidate.source.span))
        continue
      }
      locations.append(candidate.location)
    }
    locations.sort { $0.name.precedesInBytes($1.name) }
    return Diagnosed(locations, diagnostics: diagnostics)
  }

  private func candidates(
    for source: RepositorySource
  ) -> Diagnosed<[LocationCandidate]> {
    switch source.place {
    case .folder(let pattern, let base): folderCandidates(pattern, base: base, source: source)
    case .git(let url, let ref, let token):
      Self.gitCandidate(url, ref: ref, token: token, source: source)
    }
  }

  private static func gitCandidate(
    _ url: String,
    ref: String?,
    token: String?,
    source: RepositorySource
  ) -> Diagnosed<[LocationCandidate]> {
    let remote: RemoteURL
    do throws(RemoteURLError) {
      remote = try RemoteURL(url)
      guard remote.scheme != .http else { throw RemoteURLError.scheme }
    } catch {
      return Diagnosed([], diagnostics: [.urlInvalid(url, error, source)])
    }
    if let ref, !GitReferenceName.isValid(ref) {
      return Diagnosed([], diagnostics: [.refInvalid(ref, source)])
    }
    let parts = (remote.host.isEmpty ? [] : [remote.host]) + remote.pathComponents
    let candidate = LocationCandidate(
      source: source,
      place: .git(remote, ref: ref, tokenVariable: token),
      nameParts: parts,
      lastResort: ref?.replacing("/", with: "-")
    )
    return Diagnosed([candidate])
  }

  private func folderCandidates(
    _ pattern: String,
    base: String,
    source: RepositorySource
  ) -> Diagnosed<[LocationCandidate]> {
    let folders: [String]
    do {
      folders = try FolderPattern(pattern, base: base).folders(log: log)
    } catch {
      return Diagnosed([], diagnostics: [.patternInvalid(pattern, error.description, source)])
    }
    if folders.isEmpty { return Diagnosed([], diagnostics: [.sourceMissing(pattern, source)]) }
    if let name = source.name, folders.count > 1 {
      return Diagnosed([], diagnostics: [.nameForMany(name, pattern, source)])
    }
    var parents: [String: [String]] = [:]
    return Diagnosed(
      folders.map { folder in
        LocationCandidate(
          source: source,
          place: .folder(FolderPattern.resolved(folder, log: log)),
          nameParts: FolderPattern.nameParts(of: folder, log: log, parents: &parents)
        )
      }
    )
  }
}

/// A repository whose name is not final.
private struct LocationCandidate {
  var source: RepositorySource
  var place: RepositoryLocation.Place
  /// What a name can be made of, from the end.
  var nameParts: [String]
  /// Added when all parts together are not enough, as for two branches of one repository.
  var lastResort: String?
  private var partsUsed = 1

  init(
    source: RepositorySource,
    place: RepositoryLocation.Place,
    nameParts: [String],
    lastResort: String? = nil
  ) {
    self.source = source
    self.place = place
    self.nameParts = nameParts
    self.lastResort = lastResort
  }

  var name: String {
    if let name = source.name { return name }
    var parts = Array(nameParts.suffix(partsUsed))
    if partsUsed > nameParts.count, let lastResort { parts = nameParts.suffix(1) + [lastResort] }
    return parts.isEmpty ? "repository" : parts.joined(separator: "-")
  }

  var location: RepositoryLocation {
    RepositoryLocation(
      name: name,
      place: place,
      descriptors: source.descriptors,
      forgeKind: source.forgeKind,
      versions: source.versions,
      span: source.span
    )
  }

  private var canGrow: Bool { source.name == nil && partsUsed <= nameParts.count }

  /// Makes names longer until they differ, or nothing can be added.
  ///
  /// - Complexity: O(*n* · *m*) in the number of candidates and of their parts.
  static func makeDistinct(_ candidates: inout [LocationCandidate]) {
    while true {
      var holders: [String: [Int]] = [:]
      for (index, candidate) in candidates.enumerated() {
        holders[candidate.name.lowercased(), default: []].append(index)
      }
      let growing = holders.values.filter { $0.count > 1 }.joined().filter {
        candidates[$0].canGrow
      }
      if growing.isEmpty { return }
      for index in growing { candidates[index].partsUsed += 1 }
    }
  }
}
