import Synchronization
import Testing

@testable import CallboardTemplate

/// What a theme includes on many pages alike is made once, and never where it would differ.
@Suite struct IncludeMemoryTests {
  /// Answers what it is given and counts.
  private final class Echo: Sendable {
    private let calls = Atomic(0)
    var count: Int { calls.load(ordering: .relaxed) }

    @Sendable func filter(_ values: [TemplateValue]) throws(TemplateFailure) -> TemplateValue {
      calls.wrappingAdd(1, ordering: .relaxed)
      return values[0]
    }
  }

  private let echo = Echo()

  private func environment(_ sources: [String: String]) throws(TemplateError) -> TemplateEnvironment
  {
    var options = TemplateOptions()
    options.filters["echo"] = echo.filter
    return try TemplateEnvironment(
      mode: .theme,
      sources: sources.mapValues { Array($0.utf8) },
      options: options
    )
  }

  private func render(
    _ environment: TemplateEnvironment,
    _ context: TemplateObject
  ) throws(TemplateError) -> String {
    String(decoding: try environment.render("page", context: context), as: UTF8.self)
  }

  @Test func knowsWhatAPartReadsThatIsIncludedTwice() throws {
    let page = try environment([
      "page": "{% include 'menu' %}",
      "menu": "{% for v in list %}{% include 'entry' %}{% endfor %}{% include 'entry' %}",
      "entry": "{{ v | echo }}",
    ])
    let list: TemplateValue = ["a", "b"]
    for v in ["x", "y", "x"] {
      #expect(try render(page, ["v": .string(v), "list": list]) == "ab\(v)")
    }
  }

  /// Read once for each include, sixty parts would take longer than anybody waits.
  @Test func readsPartsThatIncludeTheNextTwiceOnce() throws {
    var sources = ["page": "{% if wanted %}{% include 'part0' %}{% endif %}", "part60": "x"]
    for number in 0..<60 {
      let next = "{% include 'part\(number + 1)' %}"
      sources["part\(number)"] = next + next
    }
    #expect(try render(try environment(sources), ["wanted": false]) == "")
  }

  @Test func makesAPartAgainOnlyWhenWhatItReadsDiffers() throws {
    let page = try environment([
      "page": "{{ page.title }}: {% include 'menu' %}",
      "menu": "{% for entry in menu %}{{ root | echo }}{{ entry.path }} {% endfor %}",
    ])
    let menu: TemplateValue = [["path": "a"], ["path": "b"]]
    for (title, root) in [("One", "./"), ("Two", "./"), ("Three", "../"), ("Four", "./")] {
      let context: TemplateObject = [
        "page": ["title": .string(title)], "root": .string(root), "menu": menu,
      ]
      #expect(try render(page, context) == "\(title): \(root)a \(root)b ")
    }
    #expect(echo.count == 4)
  }

  @Test func readsVariablesOfTheIncludingTemplate() throws {
    let page = try environment([
      "page":
        "{% for n in list %}{% set twice = n + n %}{% include 'part' %}{% endfor %}{% include 'part' %}",
      "part": "{{ n }}{{ twice | default('-') }} ",
    ])
    #expect(try render(page, ["list": ["1", "2", "1"], "n": "0"]) == "111 222 111 0- ")
  }

  @Test func tellsListsApartThatAreEqualNow() throws {
    let page = try environment(["page": "{% include 'part' %}", "part": "{{ list | join }}"])
    #expect(try render(page, ["list": ["a"]]) == "a")
    #expect(try render(page, ["list": ["a", "b"]]) == "ab")
    #expect(try render(page, ["list": []]) == "")
  }

  @Test func readsWhatAMethodIsCalledOn() throws {
    let page = try environment(["page": "{% include 'part' %}", "part": "{{ a.b.toUpperCase() }}"])
    #expect(try render(page, ["a": ["b": "x"]]) == "X")
    #expect(try render(page, ["a": ["b": "y"]]) == "Y")
  }

  @Test func readsWhatNestedIncludesRead() throws {
    let page = try environment([
      "page": "{% include 'outer' %}",
      "outer": "{% set own = x %}{% include 'inner' %}",
      "inner": "{{ own }}{{ y }}",
    ])
    #expect(try render(page, ["x": "1", "y": "2"]) == "12")
    #expect(try render(page, ["x": "1", "y": "3"]) == "13")
    #expect(try render(page, ["x": "4", "y": "3"]) == "43")
  }

  @Test func reportsANameThatOnlyOneOfThePagesLacks() throws {
    let page = try environment(["page": "{% include 'part' %}", "part": "{{ a.b }}"])
    #expect(try render(page, ["a": ["b": .undefined]]) == "")
    #expect(throws: TemplateError.self) { try render(page, ["a": [:]]) }
    #expect(throws: TemplateError.self) { try render(page, [:]) }
  }

  @Test func makesAPartAnewWhereAVariableHidesItsMacros() throws {
    let page = try environment([
      "page":
        "{% include 'part' %}{% for ui in list %}{% for n in list %}{% include 'part' %}{% endfor %}{% endfor %}",
      "part": "{% import 'ui' as ui %}{{ ui.b }}",
      "ui": "{% macro b() %}{% endmacro %}",
    ])
    #expect(throws: TemplateError.self) { try render(page, ["list": []]) }
    let hidden = try environment([
      "page": "{% for ui in list %}{% include 'part' %}{% endfor %}",
      "part": "{% import 'ui' as ui %}{{ ui.b }}",
      "ui": "{% macro b() %}{% endmacro %}",
    ])
    #expect(try render(hidden, ["list": [["b": "1"], ["b": "2"]]]) == "12")
  }

  @Test(arguments: [
    // A macro sees the page, but not the variables around it.
    "{% macro m() %}{{ x }}{% endmacro %}{{ m() }}",
    "{% block b %}{% endblock %}",
    "{% import 'ui' as ui with context %}",
    // It would set a variable of the page.
    "{% for n in list %}{% set x = n %}{% endfor %}",
    "{% include 'part' %}",
  ])
  func makesAPartAnewThatCannotBeFollowed(source: String) throws {
    let page = try environment(["part": source, "ui": "{% macro b() %}{% endmacro %}"])
    let number = try #require(page.numbers["part"])
    #expect(page.includeMemories[number] == nil)
  }

  @Test func givesUpAPartThatDiffersFromPageToPage() throws {
    let page = try environment(["page": "{% include 'part' %}", "part": "{{ x | echo }}"])
    for number in 0..<IncludeMemory.patience * 2 {
      #expect(try render(page, ["x": .integer(number)]) == "\(number)")
    }
    let part = try #require(page.numbers["part"])
    #expect(page.includeMemories[part]?.isUseful == false)
    #expect(try render(page, ["x": "again"]) == "again")
  }

  @Test func namesThePathsAPartReads() throws {
    let page = try environment([
      "part":
        "{% import 'ui' as ui %}{% macro m(a) %}{{ ui.b(a) }}{% endmacro %}{% set s = a.b.c %}"
        + "{% for n in a.b %}{{ m(n) }}{{ loop.index }}{% if r == s %}{{ p[q] }}{% endif %}{% endfor %}",
      "ui": "{% macro b(x) %}{{ x }}{% endmacro %}",
    ])
    let number = try #require(page.numbers["part"])
    let inputs = try #require(page.includeMemories[number]?.inputs)
    let paths = inputs.paths.map { $0.map { page.symbols.name(of: $0) }.joined(separator: ".") }
    #expect(paths == ["a.b", "r", "p", "q"])
    #expect(inputs.definitions.map { page.symbols.name(of: $0) } == ["ui", "m"])
  }
}
