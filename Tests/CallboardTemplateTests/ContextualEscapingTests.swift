import CallboardHTML
import Testing

@testable import CallboardTemplate

@Suite struct ContextualEscapingTests {
  static let hostile: TemplateObject = [
    "x": "\"><script>'&", "url": "javascript:alert(1)", "path": "../a?b=1&c", "on": true,
    "markup": .html(HTML(literal: "<b>m</b>")), "list": ["a", "b"],
  ]

  /// Each template with what it must write.
  @Test(arguments: [
    ("<p>{{ x }}</p>", "<p>&quot;&gt;&lt;script&gt;&#39;&amp;</p>"),
    ("<p title=\"{{ x }}\">", "<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">"),
    ("<p title='{{ x }}'>", "<p title='&quot;&gt;&lt;script&gt;&#39;&amp;'>"),
    ("<title>{{ x }}</title>", "<title>&quot;&gt;&lt;script&gt;&#39;&amp;</title>"),
    ("<textarea><a {{ on }}></textarea>", "<textarea><a true></textarea>"),
    ("{{ markup }}", "<b>m</b>"),
    ("a < b {{ on }}", "a < b true"),
    ("<!doctype html><p>{{ on }}", "<!doctype html><p>true"),
    ("<input{% if on %} checked{% endif %}>", "<input checked>"),
    ("<input {% if on %}checked{% endif %}>", "<input checked>"),
    ("<a class=\"a{% if on %} b{% endif %}\">", "<a class=\"a b\">"),
    ("<ul>{% for i in list %}<li>{{ i }}</li>{% endfor %}</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ("<a class=\"{% for i in list %}{{ i }} {% endfor %}\">", "<a class=\"a b \">"),
    ("<script src=\"{{ path }}\"></script>", "<script src=\"../a?b=1&amp;c\"></script>"),
    ("<br/>{{ on }}<img alt=x src='{{ path }}'/>", "<br/>true<img alt=x src='../a?b=1&amp;c'/>"),
  ])
  func escapesForThePlaceOfTheOutput(source: String, expected: String) throws {
    #expect(try theme(source, Self.hostile) == expected)
  }

  /// Walked twice at each level, ninety loops in each other would take longer than anybody waits.
  @Test func walksLoopsInLoopsOnce() throws {
    func loops(around text: String, each part: String) -> String {
      String(repeating: "{% for i in [1] %}\(part)", count: 90) + text
        + String(repeating: "{% endfor %}", count: 90)
    }
    #expect(try theme(loops(around: "<p>a</p>", each: "")) == "<p>a</p>")
    let attributes = String(repeating: " b ", count: 90)
    #expect(try theme("<p \(loops(around: "", each: " b "))>a</p>") == "<p \(attributes)>a</p>")
  }

  /// The inner loop is entered where the URL begins, and again behind what it has written.
  @Test func checksURLsFromLoopsInLoops() throws {
    let source =
      "<a href=\"{% for i in list %}{% for u in list %}{{ u }}{% endfor %}{% endfor %}\">"
    #expect(try theme(source, ["list": ["a", "b"]]) == "<a href=\"abab\">")
    let page = try theme(source, ["list": ["java", "script:1"]])
    #expect(page == "<a href=\"java#unsafe-urljava#unsafe-url\">")
  }

  @Test func checksTheSchemeWhereAURLBegins() throws {
    let allowed = [
      "https://a.b/c", "HTTP://a", "mailto:a@b.c", "tel:+1", "//host/x", "/abs", "../rel",
      "#frag", "?q=a:b", "page", "a/b:c", "",
    ]
    for url in allowed {
      let context: TemplateObject = ["u": .string(url)]
      #expect(try theme("<a href=\"{{ u }}\">", context) == "<a href=\"\(url)\">")
    }
    let refused = [
      "javascript:alert(1)", "JavaScript:x", " javascript:x", "java\tscript:x", "data:text/html,x",
      "vbscript:x", "file:///etc", "\u{01}javascript:x", "feed:x", "https :x", "blob:x",
    ]
    for url in refused {
      for attribute in ["href", "src", "action", "cite", "formaction", "poster", "data-src"] {
        let page = try theme("<a \(attribute)='{{ u }}'>", ["u": .string(url)])
        #expect(page == "<a \(attribute)='#unsafe-url'>", "\(url)")
      }
    }
  }

  @Test func checksTheSchemeOfEachURLOfASet() throws {
    let source = "<img srcset=\"{{ a }} 1x, {{ b }} 2x\">"
    let page = try theme(source, ["a": "x.png", "b": "javascript:1"])
    #expect(page == "<img srcset=\"x.png 1x, #unsafe-url 2x\">")
  }

  @Test func checksTheTargetOfARefresh() throws {
    let source = "<meta http-equiv=\"refresh\" content=\"0; url={{ u }}\">"
    #expect(try theme(source, ["u": "data:x"]).contains("url=#unsafe-url"))
    #expect(try theme(source, ["u": "/x"]).contains("url=/x\""))
    #expect(try theme("<meta content=\"{{ u }}\">", ["u": "a:b"]) == "<meta content=\"a:b\">")
  }

  @Test func letsNoSchemeComeTogetherFromParts() throws {
    let source = "<a href=\"{{ a }}{{ b }}\">"
    #expect(try theme(source, ["a": "java", "b": "script:x"]) == "<a href=\"java#unsafe-url\">")
    #expect(try theme(source, ["a": "../", "b": "x/y"]) == "<a href=\"../x/y\">")
    let settled = "<a href=\"/q?u={{ a }}\">"
    #expect(try theme(settled, ["a": "x:y"]) == "<a href=\"/q?u=x:y\">")
    let branch = "<a href=\"{% if c %}/p{% endif %}{{ a }}\">"
    #expect(try theme(branch, ["a": "javascript:x", "c": false]) == "<a href=\"#unsafe-url\">")
    let loop = "<a href=\"{% for p in ps %}{{ p }}{% endfor %}\">"
    #expect(try theme(loop, ["ps": ["java", "script:x"]]) == "<a href=\"java#unsafe-url\">")
  }

  /// Each template is refused when it is compiled, whatever the data.
  @Test(arguments: [
    "<p {{ x }}>", "<{{ x }}>", "<h{{ x }}>", "<p {{ x }}=\"\">", "<p class={{ x }}>",
    "<p class=a{{ x }}>", "<!-- {{ x }} -->", "<!doctype {{ x }}>",
    "<script>{{ x }}</script>", "<script>1</script>", "<style>p{}</style>", "<p style=\"x\">",
    "<p onclick=\"x\">", "<p ONLOAD='x'>", "<iframe srcdoc=\"x\"></iframe>", "<p srcdoc=\"x\">",
    "<a href=\"javascript:{{ x }}\">", "<xmp>{{ x }}</xmp>", "<p class=\"", "<p", "<!-- x",
    "{% if on %}<p class=\"{% endif %}\">", "{% if on %}<p {% else %}<p>{% endif %}",
    "{% for i in list %}<a href=\"{% endfor %}", "{% if on %}<!--{% endif %}-->",
    "<p {% if on %}cl{% endif %}ass=\"x\">", "<p {% include 'page' %}>", "<title>{{ x }}",
    "{% macro m() %}<p {% endmacro %}", "{% set m %}<p class=\"{% endset %}",
    "{% block b %}<p {% endblock %}", "<p class>{{ x }}</p", "{{ x | urlize }}",
    "{{ list | random }}", "{% filter upper %}a{% endfilter %}", "{{ not x == 1 }}",
    "<p class= >", "< /p {{ x }}", "</ p>", "{% switch x %}{% case 1 %}<b {% endswitch %}",
  ])
  func refusesConstructsWithoutASafeEscaping(source: String) throws {
    if source == "< /p {{ x }}" {
      // Not a tag for a browser either, so it is text.
      #expect(try theme(source, Self.hostile).hasPrefix("< /p &quot;"))
    } else {
      #expect(throws: TemplateError.self) { try theme(source, Self.hostile) }
    }
  }

  @Test func refusesMarkupInAttributesAndTitles() {
    for source in [
      "<p title=\"{{ markup }}\">", "<title>{{ markup }}</title>", "<a href=\"{{ markup }}\">",
    ] {
      #expect(throws: TemplateError.self) { try theme(source, Self.hostile) }
    }
  }

  @Test func acceptsSafeOnlyForMarkup() throws {
    #expect(try theme("{{ markup | safe }}", Self.hostile) == "<b>m</b>")
    #expect(throws: TemplateError.self) { try theme("{{ x | safe }}", Self.hostile) }
  }

  @Test func escapesTextBeforeAFilterMakesItMarkup() throws {
    let context: TemplateObject = ["t": "a<b\nc"]
    #expect(try theme("{{ t | nl2br }}", context) == "a&lt;b<br />\nc")
    #expect(try theme("{{ t | escape }}", context) == "a&lt;b\nc")
    #expect(try theme("{{ t | upper }}", context) == "A&lt;B\nC")
  }

  @Test func refusesTextFiltersAndOperatorsOnMarkup() {
    for source in ["{{ markup | upper }}", "{{ markup ~ 'x' }}", "{{ markup.trim() }}"] {
      #expect(throws: TemplateError.self) { try theme(source, Self.hostile) }
    }
  }

  @Test func writesMacrosAsMarkup() throws {
    let source =
      "{% macro tag(t, k='d') %}<i class=\"{{ k }}\">{{ t }}{{ caller() if caller is defined }}</i>"
      + "{% endmacro %}{{ tag('<') }}{% call tag('a', k='\"') %}<u>{{ x }}</u>{% endcall %}"
    let page = try theme(source, ["x": "&"])
    #expect(
      page == "<i class=\"d\">&lt;</i><i class=\"&quot;\">a<u>&amp;</u></i>"
    )
  }

  @Test func readsAnOverrideFromWhereItsBlockStands() throws {
    let base = "<body class=\"a {% block c %}b{% endblock %}\">{% block m %}{% endblock %}"
    let page = try theme(
      [
        "base": base,
        "page": "{% extends 'base' %}{% block c %}{{ super() }} {{ x }}{% endblock %}"
          + "{% block m %}<p>{{ x }}</p>{% endblock %}",
      ],
      ["x": "\""]
    )
    #expect(page == "<body class=\"a b &quot;\"><p>&quot;</p>")
    #expect(throws: TemplateError.self) {
      try theme(
        ["base": base, "page": "{% extends 'base' %}{% block c %}\"><p>{% endblock %}"],
        [:]
      )
    }
  }
}
