import CallboardBuild
import CallboardSite
import Glibc

/// A folder that a web server reads.
///
/// It is written as an output folder is: in one step where the file system can, and it belongs to Callboard.
struct FolderTarget: PublishTarget {
  let name: String
  private let jobs: Int

  /// - Parameter path: Absolute or relative to the current folder; need not be there yet.
  init(_ path: String, jobs: Int) {
    name = path
    self.jobs = jobs
  }

  func changes(to site: BuiltSite) throws(BuildFailure) -> PublishChanges {
    guard access("\(name)/index.html", F_OK) == 0 else {
      return PublishChanges(from: PublishedFiles(), to: site)
    }
    try refuseOverlap(with: site)
    let standing = try BuiltSite(name, jobs: jobs, progress: NoProgress())
    return PublishChanges(from: PublishedFiles(standing), to: site)
  }

  func publish(
    _ changes: PublishChanges,
    of site: BuiltSite,
    progress: any BuildProgress
  ) throws(BuildFailure) {
    try refuseOverlap(with: site)
    do {
      let writer = try FolderSiteWriter(
        output: name,
        onConflict: .wait { progress.tell("Waiting for another build that writes to '\(name)'") }
      )
      let files = site.files
      progress.begin("Copying files", total: files.count)
      try ParallelFor(width: jobs).run(count: files.count) { index in
        defer { progress.advance(by: 1) }
        let file = files[index]
        if try writer.keep(file.path, hash: file.hash) { return }
        try writer.write(OutputFile(path: file.path, bytes: site.read(file)))
      }
      if let note = try writer.finish().note { progress.tell(note) }
    } catch {
      throw BuildFailure(error)
    }
  }

  /// A site that is copied into itself would grow with every publication.
  private func refuseOverlap(with site: BuiltSite) throws(BuildFailure) {
    guard let resolved = realpath(name, nil) else { return }
    defer { free(resolved) }
    let target = String(cString: resolved) + "/"
    let source = site.folder + "/"
    guard target.hasPrefix(source) || source.hasPrefix(target) else { return }
    throw BuildFailure(
      "'\(name)' and the output folder '\(site.folder)' lie in each other",
      help: ["Publish to a folder outside of it, or let 'build --output' write there at once."]
    )
  }
}
