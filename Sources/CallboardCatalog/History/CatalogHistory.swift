/// What commits did to the entities of a site, as far back as was asked for.
package struct CatalogHistory: Sendable {
  /// What one commit did to the entities of one repository.
  package struct Entry: Hashable, Sendable {
    package var repository: String
    /// The commit's full id.
    package var commit: String
    /// The commit's page at its forge; nil where there is none.
    package var url: String?
    /// The committer's time, in seconds since 1970; may be negative or far in the future.
    package var seconds: Int64
    /// The first line of the commit's message, as its author wrote it.
    package var subject: String
    /// By reference, then by change. Not empty.
    package var events: [CatalogEvent]

    package init(
      repository: String,
      commit: String,
      url: String?,
      seconds: Int64,
      subject: String,
      events: [CatalogEvent]
    ) {
      self.repository = repository
      self.commit = commit
      self.url = url
      self.seconds = seconds
      self.subject = subject
      self.events = events
    }
  }

  /// How much is known.
  package enum Extent: Hashable, Sendable {
    /// The operator wants no history.
    case off
    /// No repository of the site lies in git, or all of their clones are shallow.
    case none
    /// Of so many of the site's repositories.
    case repositories(Int)
  }

  /// Newest first; of the same time by repository, then in the order of the commits.
  package let entries: [Entry]
  package let extent: Extent

  /// - Parameter entries: In any order between repositories, but newest first within each.
  package init(_ entries: [Entry], extent: Extent) {
    let order = entries.indices.sorted { left, right in
      let (first, second) = (entries[left], entries[right])
      if first.seconds != second.seconds { return first.seconds > second.seconds }
      if first.repository != second.repository { return first.repository < second.repository }
      return left < right
    }
    self.entries = order.map { entries[$0] }
    self.extent = extent
  }

  /// No history at all.
  package init() {
    self.init([], extent: .none)
  }
}

extension CatalogHistory {
  /// The place of an event: indexes into ``entries`` and into the entry's events.
  package struct Place: Hashable, Sendable {
    package var entry: Int
    package var event: Int
  }

  /// The latest events of each entity, newest first, at most `limit` of each. What happened under a
  /// name that an entity has given up since is its own history still.
  ///
  /// - Complexity: O(*n*) in the number of events.
  package func latest(_ limit: Int) -> [EntityRef: [Place]] {
    var places: [EntityRef: [Place]] = [:]
    // Under which reference the older events of a reference are to be found now.
    var present: [EntityRef: EntityRef] = [:]
    for (index, entry) in entries.enumerated() {
      var renames: [(old: EntityRef, now: EntityRef)] = []
      for (offset, event) in entry.events.enumerated() {
        let now = present[event.ref] ?? event.ref
        if places[now, default: []].count < limit {
          places[now, default: []].append(Place(entry: index, event: offset))
        }
        if case .renamed(let old) = event.change { renames.append((old, now)) }
      }
      for rename in renames { present[rename.old] = rename.now }
    }
    return places
  }
}
