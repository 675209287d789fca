import CallboardHTML
import CallboardTemplate
import Testing

@Suite struct ThemeCompositionTests {
  @Test func fillsBlocksAcrossThreeTemplates() throws {
    let page = try theme(
      [
        "page":
          "{% extends 'layout' %}{% block main %}<p>{{ super() }}{{ title }}</p>{% endblock %}",
        "layout": "{% extends 'base' %}{% block main %}<b>{{ super() }}</b>{% endblock %}",
        "base":
          "<title>{{ title }}</title>{% block main %}none{% endblock %}{% include 'foot' %}",
        "foot": "<i>{{ title }}</i>",
      ],
      ["title": "T&C"]
    )
    #expect(page == "<title>T&amp;C</title><p><b>none</b>T&amp;C</p><i>T&amp;C</i>")
  }

  @Test func escapesBlocksForThePlaceWhereTheBaseHasThem() throws {
    let base = "<a href=\"{% block link %}/{% endblock %}\">"
    let page = "{% extends 'base' %}{% block link %}{{ x }}{% endblock %}"
    #expect(
      try theme(["base": base, "page": page], ["x": "javascript:x"])
        == "<a href=\"#unsafe-url\">"
    )
  }

  @Test func extendsOneTemplateOnly() {
    let sources = [
      "page": "{% extends 'text' %}{% extends 'link' %}{% block x %}{{ x }}{% endblock %}",
      "text": "<p>{% block x %}{% endblock %}</p>",
      "link": "<a href=\"{% block x %}/{% endblock %}\">",
    ]
    #expect(themeError(sources)?.description == "page:1:24: a template extends one other only")
  }

  @Test func rendersTheSameFromManyThreadsAtOnce() async throws {
    let environment = try TemplateEnvironment(
      mode: .theme,
      sources: [
        "page": Array("{% include 'row' %}{% for n in items %}{{ n }},{% endfor %}".utf8),
        "row": Array("<p>{{ title | upper }}</p>".utf8),
      ]
    )
    let context: TemplateObject = ["title": "x & y", "items": [1, 2, 3]]
    let expected = try environment.render("page", context: context)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<200 { group.addTask { try environment.render("page", context: context) } }
      for try await page in group { #expect(page == expected) }
    }
  }

  @Test func compilesOnlyWhatTheTemplatesThatWillBeRenderedName() throws {
    let sources: [String: [UInt8]] = [
      "page": Array("{% extends 'base' %}{% block main %}{% include 'row' %}{% endblock %}".utf8),
      "base": Array("{% import 'ui' as ui %}{{ ui.mark() }}{% block main %}{% endblock %}".utf8),
      "ui": Array("{% macro mark() %}*{% endmacro %}".utf8),
      "row": Array("{% if x %}{% include 'deep' %}{% endif %}".utf8),
      "deep": Array("{{ x }}".utf8),
      "other": Array("{% include 'gone' %}".utf8),
    ]
    let environment = try TemplateEnvironment(mode: .theme, sources: sources, rendered: ["page"])
    #expect(environment.names == ["base", "deep", "page", "row", "ui"])
    let page = try environment.render("page", context: ["x": "a & b"])
    #expect(String(decoding: page, as: UTF8.self) == "*a &amp; b")
    #expect(throws: TemplateError.self) {
      try TemplateEnvironment(mode: .theme, sources: sources)
    }
  }

  @Test func importsMacros() throws {
    let page = try theme(
      [
        "page":
          "{% import 'ui' as ui %}{% from 'ui' import tag as t %}{{ ui.tag(x) }}{{ t('b', n=2) }}",
        "ui": "{% macro tag(text, n=1) %}<b id=\"{{ n }}\">{{ text }}</b>{% endmacro %}",
      ],
      ["x": "<"]
    )
    #expect(page == "<b id=\"1\">&lt;</b><b id=\"2\">b</b>")
  }

  @Test func checksTheArgumentsOfMacros() {
    let macro = "{% macro m(a, b=1) %}{{ a }}{% endmacro %}"
    for (call, words) in [
      ("m()", "'m' needs the argument 'a'"), ("m(1, 2, 3)", "'m' takes 2 arguments, not 3"),
      ("m(1, c=2)", "'m' takes no argument 'c'"), ("x()", "nothing is called 'x' here"),
    ] {
      #expect(themeError(macro + "{{ \(call) }}")?.summary == words)
    }
  }

  @Test func placesErrorsInTheFileThatHasThem() {
    let include = ["page": "<p>\n{% include 'part.html' %}</p>"]
    #expect(
      themeError(include.merging(["part.html": "\n\n{{ gone }}"]) { $1 })?.description
        == "part.html:3:4: nothing is called 'gone' here"
    )
    #expect(
      themeError(include.merging(["part.html": "\n<p {{ 1 }}>"]) { $1 })?.description
        == "part.html:2:4: no value may stand in the tag 'p'"
    )
    #expect(
      themeError([
        "page": "{% extends 'base' %}{% block a %}\n {{ gone }}{% endblock %}",
        "base": "{% block a %}{% endblock %}",
      ])?.description == "page:2:5: nothing is called 'gone' here"
    )
  }

  @Test func placesUnknownTemplatesAndBlocks() {
    let error = themeError(["page": "\n{% include 'part.htm' %}", "part.html": ""])
    #expect(error?.description == "page:2:4: no template is called 'part.htm'")
    #expect(error?.help == ["Change it to 'part.html'."])
    let block = themeError([
      "page": "{% extends 'base' %}{% block mian %}{% endblock %}",
      "base": "{% block main %}{% endblock %}",
    ])
    #expect(block?.summary == "the extended template has no block 'mian'")
    #expect(block?.help == ["Change it to 'main'."])
    #expect(themeError("{% include x %}", ["x": "page"])?.summary.contains("plain texts") == true)
  }

  @Test func endsTemplatesThatUseThemselves() {
    #expect(themeError("a{% include 'page' %}")?.isLimit == true)
    #expect(
      themeError(["page": "{% include 'b' %}", "b": "{% include 'page' %}"])?.isLimit == true
    )
    #expect(themeError("{% extends 'page' %}")?.summary == "'page' extends itself")
    #expect(
      themeError(["page": "{% extends 'b' %}", "b": "{% extends 'page' %}"])?.summary
        .hasSuffix("extends itself") == true
    )
    #expect(themeError("{% import 'page' as p %}")?.isLimit == true)
    #expect(
      themeError("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")?.summary.isEmpty == false
    )
  }

  @Test func rendersEqualPagesOnManyThreads() async throws {
    let environment = try TemplateEnvironment(
      mode: .theme,
      sources: [
        "page": Array(
          "{% set n = 0 %}{% for k, v in map %}{% set n = n + v %}<i>{{ k }}{{ n }}</i>{% endfor %}"
            .utf8
        )
      ]
    )
    let context: TemplateObject = ["map": ["a": 1, "b": 2, "c<": 3]]
    let expected = try environment.render("page", context: context)
    #expect(String(decoding: expected, as: UTF8.self).hasSuffix("<i>c&lt;6</i>"))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try (0..<50).allSatisfy { _ in
            try environment.render("page", context: context) == expected
          }
        }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }

  @Test func leavesTheOutputAsItWasAfterAnError() throws {
    let environment = try TemplateEnvironment(
      mode: .theme,
      sources: ["page": Array("<p>{{ x }}".utf8)]
    )
    var output = Array("before".utf8)
    #expect(throws: TemplateError.self) {
      try environment.render("page", context: [:], into: &output)
    }
    #expect(output == Array("before".utf8))
  }
}
