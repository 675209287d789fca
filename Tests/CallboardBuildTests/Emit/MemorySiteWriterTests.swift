import CallboardBuild
import CallboardSite
import Testing

@Suite struct MemorySiteWriterTests {
  @Test func keepsFilesByPath() throws {
    let writer = MemorySiteWriter()
    try writer.write(OutputFile(path: "b", bytes: [2]))
    try writer.write(OutputFile(path: "a/c", bytes: [1, 1]))
    #expect(writer.files.all.map(\.path) == ["a/c", "b"])
    #expect(writer.files["b"] == [2])
    #expect(writer.files["a"] == nil)
    let summary = writer.finish()
    #expect(summary.written == 2)
    #expect(summary.bytesWritten == 3)
  }

  @Test func takesTheSameFileTwiceButNotTwoOfOnePath() throws {
    for writer in [MemorySiteWriter(), DiscardingSiteWriter()] as [any SiteWriter] {
      try writer.write(OutputFile(path: "a", bytes: [1]))
      try writer.write(OutputFile(path: "a", bytes: [1]))
      #expect(throws: EmitError.duplicatePath("a")) {
        try writer.write(OutputFile(path: "a", bytes: [2]))
      }
      #expect(try writer.finish().written == 1)
    }
  }

  @Test func refusesAFileThatIsAFolderInEitherOrder() throws {
    for order in [["a/b", "a/b/c/d"], ["a/b/c/d", "a/b"]] {
      let writer = DiscardingSiteWriter()
      try writer.write(OutputFile(path: order[0], bytes: []))
      #expect(throws: EmitError.fileIsFolder("a/b")) {
        try writer.write(OutputFile(path: order[1], bytes: []))
      }
    }
  }

  @Test func tellsSpellingsApartThatUnicodeTakesForEqual() throws {
    let writer = MemorySiteWriter()
    try writer.write(OutputFile(path: "\u{E9}", bytes: [1]))
    try writer.write(OutputFile(path: "e\u{301}", bytes: [2]))
    #expect(writer.files.count == 2)
  }
}
