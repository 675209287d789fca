import CallboardHTML
import Testing

@testable import CallboardTemplate

@Suite struct ThemeRenderingTests {
  @Test func escapesTextBetweenTags() throws {
    #expect(
      try theme("<p>{{ x }}</p>", ["x": "<b> & \"q\""]) == "<p>&lt;b&gt; &amp; &quot;q&quot;</p>"
    )
  }

  @Test func writesMarkupBetweenTagsAsItIs() throws {
    let context: TemplateObject = ["x": .html(HTML(literal: "<b>1</b>"))]
    #expect(try theme("<p>{{ x }}{{ x | safe }}</p>", context) == "<p><b>1</b><b>1</b></p>")
  }

  @Test func fillsBlocksOfTheExtendedTemplate() throws {
    let page = try theme(
      [
        "page": "{% extends 'base' %}{% block main %}<p>{{ super() }}{{ title }}</p>{% endblock %}",
        "base":
          "<title>{{ title }}</title>{% block main %}none{% endblock %}{% include 'foot' %}",
        "foot": "<i>{{ title }}</i>",
      ],
      ["title": "T&C"]
    )
    #expect(page == "<title>T&amp;C</title><p>noneT&amp;C</p><i>T&amp;C</i>")
  }

  @Test func loopsOverListsAndObjects() throws {
    let source =
      "{% for n in items %}{{ loop.index }}{{ n.name }}{% if not loop.last %},{% endif %}"
      + "{% else %}none{% endfor %}{% for k, v in map %}[{{ k }}={{ v }}]{% endfor %}"
    let context: TemplateObject = [
      "items": [["name": "a"], ["name": "b"]], "map": ["x": 1, "y": 2.5],
    ]
    #expect(try theme(source, context) == "1a,2b[x=1][y=2.5]")
  }
}

/// Renders one theme template.
func theme(_ source: String, _ context: TemplateObject) throws(TemplateError) -> String {
  try theme(["page": source], context)
}

/// Renders the template `page` of several.
func theme(
  _ sources: [String: String],
  _ context: TemplateObject
) throws(TemplateError) -> String {
  let environment = try TemplateEnvironment(
    mode: .theme,
    sources: sources.mapValues { Array($0.utf8) }
  )
  return String(decoding: try environment.render("page", context: context), as: UTF8.self)
}

/// Renders one template of a skeleton, with `{{ }}`.
func scaffold(
  _ source: String,
  _ context: TemplateObject = [:],
  options: TemplateOptions = TemplateOptions()
) throws(TemplateError) -> String {
  let environment = try TemplateEnvironment(
    mode: .scaffold,
    sources: ["page": Array(source.utf8)],
    options: options
  )
  return String(decoding: try environment.render("page", context: context), as: UTF8.self)
}
