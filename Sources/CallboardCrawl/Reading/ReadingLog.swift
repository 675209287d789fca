import Glibc
import Synchronization

/// What reading repositories has looked at in the file system, so that a later build can tell whether it
/// would find the same.
///
/// Every look is noted with what it saw *before* anything was made of it: whatever changes later has other
/// stamps, and is found. May be used from several threads at once.
package final class ReadingLog: Sendable {
  /// Hashes contents; the same function for every look that is compared.
  package typealias Digest = @Sendable ([UInt8]) -> SIMD2<UInt64>

  private struct State {
    var entries = ReadingTable()
    var isReadingPages = false
    /// What servers have answered.
    var remoteLooks: Set<RemoteLook> = []
    /// Whether a server did not answer, so that nobody knows what it has.
    var isUnanswered = false
  }

  let digest: Digest
  private let state = Mutex(State())

  package init(digest: @escaping Digest) {
    self.digest = digest
  }

  /// What servers answered, in no order; nil when one did not, so that it may have something new at any time.
  package var remoteLooks: [RemoteLook]? {
    state.withLock { $0.isUnanswered ? nil : Array($0.remoteLooks) }
  }

  /// All looks at the file system, in no order.
  package var entries: [ReadingEntry] { Array(noted.values) }

  /// All looks by path.
  var noted: ReadingTable { state.withLock { $0.entries } }

  /// Whether an entry is about the contents of a file that was read for pages and for nothing else.
  package func isPage(_ entry: ReadingEntry) -> Bool {
    entry.isRead && isPage(entry.path)
  }

  /// Whether the contents of a file were read for pages and for nothing else.
  package func isPage(_ path: String) -> Bool {
    state.withLock { $0.entries.isPage(path) }
  }

  /// What was seen at a path; nil for nothing.
  package func entry(of path: String) -> ReadingEntry? {
    state.withLock { $0.entries[path] }
  }

  /// What was seen at a path, and where it leads: none to two looks.
  package func entries(at path: String) -> [ReadingEntry] {
    state.withLock { state in
      [path, ReadingTable.key(ofTarget: path)].compactMap { state.entries[$0] }
    }
  }

  /// Forgets what was seen of files of pages, which are about to be read again.
  package func forget(_ pages: [String]) {
    state.withLock { state in
      for path in pages { state.entries[path] = nil }
    }
  }

  /// Takes the contents of files that are read from now on, and have not been read before, for those of pages.
  package func beginPages() { state.withLock { $0.isReadingPages = true } }

  /// Ends what ``beginPages()`` began.
  package func endPages() { state.withLock { $0.isReadingPages = false } }

  /// Notes what a server said of its references.
  func noteAnswer(
    _ outcome: ProcessRunner.Outcome,
    of remote: RemoteURL,
    options: [String],
    patterns: [String]
  ) {
    guard outcome.isSuccess else { return noteUnanswered() }
    let look = RemoteLook(
      remote: remote.argument,
      options: options,
      patterns: patterns,
      answer: digest(outcome.output)
    )
    state.withLock { _ = $0.remoteLooks.insert(look) }
  }

  /// Notes that a server did not give what it was asked for.
  func noteUnanswered() {
    state.withLock { $0.isUnanswered = true }
  }

  /// Notes whether a path leads to a folder, to a file or to nothing, whatever it holds.
  func noteKind(_ path: String) {
    note(ReadingEntry(path: path, sight: ReadingEntry.kind(Self.status(of: path))))
  }

  /// Notes where a path leads once links are followed.
  func noteResolved(_ path: String, to target: String) {
    note(ReadingEntry(path: path, sight: .resolved(target)))
  }

  /// Notes a listing: the names in a folder as they were after `status` was asked for.
  func noteFolder(_ path: String, _ status: stat, _ entries: [FolderReader.Entry]) {
    let digest = digest(FolderReader.summary(of: entries))
    note(ReadingEntry(path: path, sight: .folder(ReadingStamp(status), digest)))
  }

  /// Notes that a file was listed.
  func noteListed(_ path: String, _ status: stat) {
    note(ReadingEntry(path: path, sight: .file(ReadingStamp(status), nil)))
  }

  /// Notes a file's contents. Of a file that was listed, the stamp at that time stays.
  func noteContents(_ path: String, _ status: stat, _ bytes: [UInt8]) {
    note(ReadingEntry(path: path, sight: .file(ReadingStamp(status), digest(bytes))))
  }

  /// Notes that a file could not be read. Other reasons than its absence cannot be compared later.
  func noteFailure(_ path: String, _ error: ReadError) {
    switch error {
    case .notFound: noteKind(path)
    // The name alone decided.
    case .secret: break
    case .notAFile, .tooLarge, .unreadable, .objects:
      note(ReadingEntry(path: path, sight: .unsteady))
    }
  }

  /// The status of what a path leads to; nil for nothing.
  static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private func note(_ entry: ReadingEntry) {
    let key =
      if case .resolved = entry.sight {
        ReadingTable.key(ofTarget: entry.path)
      } else {
        entry.path
      }
    state.withLock { state in
      let earlier = state.entries[key]
      state.entries[key] = earlier?.joined(with: entry) ?? entry
      guard entry.isRead else { return }
      if !state.isReadingPages {
        state.entries.mark(key, isPage: false)
      } else if earlier?.isRead != true {
        state.entries.mark(key, isPage: true)
      }
    }
  }
}
