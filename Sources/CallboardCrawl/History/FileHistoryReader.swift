/// Reads which commits changed files, and who wrote them, out of one `git log`.
struct FileHistoryReader {
  /// What git is told to write: per commit an empty record, one with id, time and author's name, then a record
  /// for each path. All end with NUL, which none of them can hold, so no file name can pose as a commit.
  ///
  /// Names are those of the commit's own `.mailmap`. No address is asked for.
  static func arguments(commit: String, specifications: [String]) -> [String] {
    [
      "-c", "mailmap.blob=\(commit):.mailmap", "log", "-z", "--format=tformat:%x00%H %ct %aN",
      "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-show-signature",
      "--no-color", "--no-decorate", "--no-notes", "--encoding=UTF-8", "--end-of-options", commit,
      "--",
    ] + specifications
  }

  /// Of each member, in the order of the group.
  private(set) var histories: [RepositoryHistory]
  private let scopes: HistoryScopes
  /// How many wanted files have no date yet.
  private var undatedCount: Int
  private var commitCount = 0
  private var commit: RepositoryHistory.Commit?
  private var author: String?
  private var record: [UInt8] = []
  private var expects = Expectation.gap

  private enum Expectation {
    /// The empty record before a commit.
    case gap
    case commit
    /// The first path comes after a newline.
    case firstPath
    case path
  }

  /// No path is longer; what is, is not git's.
  private static let maximumRecord = 64 << 10
  /// Once every file has its date, older commits only add to the numbers of the authors.
  private static let commitLimit = 20_000
  private static let maximumName = 200

  /// Looks for the files that the members name by their paths.
  init(members: [HistoryMember], scopes: HistoryScopes) {
    self.scopes = scopes
    histories = members.map { _ in RepositoryHistory() }
    undatedCount = members.reduce(0) { $0 + $1.paths.count }
  }

  /// Takes the next piece of the output.
  ///
  /// - Returns: Whether more is wanted.
  mutating func consume(_ chunk: UnsafeRawBufferPointer) -> Bool {
    for byte in chunk {
      guard byte == 0 else {
        guard record.count < Self.maximumRecord else { return false }
        record.append(byte)
        continue
      }
      take()
      record.removeAll(keepingCapacity: true)
      if undatedCount <= 0, commitCount > Self.commitLimit { return false }
    }
    return true
  }

  private mutating func take() {
    if record.isEmpty {
      expects = .commit
      return
    }
    switch expects {
    case .gap: break
    case .commit: takeCommit()
    case .firstPath, .path:
      let start = expects == .firstPath && record.first == UInt8(ascii: "\n") ? 1 : 0
      expects = .path
      takePath(Array(record[start...]))
    }
  }

  private mutating func takeCommit() {
    let fields = record.split(
      separator: UInt8(ascii: " "),
      maxSplits: 2,
      omittingEmptySubsequences: false
    )
    guard fields.count == 3, let seconds = Int64(String(decoding: fields[1], as: UTF8.self)) else {
      expects = .gap
      return
    }
    commit = .init(id: String(decoding: fields[0], as: UTF8.self), seconds: seconds)
    author = Self.publicName(String(decoding: fields[2].prefix(Self.maximumName), as: UTF8.self))
    commitCount += 1
    expects = .firstPath
  }

  private mutating func takePath(_ path: [UInt8]) {
    guard let commit else { return }
    for (member, inner) in scopes.members(for: path)
    where histories[member].note(inner, commit, author: author) {
      undatedCount -= 1
    }
  }

  /// The name to show; nil for programs, which forges mark by `[bot]`, and for addresses in the place of a name.
  private static func publicName(_ name: String) -> String? {
    let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return trimmed.isEmpty || trimmed.hasSuffix("[bot]") || trimmed.utf8.contains(UInt8(ascii: "@"))
      ? nil : trimmed
  }
}
