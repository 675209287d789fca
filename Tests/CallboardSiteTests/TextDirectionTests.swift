import Testing

@testable import CallboardSite

/// Which way pages of docs run.
@Suite struct TextDirectionTests {
  @Test(
    arguments: [
      ("<h1>API</h1><p>دليل الواجهة</p>", "rtl"),
      ("<p>מדריך</p>", "rtl"),
      ("<p>A guide</p>", "ltr"),
      ("<p>指南</p>", "ltr"),
      ("<p>The word دليل means a guide.</p>", "ltr"),
      ("", "ltr"),
    ]
  )
  func followsMostLetters(html: String, direction: String) {
    #expect(TextDirection.of(html: Array(html.utf8)) == direction)
  }

  /// The bytes are looked at in groups.
  @Test(arguments: 0..<24)
  func findsALetterWhereverItStands(place: Int) {
    let html = String(repeating: "1", count: place) + "\u{5D0}" + String(repeating: "2", count: 9)
    #expect(TextDirection.of(html: Array(html.utf8)) == "rtl")
  }

  @Test func countsNeitherMarkupNorCode() {
    let html = """
      <p class="a-long-name-of-a-class">اقرأ</p><pre><code><span class="k">let</span> answer = 42</code></pre>\
      <svg viewBox="0 0 1 1"><text>label of a drawing</text></svg>
      """
    #expect(TextDirection.of(html: Array(html.utf8)) == "rtl")
  }

  @Test(arguments: ["<p>دليل <b", "<p>دليل <code>x"])
  func comesToTheEndOfWhatIsCutOff(html: String) {
    #expect(TextDirection.of(html: Array(html.utf8)) == "rtl")
  }
}
