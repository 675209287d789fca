/// Reads commits with the blobs that they replaced out of one `git log --raw`.
struct CommitReader {
  /// What git is told to write: per commit an empty record, one with id, time and subject, then two
  /// for each path, its modes and ids and its name. All end with NUL, which none of them can hold.
  ///
  /// Only first parents are followed, and a merge is what it changed on the branch that it was made
  /// on: what a side branch did and took back before was never in the catalog.
  static func arguments(commit: String, specifications: [String]) -> [String] {
    [
      "log", "-z", "--format=tformat:%x00%H %ct %s", "--raw", "--no-abbrev", "--first-parent", "-m",
      "--no-renames", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap",
      "--no-color", "--no-decorate", "--no-notes", "--ignore-submodules=all", "--encoding=UTF-8",
      "--end-of-options", commit, "--",
    ] + specifications
  }

  /// Newest first; the last one may have no changes.
  private var read: [FileCommit] = []
  private let scopes: HistoryScopes
  private let limits: HistoryLimits
  private var changeCount = 0
  private var record: [UInt8] = []
  private var expects = Expectation.gap

  private enum Expectation {
    /// The empty record before a commit.
    case gap
    case commit
    /// The first of a commit comes after a newline.
    case modes
    case path(before: String?, after: String?)
  }

  /// No path and no subject is longer; what is, is not taken.
  private static let maximumRecord = 256 << 10

  init(scopes: HistoryScopes, limits: HistoryLimits) {
    self.scopes = scopes
    self.limits = limits
  }

  /// The commits that changed a wanted file, newest first.
  var commits: [FileCommit] {
    read.last?.changes.isEmpty == true ? read.dropLast() : read
  }

  /// Takes the next piece of the output.
  ///
  /// - Returns: Whether more is wanted: false once a limit is reached.
  mutating func consume(_ chunk: UnsafeRawBufferPointer) -> Bool {
    for byte in chunk {
      guard byte == 0 else {
        guard record.count < Self.maximumRecord else { return false }
        record.append(byte)
        continue
      }
      let isWanted = take()
      record.removeAll(keepingCapacity: true)
      if !isWanted { return false }
    }
    return true
  }

  private mutating func take() -> Bool {
    if record.isEmpty {
      expects = .commit
      return true
    }
    switch expects {
    case .gap: break
    case .commit: return takeCommit()
    case .modes: takeModes()
    case .path(let before, let after):
      expects = .modes
      return takePath(before: before, after: after)
    }
    return true
  }

  private mutating func takeCommit() -> Bool {
    let fields = record.split(
      separator: UInt8(ascii: " "),
      maxSplits: 2,
      omittingEmptySubsequences: false
    )
    expects = .gap
    guard fields.count == 3, let seconds = Int64(String(decoding: fields[1], as: UTF8.self)) else {
      return true
    }
    if read.last?.changes.isEmpty == true { read.removeLast() }
    guard read.count < limits.commits, !isTooOld(seconds) else { return false }
    read.append(
      FileCommit(
        id: String(decoding: fields[0], as: UTF8.self),
        seconds: seconds,
        subject: String(decoding: fields[2].prefix(Self.maximumSubject), as: UTF8.self),
        changes: []
      )
    )
    expects = .modes
    return true
  }

  private func isTooOld(_ seconds: Int64) -> Bool {
    guard let days = limits.days, let newest = read.first?.seconds else { return false }
    let (age, overflow) = newest.subtractingReportingOverflow(seconds)
    return overflow || age > Int64(clamping: min(days, 1 << 20)) * 86_400
  }

  /// In bytes; pages show less.
  private static let maximumSubject = 1_024

  /// `:100644 100644 <before> <after> M`.
  private mutating func takeModes() {
    let start = record.first == UInt8(ascii: "\n") ? 1 : 0
    let fields = record[start...].split(separator: UInt8(ascii: " "))
    guard fields.count == 5 else {
      expects = .gap
      return
    }
    expects = .path(
      before: Self.blob(fields[2], mode: fields[0].dropFirst()),
      after: Self.blob(fields[3], mode: fields[1])
    )
  }

  /// The id of a regular file's contents; nil for no file, a link or a submodule.
  private static func blob(_ id: ArraySlice<UInt8>, mode: ArraySlice<UInt8>) -> String? {
    guard mode.starts(with: "100".utf8) else { return nil }
    let text = String(decoding: id, as: UTF8.self)
    return WorkingCopy.isObjectID(text) ? text : nil
  }

  private mutating func takePath(before: String?, after: String?) -> Bool {
    guard before != after else { return true }
    for (member, path) in scopes.members(for: record) {
      changeCount += 1
      guard changeCount <= limits.changes else {
        // A commit is taken whole or not at all.
        read.removeLast()
        return false
      }
      read[read.count - 1].changes.append(
        FileCommit.Change(member: member, path: path, before: before, after: after)
      )
    }
    return true
  }
}
