import CallboardSite
import Testing

@Suite struct OutputFileTests {
  @Test func refusesPathsThatLeaveTheSiteOrCannotBeAFile() {
    let paths = [
      "", "/", "/index.html", "a//b", "a/", ".", "..", "../a", "a/../b", "a/./b", "a\u{0}b", "a\nb",
      "a\u{7F}", "a\\b", String(repeating: "a", count: 256),
    ]
    for path in paths {
      #expect(OutputFile.fault(inPath: path) != nil, "\(path.debugDescription)")
    }
  }

  @Test func acceptsWhatAFileSystemTakes() {
    let paths = [
      "a", "index.html", "a/b/c.html", ".nojekyll", "...", "..a", "a..", "x/.well-known/y", "é/ß ü",
      String(repeating: "a", count: 255),
    ]
    for path in paths {
      #expect(OutputFile.fault(inPath: path) == nil, "\(path.debugDescription)")
    }
  }
}
