import CallboardTemplate
import Testing

/// Places in markup where no value may stand, found when a theme is compiled.
@Suite struct ThemeContextTests {
  /// Each template's error must name the column and contain the words.
  private func expectRefusals(_ cases: [(source: String, column: Int, words: String)]) {
    for (source, column, words) in cases {
      let error = themeError(source, ["x": "a", "list": ["a"], "yes": true])
      #expect(
        error?.line == 1 && error?.column == column && error?.summary.contains(words) == true,
        "\(source): \(error.map(\.description) ?? "no error")"
      )
    }
  }

  @Test func refusesValuesWhereEscapingCannotMakeThemSafe() {
    expectRefusals([
      ("<{{ x }}>", 1, "'<' is separated from the tag's name"),
      ("</{{ x }}>", 1, "'</' is followed by no name"),
      ("<h{{ x }}>", 3, "no value may stand in the tag 'h'"),
      ("<p {{ x }}>", 4, "no value may stand in the tag 'p'"),
      ("<p {{ x }}=\"1\">", 4, "no value may stand in the tag 'p'"),
      ("<p data-{{ x }}=\"1\">", 9, "no value may stand in the tag 'p'"),
      ("<p title={{ x }}>", 10, "an attribute value without quotes"),
      ("<p title=a{{ x }}>", 11, "an attribute value without quotes"),
      ("<!-- {{ x }} -->", 1, "this HTML comment holds a value"),
      ("<!-- {% if x %}a{% endif %} -->", 1, "this HTML comment holds a value"),
      ("<!doctype {{ x }}>", 1, "this HTML declaration holds a value"),
      ("<script>{{ x }}</script>", 9, "no value may stand in a script"),
      ("<script>let a</script>", 9, "a script may not stand in a page"),
      ("<style>{{ x }}</style>", 1, "the element 'style'"),
      ("<iframe src=\"{{ x }}\"></iframe>", 1, "the element 'iframe'"),
      ("<p style=\"{{ x }}\">", 4, "the attribute 'style'"),
      ("<p onclick=\"{{ x }}\">", 4, "the attribute 'onclick'"),
      ("<p ONLOAD='{{ x }}'>", 4, "the attribute 'onload'"),
      ("<p a{% if yes %}b{% endif %}=\"c\">", 17, "put together from parts"),
      ("<p title {# #}=\" {# #} id=\"{{ x }}\">", 15, "expected an attribute's name"),
    ])
  }

  @Test func acceptsScriptsOfTheThemeAndWholeComments() throws {
    let source =
      "<!doctype html><!-- <p --><!--><i>{{ x }}</i><!-- --!><b>{{ x }}</b>"
      + "<script type=\"module\" src=\"{{ x }}\"></script>"
    #expect(try theme(source, ["x": "1"]) == source.replacing("{{ x }}", with: "1"))
  }

  @Test func acceptsWholeAttributesInBranches() throws {
    #expect(
      try theme(
        "<p {% if yes %}class=\"{{ x }}\"{% else %}id=\"a\"{% endif %} lang='b'>",
        ["yes": true, "x": "<"]
      ) == "<p class=\"&lt;\" lang='b'>"
    )
  }

  @Test func refusesBranchesThatEndInDifferentPlaces() {
    expectRefusals([
      ("{% if x %}<p title=\"{% endif %}", 4, "the branches of 'if' end in different places"),
      ("{% if x %}<b>{% else %}<p {% endif %}", 4, "text between tags and the tag 'p'"),
      (
        "<p title={% if x %}\"{% else %}'{% endif %}a\">", 13,
        "the branches of 'if' end in different places"
      ),
      (
        "{% switch x %}{% case 1 %}<a href=\"{% default %}<a title=\"{% endswitch %}\">", 4,
        "the branches of 'switch' end in different places: a URL and an attribute value"
      ),
      ("{% for a in list %}{% else %}<p {% endfor %}", 4, "the branches of 'for' end"),
    ])
  }

  @Test func refusesLoopsThatEndElsewhereThanTheyBegan() {
    expectRefusals([
      ("{% for a in list %}<p title=\"{% endfor %}", 4, "begins in text between tags but ends in"),
      ("<p {% for a in list %}>{% endfor %}", 7, "begins in the tag 'p' but ends in text"),
    ])
  }

  @Test func refusesPartsThatEndInsideATag() {
    expectRefusals([
      ("<p title=\"{{ x }}", 18, "the template ends inside an attribute value"),
      ("{% macro m() %}<p {% endmacro %}", 4, "the macro ends inside the tag 'p'"),
      ("{% set y %}<title>{% endset %}", 4, "'set' ends inside the text of 'title'"),
      ("<p title=\"{% block a %}\">{% endblock %}", 14, "block 'a' begins in an attribute value"),
    ])
  }
}
