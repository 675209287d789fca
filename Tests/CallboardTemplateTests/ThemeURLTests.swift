import CallboardTemplate
import Testing

@Suite struct ThemeURLTests {
  @Test func replacesURLsWithOtherSchemes() throws {
    for url in [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\tjavascript:x",
      "java\nscript:x", "java\tscript:x", "\u{1}javascript:x", "\0javascript:x",
      "data:text/html,x", "DATA:,", "vbscript:x", "blob:x", "file:///etc/passwd", ":x",
      "java&Tab;script:x", "https3:x", "j%61vascript:x",
    ] {
      #expect(
        try theme("<a href=\"{{ x }}\">", ["x": .string(url)]) == "<a href=\"#unsafe-url\">",
        "\(url)"
      )
    }
  }

  @Test func keepsURLsOfKnownSchemesAndRelativeOnes() throws {
    for url in [
      "", "a", "a/b:c", "../a", "/a:b", "//host/a", "#a:b", "?q=a:b", "http://a", "HTTPS://a",
      "mailto:a@b", "tel:+1",
    ] {
      #expect(
        try theme("<a href='{{ x }}'>", ["x": .string(url)]) == "<a href='\(url)'>",
        "\(url)"
      )
    }
  }

  @Test func writesCharacterReferencesAsTextOfTheURL() throws {
    // The browser reads a relative URL with an ampersand, not a colon.
    #expect(
      try theme("<a href=\"{{ x }}\">", ["x": "javascript&colon;alert(1)"])
        == "<a href=\"javascript&amp;colon;alert(1)\">"
    )
    #expect(
      try theme("<a href=\"{{ x }}\">", ["x": "&#106;avascript:alert(1)"])
        == "<a href=\"&amp;#106;avascript:alert(1)\">"
    )
  }

  @Test func checksEveryAttributeThatTakesAURL() throws {
    for start in [
      "<a href", "<img src", "<form action", "<button formaction", "<a ping", "<use xlink:href",
      "<object data", "<video poster", "<p data-x-href", "<img srcset", "<A HREF", "<base\nhref ",
      "<meta http-equiv=\"refresh\" content=\"0;url=", "<img srcset=\"a.png 1x, ",
    ] {
      let opening = start.contains("\"") && !start.hasSuffix("\"") ? start : start + "=\""
      let page = try theme(opening + "{{ x }}\">", ["x": "javascript:alert(1)"])
      #expect(page == opening + "#unsafe-url\">", "\(start)")
    }
  }

  @Test func onlyEscapesBehindTheBeginning() throws {
    for start in ["/", "?", "#", "https://a/", "a/b", "mailto:"] {
      #expect(
        try theme("<a href=\"\(start){{ x }}\">", ["x": "a:\"b"])
          == "<a href=\"\(start)a:&quot;b\">",
        "\(start)"
      )
    }
  }

  @Test func letsNoTwoPartsMakeAScheme() throws {
    let context: TemplateObject = ["a": "java", "b": "script:alert(1)", "no": false, "empty": ""]
    for (source, expected) in [
      ("{{ a }}{{ b }}", "java#unsafe-url"),
      ("java{{ b }}", "java#unsafe-url"),
      ("{% if no %}/{% endif %}{{ b }}", "#unsafe-url"),
      ("{{ empty }}{{ a ~ b }}", "#unsafe-url"),
      ("{% for x in [a, b] %}{{ x }}{% endfor %}", "java#unsafe-url"),
    ] {
      #expect(try theme("<a href=\"\(source)\">", context) == "<a href=\"\(expected)\">")
    }
  }

  @Test func refusesSchemesInTheTemplateThatPagesMayNotLinkTo() {
    for (url, place) in [
      ("javascript:void(0)", 10), ("data:text/html,{{ x }}", 10), ("{{ x }}:alert(1)", 17),
      ("{{ x }}script:y", 17), ("{% if x %}http{% endif %}://y", 35),
      ("javascript&colon;{{ x }}", 20), ("&#106;avascript:{{ x }}", 10),
    ] {
      let error = themeError("<a href=\"\(url)\">", ["x": "a"])
      #expect(error?.line == 1 && error?.column == place, "\(url): \(String(describing: error))")
    }
  }
}
