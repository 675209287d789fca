import CallboardBuild
import CallboardSite
import CallboardTestSupport
import Foundation
import Testing

@Suite struct FolderSiteWriterRefusalTests {
  private let folder: TemporaryFolder
  private var output: String { folder.path + "/dist" }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func refusesAFolderThatItDidNotMake() throws {
    try TemporaryFolder.write("mine", to: output + "/thesis.txt")
    let error = EmitError.outputOfOthers(output, entry: "thesis.txt")
    #expect(throws: error) { try publish(["a": "a"], to: output) }
    #expect(error.description.contains("thesis.txt"))
    #expect(try TemporaryFolder.contents(of: output) == ["thesis.txt": "mine"])
  }

  @Test func refusesAFolderThatCameInThePlaceOfItsOwn() throws {
    try publish(["a": "a"], to: output)
    let inode = try TemporaryFolder.inode(output)
    // The inode stays, as it often does when a folder is deleted and another one made.
    try FileManager.default.removeItem(atPath: output + "/a")
    try TemporaryFolder.write("mine", to: output + "/thesis.txt")
    #expect(try TemporaryFolder.inode(output) == inode)
    #expect(throws: EmitError.outputOfOthers(output, entry: "thesis.txt")) {
      try publish(["a": "a"], to: output)
    }
  }

  @Test func refusesToReplaceARepository() throws {
    try publish(["a": "a"], to: output)
    try TemporaryFolder.write("ref", to: output + "/.git/HEAD")
    #expect(throws: EmitError.outputHoldsRepository(output, entry: ".git")) {
      try publish(["a": "b"], to: output)
    }
    #expect(try TemporaryFolder.contents(of: output) == ["a": "a", ".git/HEAD": "ref"])
  }

  @Test func refusesAFile() throws {
    try TemporaryFolder.write("mine", to: output)
    #expect(throws: EmitError.outputIsFile(output)) { try publish(["a": "a"], to: output) }
  }

  @Test func refusesTheRootOfTheFileSystemAndNothingAtAll() {
    #expect(throws: EmitError.unusableOutput("/")) { try publish([:], to: "/") }
    #expect(throws: EmitError.unusableOutput("")) { try publish([:], to: "") }
  }

  @Test func namesTheParentThatIsAFile() throws {
    try TemporaryFolder.write("mine", to: folder.path + "/file")
    let error = #expect(throws: EmitError.self) {
      try publish(["a": "a"], to: folder.path + "/file/dist")
    }
    #expect(error?.description.contains("/file") == true)
  }

  @Test func refusesAFolderThatAnotherBuildWritesTo() throws {
    let first = try FolderSiteWriter(output: output, flushes: false)
    #expect(throws: EmitError.outputInUse(output)) { try publish(["a": "b"], to: output) }
    try first.write(OutputFile(path: "a", bytes: Array("first".utf8)))
    _ = try first.finish()
    try publish(["a": "b"], to: output)
    #expect(try TemporaryFolder.contents(of: output) == ["a": "b"])
  }

  @Test func waitsForAnotherBuildIfAskedTo() throws {
    let notices = OccurrenceCounter()
    let output = output
    try ParallelFor(width: 4, chunkSize: 1).run(count: 12) { index in
      let conflict = OutputConflict.wait { _ = notices.next() }
      let writer = try FolderSiteWriter(output: output, onConflict: conflict, flushes: false)
      for file in 0..<50 {
        try writer.write(OutputFile(path: "\(index)/\(file)", bytes: Array("\(index)".utf8)))
      }
      _ = try writer.finish()
    }
    let served = try TemporaryFolder.contents(of: output)
    #expect(served.count == 50)
    #expect(Set(served.values).count == 1)
  }
}
