import CallboardSite
import Testing

@testable import CallboardBuild

@Suite struct MemorySiteTests {
  private func file(_ path: String, _ text: String) -> OutputFile {
    OutputFile(path: path, bytes: Array(text.utf8))
  }

  @Test func leavesTheOriginalAsItWasWhenAFileOfACopyIsReplaced() {
    let site = MemorySite([file("a", "one"), file("b", "two")])
    var copy = site
    let isReplaced = copy.replace(file("a", "three"))
    #expect(isReplaced)
    #expect(site["a"] == Array("one".utf8))
    #expect(copy["a"] == Array("three".utf8))
    #expect(copy.all.map(\.path) == ["a", "b"])
    #expect(copy.byteCount == 8)
  }

  @Test func replacesNoFileThatItDoesNotHave() {
    var site = MemorySite([file("a", "one")])
    let isReplaced = site.replace(file("b", "two"))
    #expect(!isReplaced)
    #expect(site.all == [file("a", "one")])
  }

  @Test func tellsWhatChangedBetweenCopiesAndBetweenSites() {
    let site = MemorySite((0..<2000).map { file("f\($0)", "one") })
    var copy = site
    _ = copy.replace(file("f7", "two"))
    #expect(copy.pathsChanged(since: site) == ["f7"])
    #expect(site.pathsChanged(since: copy) == ["f7"])
    _ = copy.replace(file("f7", "one"))
    #expect(copy.pathsChanged(since: site).isEmpty)
    let other = MemorySite([file("f1", "one"), file("f2", "two"), file("new", "x")])
    #expect(
      other.pathsChanged(since: MemorySite([file("f1", "one"), file("f2", "one")])) == ["f2"]
    )
    #expect(MemorySite([]).pathsChanged(since: other).sorted() == ["f1", "f2", "new"])
  }

  @Test func tellsWhatChangedInACopyThatAFileWasAddedTo() {
    let site = MemorySite([file("a", "one"), file("b", "one")])
    var copy = site
    let entry = MemorySite.Entry(file: file("a", "two"), hash: ContentHash(of: Array("two".utf8)))
    copy.insert(entry, at: OutputPath("a"))
    #expect(copy.pathsChanged(since: site) == ["a"])
    #expect(copy.byteCount == 6)
  }

  @Test func staysTheSameHoweverManyFilesAreReplaced() {
    let site = MemorySite((0..<2000).map { file("f\($0)", "one") })
    var copy = site
    for number in 0..<2000 { _ = copy.replace(file("f\(number)", "new")) }
    #expect(copy.all.allSatisfy { $0.bytes == Array("new".utf8) })
    #expect(copy.pathsChanged(since: site).count == 2000)
    #expect(site.all.allSatisfy { $0.bytes == Array("one".utf8) })
  }
}
