package import CallboardBuild
import Glibc

/// Builds, serves, watches and builds again, until the process ends.
package struct PreviewSession {
  private let request: BuildRequest
  private let server: PreviewServer
  private let progress: any BuildProgress
  private let watcher: FolderWatcher

  /// What became of one build.
  package enum Outcome: Sendable {
    case built(BuildReport)
    case failed(BuildFailure)
  }

  /// - Parameters:
  ///   - request: What to build. Nothing is written, so its output folder means nothing.
  ///   - server: Which shows what was built.
  /// - Throws: ``BuildFailure`` when files cannot be watched here.
  package init(
    request: BuildRequest,
    server: PreviewServer,
    progress: any BuildProgress
  ) throws(BuildFailure) {
    self.request = request
    self.server = server
    self.progress = progress
    watcher = try FolderWatcher()
  }

  /// Builds, tells what became of it, waits for a change, and so on.
  package func run(_ tell: (Outcome) -> Void) -> Never {
    var content = PreviewContent()
    // A page of an earlier server must not take this one's builds for its own.
    var build = Int.random(in: 1..<1 << 40)
    // Until a build has told which folders there are.
    var folders: Set<String> = []
    var memory = SiteMemory()
    while true {
      let start = FileTime.now
      do {
        let site = try BuildSession(request: request, progress: progress).preview(after: &memory)
        build += 1
        content = PreviewContent(
          files: site.files,
          search: site.search,
          basePath: site.basePath,
          findings: PreviewFinding.all(of: site.report),
          build: build
        )
        folders = site.report.sourceFolders
        server.show(content)
        tell(.built(site.report))
      } catch {
        // The last site stays, with the reason in front of it.
        content.findings = PreviewFinding.all(of: error)
        server.show(content)
        tell(.failed(error))
      }
      memory.settle()
      let (added, failed) = watcher.watch(wanted(folders))
      if !failed.isEmpty { warn(ofUnwatched: failed) }
      // What changed between the build's reading of a folder and its watch was not heard.
      if added.contains(where: { FileTime.hasEntry(of: $0, changedSince: start) }) { continue }
      watcher.waitForChange()
    }
  }

  /// The folders of the sources, and the operator's files.
  private func wanted(_ folders: Set<String>) -> [String: FolderWatcher.Names?] {
    var wanted: [String: FolderWatcher.Names?] = [:]
    let file = request.configuration ?? "site.yaml"
    let slash = file.lastIndex(of: "/")
    let folder = slash.map { String(file[..<$0]) } ?? "."
    let name = String(file[(slash.map(file.index(after:)) ?? file.startIndex)...])
    if let path = FileTime.resolved(folder.isEmpty ? "/" : folder) { wanted[path] = .some([name]) }
    for folder in folders { wanted.updateValue(nil, forKey: folder) }
    return wanted
  }

  private func warn(ofUnwatched folders: [String]) {
    let more = folders.count > 1 ? " and \(folders.count - 1) more" : ""
    progress.tell(
      "Changes in '\(folders[0])'\(more) will not be noticed: the folder is gone, or the system's limit "
        + "'fs.inotify.max_user_watches' is reached."
    )
  }
}
