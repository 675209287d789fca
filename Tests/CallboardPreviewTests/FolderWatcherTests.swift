import CallboardBuild
import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardPreview

@Suite struct FolderWatcherTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["a.md": "one", "sub/b.md": "one"])
  }

  /// Watches, changes something and waits for what is heard of it; without an event this does not end.
  private func hears(_ change: () throws -> Void) throws -> HeardChanges {
    let watcher = try FolderWatcher()
    let (added, failed) = watcher.watch([folder.path: nil])
    #expect(added == [folder.path] && failed.isEmpty)
    try change()
    return watcher.waitForChange()
  }

  private func files(_ names: String...) -> HeardChanges {
    .files(Set(names.map { "\(folder.path)/\($0)" }))
  }

  @Test(.timeLimit(.minutes(2))) func hearsOfAFileThatIsWritten() throws {
    #expect(try hears { try folder.write("two", to: "a.md") } == files("a.md"))
  }

  @Test(.timeLimit(.minutes(2))) func hearsOfAFileThatIsRenamedOverAnother() throws {
    let heard = try hears {
      try folder.write("two", to: "a.md~")
      #expect(rename("\(folder.path)/a.md~", "\(folder.path)/a.md") == 0)
    }
    #expect(heard == files("a.md"))
  }

  @Test(.timeLimit(.minutes(2))) func hearsOfAFileThatIsRemovedAndOfANewFolder() throws {
    #expect(try hears { try folder.remove("a.md") } == files("a.md"))
    #expect(try hears { try folder.write("x", to: "new/c.md") } == .anything)
  }

  @Test(.timeLimit(.minutes(2))) func hearsOfANamedFile() throws {
    let watcher = try FolderWatcher()
    _ = watcher.watch([folder.path: ["site.yaml"]])
    try folder.write("two", to: "a.md")
    try folder.write("x", to: "site.yaml")
    #expect(watcher.waitForChange() == files("site.yaml"))
  }

  @Test(.timeLimit(.minutes(2))) func hearsThatAFolderIsGoneAndWatchesItAgain() throws {
    let watcher = try FolderWatcher()
    _ = watcher.watch(["\(folder.path)/sub": nil])
    try folder.remove("sub")
    // That the folder itself is gone may be said after what it held.
    while watcher.watch(["\(folder.path)/sub": nil]).failed.isEmpty {
      _ = watcher.waitForChange()
    }
    try folder.write("x", to: "sub/c.md")
    #expect(watcher.watch(["\(folder.path)/sub": nil]).added == ["\(folder.path)/sub"])
    try folder.write("y", to: "sub/c.md")
    #expect(watcher.waitForChange() == files("sub/c.md"))
  }

  @Test func waitsNoLongerThanItIsTold() throws {
    let watcher = try FolderWatcher()
    _ = watcher.watch([folder.path: nil])
    #expect(watcher.change(within: 1) == nil)
    try folder.write("two", to: "a.md")
    #expect(watcher.change(within: 60_000) == files("a.md"))
  }

  @Test func noticesWhatChangedSinceAMoment() throws {
    let moment = FileTime.now
    while FileTime.now == moment { usleep(1000) }
    #expect(FileTime.hasEntry(of: folder.path, changedSince: .max) == false)
    let before = FileTime.now
    while FileTime.now == before { usleep(1000) }
    try folder.write("two", to: "a.md")
    #expect(FileTime.hasEntry(of: folder.path, changedSince: before))
    #expect(!FileTime.hasEntry(of: "\(folder.path)/none", changedSince: before))
  }
}
