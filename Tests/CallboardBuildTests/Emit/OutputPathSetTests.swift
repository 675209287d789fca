import Testing

@testable import CallboardBuild

@Suite struct OutputPathSetTests {
  private func hash(_ number: Int) -> ContentHash { ContentHash(high: UInt64(number), low: 0) }

  @Test func findsEachOfManyPathsByItsNumber() throws {
    var set = OutputPathSet()
    for number in 0..<20_000 {
      let added = try set.insert(
        OutputPath("f/\(number % 7)/page-\(number).html"),
        hash: hash(number)
      )
      #expect(added?.number == number)
    }
    #expect(set.count == 20_000)
    for number in stride(from: 0, to: 20_000, by: 37) {
      let path = OutputPath("f/\(number % 7)/page-\(number).html")
      #expect(set.number(of: path) == number)
      #expect(set[number] == path)
      #expect(set.hashes[number] == hash(number))
    }
    #expect(!set.contains(OutputPath("f/0/page-1.html")))
    #expect(set.folders.count == 8)
  }

  @Test func findsPathsForWhichThereWasRoomFromTheStart() throws {
    var set = OutputPathSet()
    set.reserveCapacity(files: 3, folders: 1)
    for number in 0..<100 { _ = try set.insert(OutputPath("p\(number)"), hash: hash(number)) }
    for number in 0..<100 { #expect(set.number(of: OutputPath("p\(number)")) == number) }
  }

  @Test func hasNoPathAtFirst() {
    #expect(OutputPathSet().number(of: OutputPath("a")) == nil)
  }

  @Test func takesTheSameFileTwiceButNotTwoOfOnePath() throws {
    var set = OutputPathSet()
    #expect(try set.insert(OutputPath("a/b"), hash: hash(1))?.number == 0)
    #expect(try set.insert(OutputPath("a/b"), hash: hash(1)) == nil)
    #expect(throws: EmitError.duplicatePath("a/b")) {
      try set.insert(OutputPath("a/b"), hash: hash(2))
    }
  }

  @Test func knowsTheFoldersOfItsFilesAndNoOthers() throws {
    var set = OutputPathSet()
    for path in ["a/b/c", "a/b/d", "a/e/f/g", "ab"] {
      _ = try set.insert(OutputPath(path), hash: hash(1))
    }
    #expect(set.folders.map(\.description).sorted() == ["a", "a/b", "a/e", "a/e/f"])
    #expect(set.hasFolder(OutputPath("a/e")))
    #expect(!set.hasFolder(OutputPath("ab")))
    #expect(!set.hasFolder(OutputPath("a/b/c")))
  }

  @Test func tellsTheFirstFileOfEachFolder() throws {
    var set = OutputPathSet()
    let first = try ["a", "b/c", "b/d", "b/e/f", "b/g", "h/i/j", "h/k"].filter { path in
      try set.insert(OutputPath(path), hash: hash(1))?.isFirstOfFolder == true
    }
    #expect(first == ["b/c", "b/e/f", "h/i/j"])
  }

  @Test func refusesAFileWithTheNameOfAFolderWhicheverComesFirst() throws {
    var first = OutputPathSet()
    _ = try first.insert(OutputPath("a/b"), hash: hash(1))
    #expect(throws: EmitError.fileIsFolder("a")) {
      try first.insert(OutputPath("a"), hash: hash(1))
    }
    var last = OutputPathSet()
    _ = try last.insert(OutputPath("a"), hash: hash(1))
    #expect(throws: EmitError.fileIsFolder("a")) {
      try last.insert(OutputPath("a/b/c"), hash: hash(1))
    }
  }
}
