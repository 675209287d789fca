import CallboardBuild
import Testing

@Suite struct OutputFileTests {
  @Test func refusesPathsThatLeaveTheSiteOrCannotBeAFile() {
    let paths = [
      "", "/", "/index.html", "a//b", "a/", ".", "..", "../a", "a/../b", "a/./b", "a\u{0}b", "a\nb",
      "a\u{7F}", "a\\b", String(repeating: "a", count: 256),
    ]
    for path in paths {
      #expect(throws: EmitError.self, "\(path.debugDescription)") {
        try OutputFile(path: path, bytes: [])
      }
    }
  }

  @Test func acceptsWhatAFileSystemTakes() {
    let paths = [
      "a", "index.html", "a/b/c.html", ".nojekyll", "...", "..a", "a..", "x/.well-known/y", "é/ß ü",
      String(repeating: "a", count: 255),
    ]
    for path in paths {
      #expect(throws: Never.self, "\(path.debugDescription)") {
        try OutputFile(path: path, bytes: [])
      }
    }
  }
}
