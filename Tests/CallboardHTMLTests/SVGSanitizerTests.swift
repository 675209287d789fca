import CallboardHTML
import Testing

@Suite struct SVGSanitizerTests {
  private func clean(_ content: String, root: String = "width=\"2\" height=\"1\"") -> String {
    do throws(SVGFault) {
      let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(root)>\(content)</svg>"
      let picture = try SVGSanitizer.sanitize(Array(svg.utf8))
      let text = String(decoding: picture.bytes, as: UTF8.self)
      #expect(SVGInspector.reasonToWithhold(picture.bytes) == nil, "\(text)")
      return String(text.drop { $0 != ">" }.dropFirst().dropLast("</svg>\n".count))
    } catch {
      return "fault: \(error.reason)"
    }
  }

  private func size(_ root: String) -> [Int]? {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(root)/>"
    let picture = try? SVGSanitizer.sanitize(Array(svg.utf8))
    return picture.map { [$0.width, $0.height] }
  }

  @Test(arguments: [
    "<g id=\"a\" class=\"b\"><path d=\"M0 0h1\" fill=\"url(#g)\"></path></g>",
    "<text x=\"1\">a &lt; b &amp; c</text>",
    "<style>.a { fill: url(#g); }</style>",
    "<use href=\"#a\"></use>",
    "<g data-look=\"neo\" aria-label=\"x\"></g>",
  ])
  func keepsWhatDraws(content: String) {
    #expect(clean(content) == content)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", ""),
    ("<g onload=\"alert(1)\"/>", "<g></g>"),
    ("<a href=\"javascript:alert(1)\"><text>x</text></a>", "<text>x</text>"),
    ("<a xlink:href=\"https://x.example\" onclick=\"y\"><g/></a>", "<g></g>"),
    ("<image href=\"https://x.example/a.png\"/>", "<image></image>"),
    ("<image href=\"data:image/svg+xml;base64,AAAA\"/>", "<image></image>"),
    ("<use xlink:href=\"other.svg#a\"/>", "<use></use>"),
    ("<use xlink:href=\"#a\"/>", "<use href=\"#a\"></use>"),
    ("<style>@import 'https://x.example/a.css';</style>", ""),
    ("<style>a{background:url(https://x.example)}</style>", ""),
    ("<style>a{b:\\75rl(x)}</style>", ""),
    ("<style><![CDATA[.a{fill:red}]]></style>", "<style>.a{fill:red}</style>"),
    ("<path style=\"fill:url(//x.example)\"/>", "<path></path>"),
    ("<path fill=\"url( '//x.example' )\"/>", "<path></path>"),
    ("<path fill=\"U&#82;L(//x.example)\"/>", "<path></path>"),
    ("<x:script xmlns:x=\"http://www.w3.org/2000/svg\">1</x:script>", ""),
    ("<g xmlns=\"http://www.w3.org/1999/xhtml\"><iframe src=\"x\">y</iframe></g>", "<g></g>"),
    ("<animate attributeName=\"href\" to=\"javascript:x\"/><set/>", ""),
    ("<metadata><g/></metadata><!-- c --><?pi x?>", ""),
    ("<SCRIPT>1</SCRIPT><Style>a</Style>", ""),
    ("<g><foo><style>a</style><text>b</text></foo><g/></g>", "<g><g></g></g>"),
  ])
  func leavesOutWhatRunsOrLoads(content: String, wanted: String) {
    #expect(clean(content) == wanted)
  }

  @Test(arguments: [
    "<foreignObject><p>x</p></foreignObject>", "<g>", "</g>", "<g></path>", "<g a=b/>", "<g a/>",
    "<g a=\"1\" a=\"2\"/>", "<g a=\"<\"/>", "&foo;", "<!ENTITY x 'y'>", "<", "<![CDATA[",
    String(repeating: "<g>", count: 300) + String(repeating: "</g>", count: 300),
  ])
  func refusesWhatIsNoCleanXML(content: String) {
    #expect(clean(content).hasPrefix("fault: "))
  }

  @Test(arguments: [
    "", "no", "<html/>", "<svg/>", "<svg xmlns=\"urn:x\" width=\"1\" height=\"1\"/>",
    "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>x",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
  ])
  func refusesOtherFiles(file: String) {
    #expect(throws: SVGFault.self) { try SVGSanitizer.sanitize(Array(file.utf8)) }
  }

  @Test func readsTheSize() {
    #expect(size("width=\"30pt\" height=\"9.2\"") == [40, 10])
    #expect(size("width=\"100%\" viewBox=\"4 4 890.84 187\"") == [891, 187])
    #expect(size("width=\"1in\" height=\"25.4mm\"") == [96, 96])
    #expect(size("width=\"0\" height=\"1\"") == nil)
    #expect(size("width=\"1e9\" height=\"1\"") == nil)
    #expect(size("width=\"nan\" height=\"inf\"") == nil)
    #expect(size("viewBox=\"0 0\"") == nil)
  }

  @Test func survivesEveryTruncation() {
    let svg = Array(
      """
      <?xml version="1.0"?><!DOCTYPE svg><!-- c --><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">
      <style><![CDATA[a]]></style><g a='1'>&#x41;&lt;</g></svg>
      """.utf8
    )
    for count in svg.indices {
      #expect(throws: SVGFault.self) { try SVGSanitizer.sanitize(Array(svg[..<count])) }
    }
    #expect(throws: Never.self) { try SVGSanitizer.sanitize(svg) }
  }
}
