/// Reads the history of a commit's files out of one `git log`.
struct HistoryReader {
  /// What git is told to write: per commit an empty record, one with id and time, then a record for
  /// each path. All end with NUL, which no path can hold, so no file name can pose as a commit.
  static func arguments(commit: String) -> [String] {
    [
      "log", "-z", "--format=tformat:%x00%H %ct", "--name-only", "--no-renames", "--no-ext-diff",
      "--no-textconv", "--no-show-signature", "--no-mailmap", "--no-color", "--no-decorate",
      "--no-notes", "--end-of-options", commit,
    ]
  }

  private(set) var history = RepositoryHistory()
  /// The files whose date is not known yet.
  private var undated: Set<String>
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

  /// Looks for the last commits of these files only.
  init(files: [SourceFile]) {
    undated = Set(files.lazy.map(\.path))
  }

  /// Takes the next piece of the output.
  ///
  /// - Returns: Whether more is wanted: false once every file has its date.
  mutating func consume(_ chunk: UnsafeRawBufferPointer) -> Bool {
    for byte in chunk {
      guard byte == 0 else {
        guard record.count < Self.maximumRecord else { return false }
        record.append(byte)
        continue
      }
      take()
      record.removeAll(keepingCapacity: true)
      if undated.isEmpty { return false }
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
    case .commit:
      let fields = String(decoding: record, as: UTF8.self).split(separator: " ")
      guard fields.count == 2, let seconds = Int64(fields[1]) else {
        expects = .gap
        return
      }
      history.append(.init(id: String(fields[0]), seconds: seconds))
      expects = .firstPath
    case .firstPath, .path:
      let start = expects == .firstPath && record.first == UInt8(ascii: "\n") ? 1 : 0
      expects = .path
      let path = String(decoding: record[start...], as: UTF8.self)
      if undated.remove(path) != nil { history.note(path) }
    }
  }
}
