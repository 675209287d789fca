import CallboardCrawl
import CallboardTestSupport
import Testing

@Suite struct IgnoreRulesTests {
  @Test func followsTheRulesOfGit() {
    let table: [(rules: String, ignored: [String], kept: [String])] = [
      ("# comment\n\n*.log", ["a.log", "x/a.log"], ["a.log.txt", "# comment"]),
      ("build/", ["build/x", "a/build/x"], ["build", "a/build"]),
      ("/build", ["build", "build/x"], ["a/build"]),
      ("a/b", ["a/b", "a/b/c"], ["x/a/b"]),
      ("*.log\n!keep.log", ["a.log"], ["keep.log", "x/keep.log"]),
      ("out/\n!out/keep", ["out/keep"], []),
      ("out/*\n!out/keep", ["out/a"], ["out/keep"]),
      ("**/tmp", ["tmp", "a/tmp", "a/tmp/b"], ["tmpx"]),
      ("a/**", ["a/b", "a/b/c"], ["a"]),
      ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["ab"]),
      ("\\#x\n\\!y", ["#x", "!y"], ["x", "y"]),
      ("a \nb\\ \n", ["a", "b "], ["a ", "b"]),
      ("a\r\nb\r\n", ["a", "b"], ["a\r"]),
      ("\u{FEFF}a", ["a"], []),
      ("[a-c].x\n[!a]y", ["b.x", "by"], ["d.x", "ay"]),
      ("{a,b}", ["{a,b}"], ["a", "b"]),
      ("[unclosed\nx", ["x"], ["[unclosed"]),
      ("/\n!", [], ["a"]),
      ("*", ["a", "a/b"], []),
    ]
    for row in table {
      let rules = IgnoreRules(row.rules.utf8)
      for path in row.ignored { #expect(rules.ignores(path), "'\(row.rules)' on '\(path)'") }
      for path in row.kept { #expect(!rules.ignores(path), "'\(row.rules)' on '\(path)'") }
    }
  }

  /// The oracle is git itself, on a tree that has something for each rule.
  @Test func agreesWithGitOnATreeOfFiles() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("repo")
    let names = ["a", "b.log", "keep.log", "build", "x y", "é.tmp", "[z]", "foo.bar", ".hidden"]
    for prefix in ["", "one/", "one/two/", "build/", "one/build/", "deep/a/b/c/"] {
      for name in names where !(name == "build" && ["", "one/"].contains(prefix)) {
        try folder.write("x", to: "repo/\(prefix)\(name)")
      }
    }
    let rules = [
      "*.log\n!keep.log\nbuild/", "/one/two", "one/*\n!one/two", "**/b/**\n!**/keep.log",
      "deep/**/c/[a-f]*\n", "?.tmp\n\\[z\\]\n", "*\n!*/\n!a", "x y\n.hidden\n", "deep/*/b/c\n!deep",
    ]
    for text in rules {
      try folder.write(text, to: "repo/.gitignore")
      try folder.write("!b.log\nfoo.*\n", to: "repo/deep/a/.gitignore")
      let expected = try folder.git(
        "ls-files",
        "-z",
        "--others",
        "--exclude-standard",
        in: "repo"
      ).split(separator: "\0").map(String.init)
      let found = try folder.crawler().snapshot(of: "\(folder.path)/repo").paths
      // Where git counts bytes, 'é' is two of them, and so '?' does not match it.
      #expect(Set(found) == Set(expected), "with \(text.debugDescription)")
    }
  }
}
