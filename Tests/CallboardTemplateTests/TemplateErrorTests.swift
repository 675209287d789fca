import CallboardDiagnostics
import CallboardHTML
import Testing

@testable import CallboardTemplate

@Suite struct TemplateErrorTests {
  @Test func namesTheFileLineAndColumnOfAnUnknownName() throws {
    let error = try failure(["page": "<p>\n  é{{ tilte }}</p>"], ["title": "x"])
    #expect((error.file, error.line, error.column) == ("page", 2, 8))
    #expect(error.summary == "nothing is called 'tilte' here")
    #expect(error.help == ["Change it to 'title'."])
  }

  @Test func namesTheNearestMemberOfAnObject() throws {
    let error = try failure(
      ["page": "{{ entity.onwer }}"],
      ["entity": ["owner": "x", "kind": "y"]]
    )
    #expect(error.summary == "an object has no member 'onwer'")
    #expect(error.help == ["Change it to 'owner'."])
    #expect(error.column == 11)
  }

  @Test func pointsIntoTheIncludedFile() throws {
    let error = try failure(["page": "{% include 'part' %}", "part": "\n\n{{ nope }}"], [:])
    #expect((error.file, error.line) == ("part", 3))
  }

  @Test func pointsIntoTheMacroThatFails() throws {
    let error = try failure(
      [
        "page": "{% from 'lib' import m %}\n{{ m({}) }}",
        "lib": "{% macro m(x) %}\n{{ x.y }}{% endmacro %}",
      ],
      [:]
    )
    #expect((error.file, error.line) == ("lib", 2))
  }

  @Test func pointsIntoTheBlockOfTheExtendedTemplate() throws {
    let error = try failure(
      ["page": "{% extends 'base' %}", "base": "{% block b %}{{ nope }}{% endblock %}"],
      [:]
    )
    #expect(error.file == "base")
  }

  @Test func suggestsTemplatesBlocksFiltersTestsAndTags() throws {
    let sources: [([String: String], String)] = [
      (["page": "{% include 'haeder' %}", "header": ""], "Change it to 'header'."),
      (
        [
          "page": "{% extends 'base' %}{% block mian %}{% endblock %}",
          "base": "{% block main %}{% endblock %}",
        ],
        "Change it to 'main'."
      ),
      (["page": "{{ 'x' | uper }}"], "Change it to 'upper'."),
      (["page": "{{ 'x' is defind }}"], "Change it to 'defined'."),
      (["page": "{% inclde 'x' %}"], "Change it to 'include'."),
    ]
    for (templates, help) in sources {
      #expect(try failure(templates, [:]).help == [help])
    }
  }

  @Test func letsNamesBeTestedAndDefaulted() throws {
    #expect(try theme("{{ a is defined }}{{ a.b.c is not defined }}", [:]) == "falsetrue")
    #expect(try theme("{{ a | default('d') }}{{ a.b.c | d('e') }}", [:]) == "de")
    #expect(try theme("{% if a is defined and a.b %}x{% endif %}", [:]) == "")
  }

  @Test func checksTheArgumentsOfMacros() {
    let macro = "{% macro m(a, b=1) %}{% endmacro %}"
    for call in ["{{ m() }}", "{{ m(1, 2, 3) }}", "{{ m(1, c=2) }}"] {
      #expect(throws: TemplateError.self, "\(call)") { try theme(macro + call, [:]) }
    }
    #expect(throws: Never.self) { try theme(macro + "{{ m(1) }}{{ m(a=1, b=2) }}", [:]) }
  }

  @Test func refusesValuesWithoutText() {
    for source in [
      "{{ o }}", "{{ l }}", "{% for x in o %}{% endfor %}", "{% for x in 5 %}{% endfor %}",
    ] {
      #expect(throws: TemplateError.self, "\(source)") { try theme(source, ["o": [:], "l": [1]]) }
    }
  }

  @Test func refusesOutputThatABlocklessChildWouldHide() throws {
    let error = try failure(["page": "{% extends 'base' %}\nlost", "base": ""], [:])
    #expect(error.summary == "text outside of the blocks is never shown")
    #expect(throws: Never.self) {
      try theme(["page": "{# c #}\n{% extends 'base' %}\n{% set x = 1 %}", "base": "b"], [:])
    }
  }

  @Test func refusesTemplatesThatExtendEachOther() throws {
    let error = try failure(["page": "{% extends 'b' %}", "b": "{% extends 'page' %}"], [:])
    #expect(error.summary.contains("extends itself"))
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

  @Test func becomesADiagnosticAtItsPlace() throws {
    let error = try failure(["page": "{{ x }}"], [:])
    let file = SourcePath(repository: "", path: "theme/templates/page.html")
    let diagnostic = Diagnostic.templateError(error, in: file)
    #expect(diagnostic.id == .templateError)
    #expect(diagnostic.span == SourceSpan(file: file, line: 1, column: 4))
  }

  private func failure(
    _ sources: [String: String],
    _ context: TemplateObject
  ) throws -> TemplateError {
    try #require(throws: TemplateError.self) { try theme(sources, context) }
  }
}
