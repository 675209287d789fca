import CallboardHTML
import Testing

@Suite struct SVGInspectorTests {
  private static func reason(_ svg: String) -> String? {
    SVGInspector.reasonToWithhold(Array(svg.utf8))
  }

  @Test func passesADrawing() {
    #expect(
      Self.reason(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Made by hand -->
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
          <defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>
          <style>.a { fill: url(#g); }</style>
          <path class="a" d="M0 0h24v24z" fill="url(#g)"/><use href="#g"/>
          <text x="1" y="2">a &lt; b</text>
        </svg>
        """
      ) == nil
    )
  }

  @Test(arguments: [
    "<svg><script>alert(1)</script></svg>",
    "<svg><SCRIPT/></svg>",
    "<svg onload=\"alert(1)\"/>",
    "<svg><x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script></svg>",
    "<svg><foreignObject><p/></foreignObject></svg>",
    "<svg><a href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<svg><a href=\"&#106;avascript:alert(1)\"><text>x</text></a></svg>",
    "<svg><image href=\"https://evil.example/x.png\"/></svg>",
    "<svg><use href=\"other.svg#x\"/></svg>",
    "<svg><style>@import 'https://evil.example/x.css';</style></svg>",
    "<svg><style>.a{background:\\75rl(https://evil.example)}</style></svg>",
    "<svg><path style=\"fill:url(https://evil.example/x)\"/></svg>",
    "<svg><animate attributeName=\"href\" to=\"javascript:alert(1)\"/></svg>",
    "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg/>",
    "<?xml-stylesheet href=\"https://evil.example/x.css\"?><svg/>",
    "<svg onload=alert(1)>",
    "<svg",
  ])
  func withholdsWhatCouldRunOrLoad(svg: String) {
    #expect(Self.reason(svg) != nil)
  }

  @Test func ignoresElementsOfAnEditorsNamespace() {
    #expect(
      Self.reason("<svg xmlns:v=\"http://schemas.microsoft.com/visio/\"><v:page v:id=\"1\"/></svg>")
        == nil
    )
    #expect(Self.reason("<svg><v:page/></svg>") != nil, "a prefix that nothing declares")
    #expect(
      Self.reason(
        "<svg xmlns:v=\"urn:x\"><g xmlns:v=\"http://www.w3.org/1999/xhtml\"><v:script/></g></svg>"
      ) != nil
    )
  }

  @Test func namesWhatItFound() {
    #expect(Self.reason("<svg><script/></svg>") == "the element 'script'")
    #expect(Self.reason("<svg onclick=\"x\"/>") == "the event handler 'onclick'")
  }
}
