import CallboardBuild
import CallboardSite
import CallboardTestSupport
import Foundation
import Synchronization
import Testing

@Suite struct FolderSiteWriterTests {
  private let folder: TemporaryFolder
  private var output: String { folder.path + "/dist" }
  private var state: String { folder.path + "/.dist.callboard" }

  private let old: TestSite = [
    "index.html": "old", "same.html": "same", "gone.html": "gone", "a/b/c.html": "c",
    "d/e.css": "e",
  ]
  private let new: TestSite = [
    "index.html": "new!", "same.html": "same", "a/b/c.html": "c", "f/g/h.html": "h",
  ]

  init() throws {
    folder = try TemporaryFolder()
  }

  private func served() throws -> TestSite { try TemporaryFolder.contents(of: output) }

  @Test func writesASiteWhereThereIsNone() throws {
    let summary = try publish(old, to: output, flushes: true)
    #expect(try served() == old)
    #expect(summary.written == 5)
    #expect(summary.bytesWritten == 13)
    #expect(summary.exchanged)
    #expect(summary.note == nil)
  }

  @Test func removesWhatKilledBuildsLeftEvenIfNothingChanged() throws {
    try publish(old, to: output)
    for name in ["trial-a", "trial-b"] {
      try FileManager.default.createDirectory(
        atPath: "\(state)/\(name)",
        withIntermediateDirectories: false
      )
    }
    for name in ["new", "manifest.next"] { try Data().write(to: URL(filePath: "\(state)/\(name)")) }
    try publish(old, to: output)
    let left = try FileManager.default.contentsOfDirectory(atPath: state)
      .filter { !["lock", "settled", "tree"].contains($0) && !$0.hasPrefix("manifest-") }
    #expect(left == [])
  }

  @Test func makesMissingParents() throws {
    let deep = folder.path + "/x/y/dist/"
    try publish(old, to: deep)
    #expect(try TemporaryFolder.contents(of: deep) == old)
  }

  @Test func touchesNothingWhenNothingChanged() throws {
    try publish(old, to: output)
    let before = try TemporaryFolder.inode(output)
    let summary = try publish(old, to: output)
    #expect(summary.unchanged == 5)
    #expect(summary.written == 0)
    #expect(!summary.exchanged)
    #expect(try TemporaryFolder.inode(output) == before)
    #expect(!FileManager.default.fileExists(atPath: state + "/tree"))
  }

  @Test func bringsChangesAndRemovesWhatIsStale() throws {
    try publish(old, to: output)
    // More than two, as the trees take turns.
    for round in 0..<4 {
      let summary = try publish(round.isMultiple(of: 2) ? new : old, to: output, flushes: true)
      #expect(try served() == (round.isMultiple(of: 2) ? new : old))
      #expect(summary.written == (round.isMultiple(of: 2) ? 2 : 3))
      #expect(summary.unchanged == 2)
      #expect(summary.removed == (round.isMultiple(of: 2) ? 2 : 1))
      #expect(summary.exchanged)
    }
    #expect(try TemporaryFolder.folders(in: output) == ["a", "a/b", "d"])
  }

  @Test func leavesTheFilesOfTheOldSiteAsTheyWere() throws {
    try publish(old, to: output)
    try publish(new, to: output)
    let reader = try #require(FileHandle(forReadingAtPath: output + "/same.html"))
    var changed = new
    changed["same.html"] = "else"
    try publish(changed, to: output)
    try publish(new, to: output)
    #expect(try reader.readToEnd() == Data("same".utf8), "a served file was written into")
  }

  @Test func mendsWhatWasEditedDeletedOrAdded() throws {
    try publish(old, to: output)
    try publish(new, to: output)
    try TemporaryFolder.write("hand", to: output + "/same.html")
    try TemporaryFolder.write("added", to: output + "/extra/added.html")
    try FileManager.default.removeItem(atPath: output + "/f")
    let summary = try publish(new, to: output)
    #expect(try served() == new)
    #expect(summary.written == 2)
    #expect(summary.removed == 1)
    #expect(try TemporaryFolder.folders(in: output) == ["a", "a/b", "f", "f/g"])
  }

  @Test func turnsFilesIntoFoldersAndBack() throws {
    let file: TestSite = ["a": "file", "b/c/d": "deep"]
    let tree: TestSite = ["a/x/y": "deep", "b": "file"]
    try publish(file, to: output)
    for round in 0..<4 {
      let site = round.isMultiple(of: 2) ? tree : file
      try publish(site, to: output)
      #expect(try served() == site)
    }
  }

