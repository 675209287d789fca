import Testing

@testable import CallboardSite

/// Pages of docs as Markdown.
@Suite struct MarkdownTwinTests {
  private static func twin(
    _ source: String,
    _ destinations: [(written: String, url: String)] = [("a.md", "../a/")],
    heading: String? = nil
  ) -> String {
    let text = MarkdownTwin.text(Array(source.utf8), destinations: destinations, heading: heading)
    return String(decoding: text, as: UTF8.self)
  }

  @Test(arguments: [
    ("[x](a.md) and ![y](a.md \"title\")", "[x](../a/) and ![y](../a/ \"title\")"),
    ("[x](<a.md>)", "[x](<../a/>)"),
    ("[x]: a.md 'title'", "[x]: ../a/ 'title'"),
    ("  [x]: a.md", "  [x]: ../a/"),
    ("<a href=\"a.md\">x</a> <img src='a.md'>", "<a href=\"../a/\">x</a> <img src='../a/'>"),
    ("[x](b.md) a.md (a.md)", "[x](b.md) a.md (a.md)"),
    ("`[x](a.md)` [y](a.md)", "`[x](a.md)` [y](../a/)"),
    ("``[x](a.md)` `` [y](a.md)", "``[x](a.md)` `` [y](../a/)"),
    ("`` [y](a.md)", "`` [y](../a/)"),
    ("```md\n[x](a.md)\n```\n[y](a.md)\n", "```md\n[x](a.md)\n```\n[y](../a/)\n"),
    ("~~~~\n```\n[x](a.md)\n~~~\n~~~~\n[y](a.md)", "~~~~\n```\n[x](a.md)\n~~~\n~~~~\n[y](../a/)"),
    ("[x](a.md", "[x](../a/"),
    ("](", "]("),
    ("", ""),
  ])
  func exchangesTheDestinationsOfLinksOnly(source: String, expected: String) {
    #expect(Self.twin(source) == expected)
  }

  @Test func keepsParenthesesOfADestinationTogether() {
    let written = Self.twin("[x](a_(b).md)", [("a_(b).md", "../a_(b)/")])
    #expect(written == "[x](<../a_(b)/>)")
  }

  @Test(arguments: [
    ("---\ntitle: A\n---\n\n# A\n", "# A\n"),
    ("\u{FEFF}---\r\ntitle: A\r\n---\r\n# A", "# A"),
    ("---\nno end\n", "---\nno end\n"),
    ("text\n---\nmore", "text\n---\nmore"),
  ])
  func leavesOutFrontMatter(source: String, expected: String) {
    #expect(Self.twin(source, []) == expected)
  }

  @Test func beginsWithTheTitleOfAPageWithoutHeading() {
    #expect(Self.twin("---\ntitle: A\n---\nText.\n", heading: "A") == "# A\n\nText.\n")
  }
}
