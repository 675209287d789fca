import CallboardBuild
import CallboardCrawl

/// A storage that rclone reaches, such as a bucket or a server with SFTP.
///
/// rclone moves the files; which ones and in which order is decided here, by the list that stands there.
/// So nothing is asked of the storage but the list, and storages without hashes are no slower.
struct RcloneTarget: PublishTarget {
  let name: String
  private let remote: String
  private let isSendingAll: Bool
  private let runner: ProcessRunner
  private let environment: [String: String]

  /// Files that one call of rclone sends: enough to keep its connections busy, and few enough for progress.
  private static let batch = 1_000
  /// For one call; rclone ends earlier by itself when a storage does not answer.
  private static let timeoutSeconds = 3_600

  /// - Parameters:
  ///   - remote: As rclone takes it, with the path.
  ///   - isSendingAll: Whether all files are sent, whatever the list says of them.
  ///   - environment: The operator's; rclone's settings are in it and in its own file.
  init(_ remote: String, isSendingAll: Bool, environment: [String: String]) {
    name = "rclone:\(remote)"
    self.remote = remote.hasSuffix("/") ? String(remote.dropLast()) : remote
    self.isSendingAll = isSendingAll
    self.environment = environment
    runner = ProcessRunner(searchPath: environment["PATH"] ?? "")
  }

  func changes(to site: BuiltSite) throws(BuildFailure) -> PublishChanges {
    var published = try publishedFiles()
    if isSendingAll { published.files = published.files.mapValues { _ in nil } }
    return PublishChanges(from: published, to: site)
  }

  func publish(
    _ changes: PublishChanges,
    of site: BuiltSite,
    progress: any BuildProgress
  ) throws(BuildFailure) {
    try save(publishedFiles().inTransit(changes))
    progress.begin("Sending files", total: changes.added.count + changes.changed.count)
    for part in changes.uploads {
      // What has its hash in its name never changes; browsers need not ask for it again.
      let lasting = part.filter { $0.hasPrefix("assets/") }
      try send(lasting, of: site, isLasting: true, progress)
      try send(part.filter { !$0.hasPrefix("assets/") }, of: site, isLasting: false, progress)
    }
    progress.begin("Removing files", total: changes.removed.count)
    for batch in Self.batches(changes.removed) {
      // Folders that are empty now go as well; a storage without folders has none.
      _ = try rclone(
        ["delete", remote, "--files-from-raw", "-", "--rmdirs"],
        input: Self.lines(batch),
        to: "remove files"
      )
      progress.advance(by: batch.count)
    }
    try save(PublishedFiles(site))
  }

  private func send(
    _ paths: [String],
    of site: BuiltSite,
    isLasting: Bool,
    _ progress: any BuildProgress
  ) throws(BuildFailure) {
    for batch in Self.batches(paths) {
      var arguments = [
        "copy", site.folder, remote, "--files-from-raw", "-", "--no-traverse", "--ignore-times",
        "--transfers", "16",
      ]
      if isLasting {
        arguments += ["--header-upload", "Cache-Control: public, max-age=31536000, immutable"]
      }
      _ = try rclone(arguments, input: Self.lines(batch), to: "send files")
      progress.advance(by: batch.count)
    }
  }

  /// What the destination says of itself; nothing when it has no list.
  private func publishedFiles() throws(BuildFailure) -> PublishedFiles {
    let bytes = try rclone(
      ["cat", "\(remote)/\(PublishedFiles.name)"],
      to: "read what was published",
      isAbsenceAllowed: true
    )
    guard let bytes, !bytes.isEmpty else { return PublishedFiles() }
    guard let list = PublishedFiles(bytes) else {
      throw BuildFailure(
        "'\(PublishedFiles.name)' at '\(name)' cannot be read",
        help: [
          "Publish with the newest Callboard that published there, or remove that file; files that are no longer of the site then stay."
        ]
      )
    }
    return list
  }

  private func save(_ list: PublishedFiles) throws(BuildFailure) {
    _ = try rclone(
      ["rcat", "\(remote)/\(PublishedFiles.name)"],
      input: list.encoded,
      to: "write the list of what is published"
    )
  }

  private static func batches(_ paths: [String]) -> [ArraySlice<String>] {
    stride(from: 0, to: paths.count, by: batch).map { paths[$0..<min($0 + batch, paths.count)] }
  }

  private static func lines(_ paths: ArraySlice<String>) -> [UInt8] {
    Array(paths.map { $0 + "\n" }.joined().utf8)
  }

  /// Runs rclone.
  ///
  /// - Parameter action: Reads on after "could not".
  /// - Returns: What it wrote; nil when it found no such file or folder and that is allowed.
  private func rclone(
    _ arguments: [String],
    input: [UInt8] = [],
    to action: String,
    isAbsenceAllowed: Bool = false
  ) throws(BuildFailure) -> [UInt8]? {
    var call = ProcessRunner.Invocation(
      "rclone",
      arguments + ["--log-level", "ERROR"],
      environment: environment
    )
    call.input = input
    call.timeoutSeconds = Self.timeoutSeconds
    call.outputLimit = 1 << 30
    let outcome: ProcessRunner.Outcome
    do {
      outcome = try runner.run(call)
    } catch {
      throw BuildFailure(
        "rclone could not be started",
        help: ["Install rclone, and see that it is in a folder of PATH."]
      )
    }
    switch outcome.ending {
    case .exited(0): return outcome.output
    // rclone's codes for a missing folder and a missing file.
    case .exited(3) where isAbsenceAllowed, .exited(4) where isAbsenceAllowed: return nil
    case .timedOut:
      throw BuildFailure("rclone could not \(action) at '\(name)' within an hour")
    default:
      let words = ProgramMessage.last(of: outcome.errors)
      throw BuildFailure(
        "rclone could not \(action) at '\(name)'" + (words.map { ": \($0)" } ?? ""),
        help: [
          "Try 'rclone lsd \(remote)'. Run 'callboard publish' again afterwards: it goes on where this one stopped."
        ]
      )
    }
  }
}
