import CallboardHTML
import Testing

@Suite struct EscapeTests {
  @Test func escapesTheFiveCharactersThatMarkupIsMadeOf() {
    #expect(text("a&b<c>d\"e'f") == "a&amp;b&lt;c&gt;d&quot;e&#39;f")
    #expect(text("größe 例 `{}`=/") == "größe 例 `{}`=/")
    #expect(text("") == "")
  }

  @Test func escapesWhereverInATextACharacterStands() {
    let entities = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "\0": "\u{FFFD}",
    ]
    for length in 1...20 {
      for place in 0..<length {
        for (character, entity) in entities {
          let (before, after) = (
            String(repeating: "=", count: place), String(repeating: "ü", count: length - place - 1)
          )
          #expect(text(before + character + after) == before + entity + after)
        }
      }
    }
  }

  @Test func writesNoNUL() {
    #expect(text("a\0b\0") == "a\u{FFFD}b\u{FFFD}")
    #expect(url("a\0b") == "a%00b")
  }

  @Test func writesURLsWithOnlyTheBytesAURLMayHold() {
    #expect(
      url("a b/ä?q=\"<x>\"&r='1'#[z]") == "a%20b/%C3%A4?q=%22%3Cx%3E%22&amp;r=&#39;1&#39;#%5Bz%5D"
    )
    #expect(url("100%25") == "100%25", "an encoding that is there stays")
    #expect(url("http://[::1]:80/[a]") == "http://[::1]:80/%5Ba%5D", "brackets stay in a host only")
  }

  @Test func writesAttributesAndText() {
    var html = HTML(literal: "<p")
    html.append(attribute: "title", value: "\"x\"")
    html.append(literal: ">")
    html.append(escaping: "a < b")
    html.append(HTML(escaping: "&"))
    #expect(
      String(decoding: html.bytes, as: UTF8.self) == "<p title=\"&quot;x&quot;\">a &lt; b&amp;"
    )
    #expect(!html.isEmpty)
    #expect(HTML().isEmpty)
  }

  private func text(_ text: String) -> String {
    var bytes: [UInt8] = []
    Escape.text(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func url(_ url: String) -> String {
    var bytes: [UInt8] = []
    Escape.url(url, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
