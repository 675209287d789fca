import CallboardDiagnostics
import CallboardHTML
import Testing

@Suite struct FragmentLinkTests {
  @Test func leavesASlotForEachRelativeURL() throws {
    let fragment = Sanitizing.fragment("<a href='b.md?x&amp;y#z' id=q>t</a><img src=' c d.png '>")
    let html = String(decoding: fragment.html, as: UTF8.self)
    #expect(html == "<a href=\"\" id=\"q\">t</a><img src=\"\" alt=\"\">")
    #expect(fragment.links.map(\.offset) == [9, 33])
    #expect(fragment.links.map(\.destination) == ["b.md?x&y#z", "c d.png"])
    #expect(fragment.links.map(\.kind) == [.hyperlink, .image])
    #expect(fragment.links.allSatisfy { $0.isSlot && $0.isAuthorHTML })
  }

  @Test func noRelativeURLDecodesToAScheme() {
    let fragment = Sanitizing.fragment(
      "<a href='javascript%3Aalert(1)'>a</a><a href='x/y%3az'>b</a><img src='DATA%3a,x'>"
    )
    #expect(
      fragment.links.map(\.destination) == ["./javascript%3Aalert(1)", "x/y%3az", "./DATA%3a,x"]
    )
  }

  @Test func fillsSlotsWithEscapedURLs() {
    let fragment = Sanitizing.fragment("<a href=x>t</a> <a href=https://a.example/>u</a>")
    let html = fragment.html { _ in "../y z/?a&b" }
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<a href=\"../y%20z/?a&amp;b\">t</a> "
        + "<a href=\"https://a.example/\" rel=\"noopener noreferrer\">u</a>"
    )
  }

  @Test func listsAbsoluteLinksWithTheirPlace() throws {
    let fragment = Sanitizing.fragment("<p>\n<a title=x href=HTTPS://a.example/>t</a>")
    let link = try #require(fragment.links.first)
    #expect(!link.isSlot)
    #expect(link.destination == "HTTPS://a.example/")
    #expect(link.position == SourceSpan.Position(line: 2, column: 1))
    let written = fragment.html[link.offset...].prefix(link.destination.utf8.count)
    #expect(String(decoding: written, as: UTF8.self) == link.destination)
  }

  @Test func judgesTheGeneratorsLinksByTheSameRules() {
    var builder = FragmentBuilder(policy: Sanitizing.policy)
    for destination in ["javascript:alert(1)", "//x.example", "slack://c", "https://a.example"] {
      builder.open("a")
      builder.attribute("href", link: destination, at: SourceSpan.Position(line: 3, column: 1))
      builder.text("t")
      builder.close()
    }
    let fragment = builder.finish()
    #expect(
      Sanitizing.text(fragment)
        == "<a>t</a><a>t</a><a href=\"slack://c\">t</a>"
        + "<a href=\"https://a.example\" rel=\"noopener noreferrer\">t</a>"
    )
    #expect(fragment.findings.map(\.kind) == [.addressRefused, .addressRefused])
    #expect(fragment.findings.map(\.name) == ["javascript", "//"])
    #expect(fragment.links.allSatisfy { !$0.isAuthorHTML })
  }

  @Test func neverAllowsAScriptScheme() {
    let policy = SanitizerPolicy(extraSchemes: ["javascript", "data", "file"])
    let html = Sanitizing.html(
      "<a href=javascript:x>a</a><a href=data:x>b</a><a href=file:x>c</a>",
      policy: policy
    )
    #expect(html == "<a>a</a><a>b</a><a>c</a>")
  }

  @Test func replacesImagesOfOtherHostsByLinks() {
    #expect(
      Sanitizing.html("<img src=https://x.example/i.png alt=Build>")
        == "<a href=\"https://x.example/i.png\" rel=\"noopener noreferrer\">Build</a>"
    )
    #expect(
      Sanitizing.html("<a href=ci><img src=https://x.example/i.png></a>")
        == "<a href=\"ci\">image at x.example</a>",
      "inside a link there is only text"
    )
    #expect(
      Sanitizing.html("<img src=https://img.example/i.png>")
        == "<img src=\"https://img.example/i.png\" alt=\"\">"
    )
  }

  @Test func keepsTheGeneratorsImageWithItsAttributes() {
    var builder = FragmentBuilder(policy: Sanitizing.policy)
    builder.open("img")
    builder.attribute("loading", "lazy")
    builder.attribute("src", link: "a.png", at: SourceSpan.Position(line: 1, column: 1))
    builder.attribute("alt", "A \"b\"")
    builder.close()
    builder.text("c")
    #expect(
      Sanitizing.text(builder.finish())
        == "<img src=\"a.png\" alt=\"A &quot;b&quot;\" loading=\"lazy\">c"
    )
  }

  @Test func refusesDataImagesThatAreTooLong() {
    let policy = SanitizerPolicy(dataImageLimit: 40)
    let short = "data:image/png;base64,AAAA"
    let long = short + String(repeating: "A", count: 40)
    #expect(
      Sanitizing.html("<img src=\(short)><img src=\(long) alt=x>", policy: policy)
        == "<img src=\"\(short)\" alt=\"\">x"
    )
  }
}
