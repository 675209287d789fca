import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics

/// Works out what the commits of one git repository did to the entities of its members.
struct GroupHistory {
  /// What a commit did, with the index of the member whose entities these are.
  struct Entry: Hashable, Sendable {
    var member: Int
    var commit: String
    var seconds: Int64
    var subject: String
    var events: [CatalogEvent]
  }

  let group: HistoryGroup
  let processor: EntityProcessor
  let limits: HistoryLimits

  /// Newest first, and of one commit by member.
  ///
  /// - Returns: nil when git could not tell, with a finding.
  func entries() -> Diagnosed<[Entry]?> {
    let walked = group.commits(limits: limits)
    guard walked.diagnostics.isEmpty else { return walked.map { _ in nil } }
    let blobs: BlobBudget
    do {
      blobs = try BlobBudget(walked.output, from: group.blobs())
    } catch {
      return Diagnosed(nil, diagnostics: [group.finding(error)])
    }
    var folds = group.members.map {
      HistoryFold(repository: $0.snapshot.name, processor: processor)
    }
    var entries: [Entry] = []
    for commit in blobs.commits.reversed() {
      let changes = Dictionary(grouping: commit.changes, by: \.member)
      for (member, changes) in changes.sorted(by: { $0.key > $1.key }) {
        let events = Self.apply(changes, to: &folds[member], blobs)
        guard !events.isEmpty else { continue }
        entries.append(
          Entry(
            member: member,
            commit: commit.id,
            seconds: commit.seconds,
            subject: commit.subject,
            events: events
          )
        )
      }
    }
    return Diagnosed(entries.reversed())
  }

  private static func apply(
    _ changes: [FileCommit.Change],
    to fold: inout HistoryFold,
    _ blobs: BlobBudget
  ) -> [CatalogEvent] {
    for change in changes where !fold.knows(change.path) {
      guard let id = change.before, let bytes = blobs.contents[id] ?? nil else { continue }
      fold.begin(with: DescriptorVersion(path: change.path, contents: bytes))
    }
    // What is too large to be read changes nothing.
    let versions = changes.compactMap { change -> DescriptorVersion? in
      guard let id = change.after else {
        return DescriptorVersion(path: change.path, contents: nil)
      }
      guard let bytes = blobs.contents[id] ?? nil else { return nil }
      return DescriptorVersion(path: change.path, contents: bytes)
    }
    return fold.apply(versions)
  }
}
