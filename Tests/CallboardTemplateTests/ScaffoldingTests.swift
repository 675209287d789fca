import Testing

@testable import CallboardTemplate

@Suite struct ScaffoldingTests {
  @Test func keepsTheTypeOfALoneExpression() throws {
    let context: TemplateObject = ["p": ["n": 3, "l": [1, "a"], "b": false, "s": "x"]]
    guard case .number(3) = try evaluate("${{ p.n }}", context) else { throw Unexpected() }
    guard case .bool(false) = try evaluate("${{ p.b }}", context) else { throw Unexpected() }
    guard case .array(let list) = try evaluate("${{ p.l }}", context) else { throw Unexpected() }
    #expect(list.count == 2)
    guard case .object = try evaluate("${{ p }}", context) else { throw Unexpected() }
    guard case .undefined = try evaluate("${{ p.zzz.y }}", context) else { throw Unexpected() }
    guard case .string("3!") = try evaluate("${{ p.n }}!", context) else { throw Unexpected() }
    guard case .string(" 3") = try evaluate(" ${{ p.n }}", context) else { throw Unexpected() }
  }

  @Test func appliesTheOwnersFilters() throws {
    var options = TemplateOptions.softwareTemplate
    options.filters = ["pick": Self.pick]
    options.globals = ["site": "callboard"]
    let source = "${{ {a: 'x'} | pick('a') }} ${{ site }}"
    #expect(try scaffold(source, options: options) == "x callboard")
    let error = try #require(throws: TemplateError.self) {
      try scaffold("\n${{ 5 | pick }}", options: options)
    }
    #expect((error.line, error.column, error.summary) == (2, 9, "'pick' needs an object"))
  }

  @Sendable private static func pick(
    _ values: [TemplateValue]
  ) throws(TemplateFailure) -> TemplateValue {
    guard case .object(let object) = values[0], values.count > 1 else {
      throw TemplateFailure("'pick' needs an object")
    }
    return object[values[1].displayText] ?? .undefined
  }

  @Test func blocksNamesThatLeadOutOfTheData() throws {
    let context: TemplateObject = ["x": ["constructor": "c", "a": 1]]
    let source =
      "{{ x.constructor }}{{ x['__proto__'] }}{{ x.prototype }}{{ constructor }}{{ x['con' ~ 'structor'] }}"
    #expect(try scaffold(source, context) == "")
    #expect(throws: TemplateError.self) {
      try scaffold("{{ x.constructor('return 1')() }}", context)
    }
  }

  @Test func choosesTheSameRandomElementsForTheSameSeed() throws {
    let source = "{% for i in range(9) %}{{ [1, 2, 3, 4, 5] | random }}{% endfor %}"
    var options = TemplateOptions()
    let first = try scaffold(source, options: options)
    #expect(try scaffold(source, options: options) == first)
    options.randomSeed = 7
    #expect(try scaffold(source, options: options) != first)
  }

  /// Each would run for very long, or fill the memory, without the limits.
  @Test(arguments: [
    "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}",
    "{{ range(1000000000000) }}", "{{ range(0, 1, 0) | length }}{{ range(99999999999) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'page' %}",
    "{% extends 'page' %}",
    "{% set s = 'xxxxxxxxxxxxxxxx' %}{% for i in range(60) %}{% set s = s ~ s %}{% endfor %}",
    "{{ 'x' | center(99999999999) }}", "{{ 'x\\nx' | indent(99999999999) }}",
    "{{ [1] | batch(99999999999, 'x') }}", "{{ [1] | slice(99999999999) }}",
    "{{ 'x'.repeat(99999999999) }}", "{{ 'x'.padStart(99999999999) }}",
    "{% set s = 'aaaaaaaaaaaaaaaa'.repeat(4000) %}{{ s | replace('', s) }}",
    "{% set s = 'aaaaaaaaaaaaaaaa'.repeat(4000) %}{{ s | replace(r/a(.*b)?/g, 'c') }}",
    "{{ 'x' | replace(r/(((a{1000}){1000}){1000})/, '') }}",
  ])
  func endsEveryRender(source: String) {
    #expect(throws: TemplateError.self) { try scaffold(source, options: Self.small) }
  }

  static var small: TemplateOptions {
    var options = TemplateOptions()
    options.limits.steps = 200_000
    options.limits.loopIterations = 50_000
    options.limits.outputBytes = 1 << 20
    return options
  }

  @Test func refusesDeepNesting() {
    let depth = 5_000
    let deep = [
      String(repeating: "(", count: depth), String(repeating: "[", count: depth),
      String(repeating: "{% if x %}", count: depth), String(repeating: "-", count: depth),
      String(repeating: "not ", count: depth), String(repeating: "a.", count: depth) + "b",
      Array(repeating: "1", count: depth).joined(separator: "+"),
      Array(repeating: "1", count: depth).joined(separator: " if "),
      String(repeating: "x|upper", count: 1) + String(repeating: "|upper", count: depth),
    ]
    for source in deep {
      let whole = source.hasPrefix("{%") ? source : "{{ \(source) }}"
      #expect(throws: TemplateError.self) { try scaffold(whole, ["x": 1]) }
    }
  }

  @Test func surviveDamagedTemplates() throws {
    var random = SplitMix64(state: 1)
    let seeds = [
      "{% for k, v in x %}{{ loop.index ~ v | replace(r/a(b)?/g, '$1') }}{% else %}-{% endfor %}",
      "{% macro m(a, b=2) %}{{ a[b] if a is defined else {x: [1]} }}{% endmacro %}{{ m(1, b=3) }}",
      "{%- set q %}{{ not 1 + 2 // 3 % 4 ** 5 }}{% endset -%}{% raw %}{{ }}{% endraw %}{# c #}",
      "{% switch x %}{% case 1 %}{% call m() %}{% endcall %}{% default %}{% endswitch %}",
    ]
    let pieces = [
      "{{", "}}", "{%", "%}", "(", ")", "[", "|", "'", ".", " ", "-", "é", "%", "/", "r/",
    ]
    for round in 0..<1_500 {
      var text = Array(seeds[round % seeds.count])
      for _ in 0..<(1 + random.next() % 4) {
        let place = Int(random.next() % UInt64(text.count + 1))
        switch random.next() % 3 {
        case 0:
          text.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))], at: place)
        case 1: text.removeSubrange(place..<min(text.count, place + Int(random.next() % 6)))
        default: text.insert(contentsOf: text[..<place].suffix(8), at: place)
        }
      }
      let source = String(text)
      // Whatever comes of it, it is an answer or an error.
      _ = try? scaffold(source, ["x": ["a": "ab"]], options: Self.small)
      _ = try? theme("<p title=\"\(source)\">\(source)</p>", ["x": ["a": "ab"]])
    }
  }

  private struct Unexpected: Error {}

  private func evaluate(
    _ source: String,
    _ context: TemplateObject
  ) throws(TemplateError) -> TemplateValue {
    let environment = try TemplateEnvironment(
      mode: .scaffold,
      sources: ["input": Array(source.utf8)],
      options: .softwareTemplate
    )
    return try environment.evaluate("input", context: context)
  }
}
