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

  /// What is known between one build and the next.
  private struct State {
    var content = PreviewContent()
    /// A page of an earlier server must not take this one's builds for its own.
    var build = Int.random(in: 1..<1 << 40)
    /// Those to watch: none until a build has told which there are.
    var folders: Set<String> = []
    var memory = SiteMemory()
    var heard = HeardChanges.anything
    /// When the last build began.
    var start: Int64 = 0
  }

  /// Builds, tells what became of it, waits for a change, and so on.
  package func run(_ tell: (Outcome) -> Void) -> Never {
    var state = State()
    while true {
      tell(build(&state))
      waitForChange(&state)
    }
  }

  private func build(_ state: inout State) -> Outcome {
    state.start = FileTime.now
    do {
      let site = try BuildSession(request: request, progress: progress)
        .preview(after: &state.memory, hearing: state.heard)
      state.build += 1
      state.content = PreviewContent(
        files: site.files,
        search: site.search,
        basePath: site.basePath,
        findings: PreviewFinding.all(of: site.report),
        build: state.build
      )
      state.folders = site.report.sourceFolders
      server.show(state.content)
      return .built(site.report)
    } catch {
      // The last site stays, with the reason in front of it.
      state.content.findings = PreviewFinding.all(of: error)
      server.show(state.content)
      return .failed(error)
    }
  }

  private func waitForChange(_ state: inout State) {
    state.heard = .anything
    let (added, failed) = watcher.watch(wanted(state.folders))
    if !failed.isEmpty { warn(ofUnwatched: failed) }
    // What changed between the build's reading of a folder and its watch was not heard.
    if added.contains(where: { FileTime.hasEntry(of: $0, changedSince: state.start) }) { return }
    // Nor what no watch is for, the target of a link, say. The browser, which loads the page now, goes first.
    if state.memory.isByHearsay {
      if let heard = watcher.change(within: 1000) {
        state.heard = heard
        return
      }
      if !state.memory.verify() { return }
    }
    state.heard = watcher.waitForChange()
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