  @Test func writesThroughNoSymbolicLinkThatSomebodyPlanted() throws {
    let outside = folder.path + "/outside"
    try TemporaryFolder.write("precious", to: outside + "/c.html")
    try publish(old, to: output)
    let refusal: EmitFaults = { $0 == .exchange ? EINVAL : nil }
    for faults in [nil, refusal] {
      try FileManager.default.removeItem(atPath: output + "/a/b")
      try FileManager.default.createSymbolicLink(
        atPath: output + "/a/b",
        withDestinationPath: outside
      )
      try publish(old, to: output, faults: faults)
      #expect(try served() == old)
      #expect(try TemporaryFolder.contents(of: outside) == ["c.html": "precious"])
    }
  }

  @Test func followsAnOutputFolderThatIsASymbolicLink() throws {
    let real = folder.path + "/real"
    try FileManager.default.createDirectory(atPath: real, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: output, withDestinationPath: real)
    try publish(old, to: output)
    try publish(new, to: output)
    #expect(try TemporaryFolder.contents(of: real) == new)
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: output)
    #expect(link == real)
  }

  @Test func keepsThePermissionsOfAnEmptyFolderThatItFills() throws {
    let files = FileManager.default
    try files.createDirectory(
      atPath: output,
      withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o750]
    )
    try publish(old, to: output)
    try publish(new, to: output)
    #expect(try served() == new)
    let permissions = try files.attributesOfItem(atPath: output)[.posixPermissions] as? Int
    #expect(permissions == 0o750)
  }

  @Test func knowsItsSiteAfterBothFoldersWereCopied() throws {
    try publish(old, to: output)
    let copy = folder.path + "/elsewhere"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for name in ["dist", ".dist.callboard"] {
      try FileManager.default.copyItem(
        atPath: "\(folder.path)/\(name)",
        toPath: "\(copy)/\(name)"
      )
    }
    for path in old.keys {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 0)],
        ofItemAtPath: "\(copy)/dist/\(path)"
      )
    }
    let summary = try publish(old, to: copy + "/dist")
    #expect(summary.unchanged == 5)
    #expect(!summary.exchanged)
    try publish(new, to: copy + "/dist")
    #expect(try TemporaryFolder.contents(of: copy + "/dist") == new)
  }

  @Test func writesFromManyThreads() throws {
    for round in 0..<3 {
      let writer = try FolderSiteWriter(output: output, flushes: false)
      try ParallelFor(width: 8, chunkSize: 4).run(count: 2000) { index in
        let text = index.isMultiple(of: 7) ? "\(index) \(round)" : "\(index)"
        try writer.write(
          OutputFile(path: "\(index % 37)/\(index % 11)/\(index).html", bytes: Array(text.utf8))
        )
      }
      let summary = try writer.finish()
      #expect(summary.written == (round == 0 ? 2000 : 286))
      let served = try served()
      #expect(served.count == 2000)
      #expect(served["14/7/14.html"] == nil)
      #expect(served["14/3/14.html"] == "14 \(round)")
    }
  }

  @Test func neverLeavesAReaderWithoutASite() throws {
    try publish(old, to: output)
    let output = output
    let isOver = Flag()
    let misses = OccurrenceCounter()
    let reader = Thread {
      while !isOver.isRaised {
        let page = try? String(contentsOfFile: output + "/index.html", encoding: .utf8)
        if page != "old" && page != "new!" { _ = misses.next() }
      }
    }
    reader.start()
    for round in 0..<40 { try publish(round.isMultiple(of: 2) ? new : old, to: output) }
    isOver.raise()
    #expect(misses.value == 0)
  }

  @Test func refusesTwoFilesOfOnePath() throws {
    try publish(old, to: output)
    let writer = try FolderSiteWriter(output: output, flushes: false)
    try writer.write(OutputFile(path: "a", bytes: [1]))
    #expect(throws: EmitError.duplicatePath("a")) {
      try writer.write(OutputFile(path: "a", bytes: [2]))
    }
    #expect(try served() == old)
  }
}

/// Tells a thread that it may end.
private final class Flag: Sendable {
  private let value = Atomic(false)

  var isRaised: Bool { value.load(ordering: .relaxed) }

  func raise() { value.store(true, ordering: .relaxed) }
}
