import CallboardCrawl
import Testing

@Suite struct GlobTests {
  @Test func matchesByComponents() throws {
    let table: [(pattern: String, matching: [String], others: [String])] = [
      ("catalog-info.yaml", ["catalog-info.yaml"], ["a/catalog-info.yaml", "xcatalog-info.yaml"]),
      (
        "**/catalog-info.yaml",
        ["catalog-info.yaml", "a/catalog-info.yaml", "a/b/catalog-info.yaml"],
        ["a-catalog-info.yaml", "catalog-info.yaml/x"]
      ),
      ("*.md", ["a.md", ".md"], ["a/b.md", "a.mdx", "a.m"]),
      ("docs/*.md", ["docs/a.md"], ["docs/a/b.md", "docs.md"]),
      ("docs/**", ["docs/a", "docs/a/b"], ["docs", "docsa/b", "docs/"]),
      ("docs/**/*.md", ["docs/a.md", "docs/x/a.md", "docs/x/y/a.md"], ["docsx/a.md"]),
      ("a**b", ["ab", "axxb"], ["a/b", "ax/b"]),
      ("**", ["a", "a/b"], []),
      ("a?c", ["abc", "aéc", "a漢c"], ["ac", "a/c", "abbc"]),
      ("[a-c]x", ["ax", "cx"], ["dx", "x", "aax"]),
      ("[!a-c]x", ["dx", "éx"], ["ax", "/x", "ddx"]),
      ("[]a]", ["]", "a"], ["b"]),
      ("[a-]", ["a", "-"], ["b"]),
      ("[[:digit:]]*", ["1", "12x"], ["x"]),
      ("*.{md,markdown}", ["a.md", "a.markdown"], ["a.mdown", "a.{md,markdown}"]),
      ("{docs,site/**}/*.md", ["docs/a.md", "site/x/a.md"], ["site.md", "x/a.md"]),
      ("{a,}b", ["ab", "b"], ["cb"]),
      ("{a,b{c,d}}", ["a", "bc", "bd"], ["b", "c"]),
      ("{**/a,b}", ["a", "x/a", "b"], ["x/b"]),
      ("a\\*b", ["a*b"], ["axb"]),
      ("./a/b", ["a/b"], []),
      ("/a/b", ["a/b"], []),
      ("a,b}", ["a,b}"], []),
      ("", [""], ["a"]),
    ]
    for row in table {
      let glob = try Glob(row.pattern)
      for path in row.matching { #expect(glob.matches(path), "'\(row.pattern)' on '\(path)'") }
      for path in row.others { #expect(!glob.matches(path), "'\(row.pattern)' on '\(path)'") }
    }
  }

  @Test func refusesPatternsThatAreNotWellFormed() {
    let table: [(String, GlobError)] = [
      ("a{b", .unbalancedBrace), ("{a,{b}", .unbalancedBrace), ("[a", .unclosedClass),
      ("[", .unclosedClass), ("[a-", .unclosedClass), ("[\\", .unclosedClass),
      ("[[:none:]]", .unknownClass), ("[é]", .characterInClass), ("a\\", .trailingBackslash),
      (String(repeating: "a", count: 5_000), .tooLong),
      (String(repeating: "{", count: 40), .tooDeep),
    ]
    for (pattern, error) in table {
      #expect(throws: error, "\(pattern)") { try Glob(pattern) }
    }
  }

  @Test func endsOnPatternsThatWouldMakeABacktrackerHang() throws {
    let stars = try Glob(String(repeating: "*a", count: 1_000) + "*b")
    #expect(!stars.matches(String(repeating: "a", count: 10_000)))
    let folders = try Glob(String(repeating: "**/a/", count: 100) + "b")
    #expect(!folders.matches(String(repeating: "a/", count: 500) + "c"))
    let choices = try Glob(String(repeating: "{a,aa}", count: 300) + "b")
    #expect(!choices.matches(String(repeating: "a", count: 500)))
  }

  @Test func tellsSpellingsApartThatAreTheSameText() throws {
    #expect(try Glob("\u{E9}").matches("\u{E9}"))
    #expect(try !Glob("\u{E9}").matches("e\u{301}"))
    #expect(try Glob("\u{E9}") != Glob("e\u{301}"))
  }
}
