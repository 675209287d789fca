import CallboardTemplate
import Testing

@Suite struct ThemeNameTests {
  private let context: TemplateObject = [
    "site": ["title": "T", "language": "en"], "nothing": nil, "items": ["a"],
  ]

  @Test func placesUnknownNamesAndSuggestsTheNearest() {
    let error = themeError(["page": "<p>\n  {{ stie }}</p>"], context)
    #expect(error?.description == "page:2:6: nothing is called 'stie' here")
    #expect(error?.help == ["Change it to 'site'."])
    #expect(themeError("{% set colour = 1 %}{{ color }}")?.help == ["Change it to 'colour'."])
  }

  @Test func placesUnknownMembersAndSuggestsTheNearest() {
    let error = themeError("{{ site.titel }}", context)
    #expect(error?.description == "page:1:9: an object has no member 'titel'")
    #expect(error?.help == ["Change it to 'title'."])
    #expect(themeError("{{ site['titel'] }}", context)?.help == ["Change it to 'title'."])
    #expect(
      themeError("{{ nothing.a }}", context)?.help
        == ["Test the value with 'if' before using its members."]
    )
    #expect(themeError("{{ items[1] }}", context) != nil)
    #expect(themeError("{{ site.constructor }}", context) != nil)
  }

  @Test func letsTestsAndDefaultsAskForWhatIsMissing() throws {
    let source = """
      {% if gone is defined %}1{% endif %}{{ gone | default('a') }}{{ site.gone.x | d('b') }}\
      {{ site.gone is undefined }}{{ items[9] | default('c') }}{{ nothing }}
      """
    #expect(try theme(source, context) == "abtruec")
  }

  @Test func namesTheNearestFilterTestAndTag() {
    for (source, summary, help) in [
      ("{{ 1 | uper }}", "page:1:8: no filter is called 'uper'", "Change it to 'upper'."),
      ("{{ 1 is defned }}", "page:1:9: no test is called 'defned'", "Change it to 'defined'."),
      ("{% inlcude 'a' %}", "page:1:4: no tag is called 'inlcude'", "Change it to 'include'."),
      (
        "{{ [1] | random }}", "page:1:10: 'random' is not available in a theme",
        "Choose by the page's own data, so that equal input gives equal pages."
      ),
    ] {
      let error = themeError(source)
      #expect(error?.description == summary)
      #expect(error?.help == [help])
    }
  }

  @Test func placesUnclosedTagsWhereTheyWereOpened() {
    for (tag, end) in [
      ("block a", "endblock"), ("if 1", "endif"), ("for a in []", "endfor"),
      ("macro a()", "endmacro"), ("set a", "endset"), ("raw", "endraw"),
    ] {
      let error = themeError("<p>\n {% \(tag) %}\n<b>\n")
      let name = tag.prefix { $0 != " " }
      #expect(error?.description == "page:2:5: '\(name)' is never closed")
      #expect(error?.help == ["Write '{% \(end) %}' where it ends."])
    }
  }

  @Test func refusesValuesThatHaveNoText() {
    #expect(themeError("<p>{{ site }}</p>", context)?.column == 7)
    #expect(themeError("<p>{{ items }}</p>", context)?.column == 7)
    #expect(themeError("{% for a in site %}{% endfor %}", context)?.column == 13)
  }
}
