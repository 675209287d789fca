import CallboardHTML
import CallboardTemplate
import Testing

@Suite struct ThemeEscapingTests {
  private let hostile: TemplateObject = ["x": "<b a='1' c=\"2\">&"]
  private let escaped = "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;"

  @Test func escapesTextBetweenTags() throws {
    #expect(try theme("<p>{{ x }}</p>", hostile) == "<p>\(escaped)</p>")
  }

  @Test func escapesTextInQuotedAttributes() throws {
    #expect(try theme("<p title=\"{{ x }}\">", hostile) == "<p title=\"\(escaped)\">")
    #expect(try theme("<p title='a {{ x }}'>", hostile) == "<p title='a \(escaped)'>")
  }

  @Test func escapesTextInTitlesAndTextAreas() throws {
    #expect(try theme("<title>{{ x }}</title>", hostile) == "<title>\(escaped)</title>")
    #expect(
      try theme("<textarea><p>{{ x }}</textarea>", hostile)
        == "<textarea><p>\(escaped)</textarea>"
    )
  }

  @Test func writesMarkupBetweenTagsAsItIs() throws {
    let context: TemplateObject = ["x": .html(HTML(literal: "<b>1</b>"))]
    #expect(try theme("<p>{{ x }}{{ x | safe }}</p>", context) == "<p><b>1</b><b>1</b></p>")
  }

  @Test func refusesMarkupInAttributesAndTitles() {
    let context: TemplateObject = ["x": .html(HTML(literal: "<b>1</b>"))]
    for source in [
      "<p title=\"{{ x }}\">", "<a href='{{ x }}'>", "<a href='/a{{ x }}'>",
      "<title>{{ x }}</title>",
    ] {
      #expect(
        themeError(source, context)?.summary == "markup may not stand in an attribute",
        "\(source)"
      )
    }
  }

  @Test func refusesToTrustText() {
    #expect(
      themeError("<p>\n  {{ x | safe }}</p>", ["x": "<b>"])?.description
        == "page:2:10: 'safe' got text, which nothing has made safe"
    )
  }

  @Test func refusesToJoinMarkupAsText() {
    let context: TemplateObject = ["x": .html(HTML(literal: "<b>1</b>")), "list": ["a"]]
    for source in ["{{ x + 'a' }}", "{{ 'a' ~ x }}", "{{ x | upper }}", "{{ x.trim() }}"] {
      #expect(themeError(source, context) != nil, "\(source)")
    }
  }

  @Test func escapesTextThatMacrosAndCapturesReceive() throws {
    let source = """
      {% macro cell(v) %}<td>{{ v }}</td>{% endmacro %}{% set c %}<i>{{ x }}</i>{% endset -%}
      {{ cell(x) }}{{ c }}{% call wrap() %}<u>{{ x }}</u>{% endcall %}\
      {% macro wrap() %}({{ caller() }}){% endmacro %}
      """
    let inOrder = "{% macro wrap() %}({{ caller() }}){% endmacro %}" + source
    #expect(
      try theme(inOrder, ["x": "<"]) == "<td>&lt;</td><i>&lt;</i>(<u>&lt;</u>)"
    )
  }

  @Test func keepsTemplateSyntaxInValuesAsText() throws {
    let value = "{{ 7 * 7 }}{% raw %}{# a #}${{ x }}{% include 'page' %}"
    let context: TemplateObject = ["x": .string(value), "html": .html(HTML(literal: "{{ 1 }}"))]
    let escaped = value.replacing("'", with: "&#39;")
    #expect(
      try theme("{{ x }}|{% set y %}{{ x }}{% endset %}{{ y }}|{{ html }}", context)
        == "\(escaped)|\(escaped)|{{ 1 }}"
    )
    #expect(try scaffold("{{ x }}", context) == value)
  }
}
