import CallboardTemplate
import Testing

/// Templates of strangers: each ends in an error rather than use up time, memory or the stack.
@Suite struct ScaffoldLimitTests {
  private func isLimited(_ source: String) -> Bool {
    var options = TemplateOptions()
    options.limits.steps = 200_000
    options.limits.outputBytes = 1 << 16
    options.limits.loopIterations = 20_000
    do throws(TemplateError) {
      _ = try scaffold(source, ["x": "abcdefgh"], options: options)
      return false
    } catch {
      return error.isLimit
    }
  }

  @Test func endsLongLoops() {
    for source in [
      "{% for i in range(1000000000) %}{% endfor %}",
      "{% for i in range(0, -1000000000, -1) %}{% endfor %}",
      "{{ range(1000000000000000) | length }}",
      "{% for a in range(9000) %}{% for b in range(9000) %}{% endfor %}{% endfor %}",
      "{% for a in range(1000) %}{% set b = range(5000) %}{% endfor %}",
    ] {
      #expect(isLimited(source), "\(source)")
    }
  }

  @Test func endsRecursion() {
    for source in [
      "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
      "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
      "{% include 'page' %}",
      "{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}",
      "{% macro m(x) %}{{ m(1+(2+(3+(4+(5+m(6)))))) }}{% endmacro %}{{ m(1) }}",
      "{% macro m() %}{% set y %}{{ m() }}{% endset %}{{ y }}{% endmacro %}{{ m() }}",
    ] {
      #expect(isLimited(source), "\(source)")
    }
  }

  @Test func endsTextsThatGrowTooLong() {
    for source in [
      "{% for i in range(9000) %}0123456789abcdef{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a = a + a %}{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a = a ~ a %}{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a = [a, a] | join %}{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a = a.concat(a) %}{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a %}{{ a }}{{ a }}{% endset %}{% endfor %}",
      "{% set a = x.repeat(5000) %}{{ a.concat(a, a, a, a, a, a, a, a) }}",
      "{% set a = [1] %}{% for i in range(40) %}{% set a = a.concat(a) %}{% endfor %}",
      "{{ x.repeat(1000000000) }}", "{{ x.padEnd(1000000000) }}", "{{ x | center(1000000000) }}",
      "{{ x | indent(1000000000, true) }}",
      "{% set a = [x] %}{% for i in range(40) %}{% set a = [a, a] %}{% endfor %}{{ a }}",
      "{% set a = {b: x} %}{% for i in range(40) %}{% set a = {b: a, c: a} %}{% endfor %}",
      "{% set a = x %}{% for i in range(9000) %}{% set a = [a] %}{% endfor %}",
      "{% set a = [x] %}{% for i in range(9000) %}{% set a = a | batch(1) %}{% endfor %}",
      "{% set a = x.repeat(5000) %}{{ a | replace('a', a) }}",
      "{% set a = x.repeat(5000) %}{{ a | urlencode | urlencode }}{{ a }}",
    ] {
      #expect(isLimited(source), "\(source)")
    }
  }

  @Test func endsWorkOnLongTexts() {
    for source in [
      "{% set a = x.repeat(5000) %}{% for i in range(9000) %}{% set b = a + 'x' %}{% endfor %}",
      "{% set a = x.repeat(5000) %}{% for i in range(9000) %}{% set b = a | upper %}{% endfor %}",
      "{% set a = x.repeat(5000) %}{% for i in range(9000) %}{% set b = a.trim() %}{% endfor %}",
      "{% set a = x.repeat(5000) %}{% for i in range(9000) %}{% set b = 'zz' in a %}{% endfor %}",
      "{% set a = x.repeat(5000) %}{% for i in range(9000) %}{% set b = a < a %}{% endfor %}",
      "{% set a = x.repeat(5000) %}{% for i in range(9000) %}{% set b = a == a %}{% endfor %}",
    ] {
      #expect(isLimited(source), "\(source)")
    }
  }

  @Test func refusesDeepNestingWhenCompiling() {
    let deep = String(repeating: "(", count: 5000)
    #expect(throws: TemplateError.self) { try scaffold("{{ \(deep)1 }}") }
    let lists = String(repeating: "[", count: 5000)
    #expect(throws: TemplateError.self) { try scaffold("{{ \(lists) }}") }
    let sum = String(repeating: "1+", count: 5000)
    #expect(throws: TemplateError.self) { try scaffold("{{ \(sum)1 }}") }
    let ifs = String(repeating: "{% if 1 %}", count: 5000)
    #expect(throws: TemplateError.self) { try scaffold(ifs) }
  }
}
