import CallboardHTML
import Synchronization
import Testing

@testable import CallboardTemplate

/// What a theme says the same way on every page is made once.
@Suite struct ConstantFoldingTests {
  /// `say` answers in capitals, `mark` as markup; both count their calls.
  private final class Filters: Sendable {
    private let calls = Atomic(0)
    var count: Int { calls.load(ordering: .relaxed) }

    var options: TemplateOptions {
      var options = TemplateOptions()
      options.filters["say"] = say
      options.filters["mark"] = mark
      return options
    }

    @Sendable private func say(_ values: [TemplateValue]) throws(TemplateFailure) -> TemplateValue {
      calls.wrappingAdd(1, ordering: .relaxed)
      guard case .string(let text)? = values.first, !text.isEmpty else {
        throw TemplateFailure("nothing to say")
      }
      return .string(text.uppercased())
    }

    @Sendable private func mark(_ values: [TemplateValue]) throws(TemplateFailure) -> TemplateValue
    {
      calls.wrappingAdd(1, ordering: .relaxed)
      return .html(HTML(literal: "<b>m</b>"))
    }
  }

  private func environment(
    _ source: String,
    _ filters: Filters
  ) throws(TemplateError) -> TemplateEnvironment {
    try TemplateEnvironment(
      mode: .theme,
      sources: ["page": Array(source.utf8)],
      options: filters.options
    )
  }

  private func render(_ environment: TemplateEnvironment) throws(TemplateError) -> String {
    let context: TemplateObject = ["x": "y", "list": ["1", "2"], "yes": true]
    return String(decoding: try environment.render("page", context: context), as: UTF8.self)
  }

  @Test func asksAFilterOnceForConstantsAndOnEveryPageForTheRest() throws {
    let filters = Filters()
    let page = try environment(#"{{ "a" | say }}{{ "b" | say | say }}{{ x | say }}"#, filters)
    #expect(filters.count == 3)
    for _ in 0..<2 { #expect(try render(page) == "ABY") }
    #expect(filters.count == 5)
  }

  @Test func writesConstantsAsOneTextEscapedForTheirPlaces() throws {
    let page = try environment(
      #"<a title="{{ "a & b" | say }}" href="{{ "javascript:x" }}">{{ "<" }}{{ "" | mark }}</a>"#,
      Filters()
    )
    #expect(
      try render(page) == #"<a title="A &amp; B" href="\#("#unsafe-url")">&lt;<b>m</b></a>"#
    )
    #expect(page.programs[0].instructions.count == 2)
  }

  @Test func keepsTextsOfBranchesAndLoopsApart() throws {
    let page = try environment(
      "a{% if yes %}b{{ \"c\" }}{% else %}d{% endif %}e{% for n in list %}f{% endfor %}g"
        + "{% if not yes %}h{% endif %}i{% switch x %}{% case \"y\" %}j{% default %}k{% endswitch %}l",
      Filters()
    )
    #expect(try render(page) == "abceffgijl")
  }

  @Test func leavesAnErrorToThePageThatMeetsIt() throws {
    let filters = Filters()
    #expect(try render(environment("{% if not yes %}{{ \"\" | say }}{% endif %}a", filters)) == "a")
    let failing = try environment("{% if yes %}\n{{ \"\" | say }}{% endif %}", filters)
    #expect(throws: TemplateError.self) { try render(failing) }
  }

  @Test func refusesConstantMarkupInAttributes() throws {
    let page = try environment(#"<p title="{{ "" | mark }}">"#, Filters())
    #expect(throws: TemplateError.self) { try render(page) }
  }

  @Test func makesAModuleOfMacrosOnceHoweverOftenItIsImported() throws {
    let filters = Filters()
    let environment = try TemplateEnvironment(
      mode: .theme,
      sources: [
        "page": Array(
          "{% for n in list %}{% include 'row' %}{% endfor %}{% import 'say' as say %}{{ say.it(x) }}"
            .utf8
        ),
        "row": Array("{% import 'say' as say %}{{ say.it(n) }},".utf8),
        "say": Array("{% import 'ui' as ui %}{% macro it(v) %}{{ ui.b(v) }}{% endmacro %}".utf8),
        "ui": Array("{% macro b(v) %}<b>{{ v }}</b>{% endmacro %}".utf8),
      ],
      options: filters.options
    )
    #expect(try render(environment) == "<b>1</b>,<b>2</b>,<b>y</b>")
    let repeatable = environment.programs.filter(\.onlyDefinesMacros).map(\.file)
    #expect(repeatable == ["say", "ui"])
  }
}
