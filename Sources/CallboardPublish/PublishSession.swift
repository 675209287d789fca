package import CallboardBuild

/// What a person asked `callboard publish` for; nil leaves a choice to `site.yaml`.
package struct PublishRequest: Sendable {
  package var build: BuildRequest
  /// As the person wrote it, relative to the current folder.
  package var destination: String?
  /// Whether all files are sent, whatever is known of the destination.
  package var isSendingAll: Bool

  package init(build: BuildRequest, destination: String?, isSendingAll: Bool) {
    self.build = build
    self.destination = destination
    self.isSendingAll = isSendingAll
  }
}

/// One publication of a site that was built before.
package struct PublishSession {
  private let site: BuiltSite
  private let target: any PublishTarget
  private let progress: any BuildProgress

  /// Reads `site.yaml` and looks at the output folder.
  package init(
    request: PublishRequest,
    progress: any BuildProgress
  ) throws(BuildFailure) {
    self.progress = progress
    let session = try BuildSession(request: request.build, progress: progress)
    let settings = session.configuration.publish
    let destination: Destination
    if let text = request.destination {
      destination = try Destination(text)
    } else if let text = settings.destination {
      destination = try Destination(text).relative(to: session.configuration.folder)
    } else {
      throw BuildFailure(
        "there is no destination to publish to",
        help: ["Name it: 'callboard publish git:origin#gh-pages', or as 'publish.to' in site.yaml."]
      )
    }
    site = try BuiltSite(session.outputFolder, jobs: session.jobs, progress: progress)
    let environment = Machine.environment
    switch destination {
    case .folder(let path): target = FolderTarget(path, jobs: session.jobs)
    case .rclone(let remote):
      target = RcloneTarget(
        remote,
        isSendingAll: request.isSendingAll,
        environment: environment
      )
    case .git(let remote, let branch):
      target = try GitTarget(
        remote: remote,
        branch: branch,
        keepsHistory: settings.keepsHistory,
        folder: session.configuration.folder,
        cacheFolder: session.cacheFolder,
        environment: environment
      )
    }
  }

  /// What publishing would do, without doing it.
  package func plan() throws(BuildFailure) -> PublishChanges {
    progress.begin("Comparing with \(target.name)", total: nil)
    return try target.changes(to: site)
  }

  /// Publishes, and tells what changed.
  package func publish() throws(BuildFailure) -> PublishChanges {
    let changes = try plan()
    if !changes.isEmpty { try target.publish(changes, of: site, progress: progress) }
    return changes
  }

  /// The closing line: `Published to git:origin#gh-pages: 3 files added, 5 changed, 1 removed, 419 as before.`
  package func summary(_ changes: PublishChanges, isDone: Bool) -> String {
    guard !changes.isEmpty else { return "\(target.name) has this site already." }
    let added = changes.added.count
    return "\(isDone ? "Published to" : "Would publish to") \(target.name): "
      + "\(added) file\(added == 1 ? "" : "s") added, \(changes.changed.count) changed, "
      + "\(changes.removed.count) removed, \(changes.unchangedCount) as before."
  }
}

extension PublishChanges {
  /// One line a file in the order in which it is sent or removed: `+` new, `~` changed, `-` removed.
  package var lines: String {
    let isNew = Set(added)
    let sent = uploads.flatMap { $0 }.map { "\(isNew.contains($0) ? "+" : "~") \($0)\n" }
    return (sent + removed.map { "- \($0)\n" }).joined()
  }
}
