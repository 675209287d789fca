import CallboardTemplate
import Testing

/// Templates of strangers: each ends in an error rather than use up time, memory or the stack.
@Suite struct ScaffoldLimitTests {
  private func isLimited(_ source: String) -> Bool {
    var options = TemplateOptions()
    options.limits.steps = 1_000_000
    options.limits.outputBytes = 1 << 20
    options.limits.loopIterations = 100_000
    do throws(TemplateError) {
      _ = try scaffold(source, ["x": "abcdefgh"], options: options)
      return false
    } catch {
      return error.isLimit
    }
  }

  @Test func endsLongLoops() {
    for source in [
      "{% for i in range(1e9) %}{% endfor %}",
      "{% for i in range(0, -1e9, -1) %}{% endfor %}",
      "{{ range(1e300) | length }}",
      "{% for a in range(9e4) %}{% for b in range(9e4) %}{% endfor %}{% endfor %}",
      "{% for a in range(1000) %}{% set b = range(50000) %}{% endfor %}",
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
    ] {
      #expect(isLimited(source), "\(source)")
    }
  }

  @Test func endsTextsThatGrowTooLong() {
    for source in [
      "{% for i in range(90000) %}0123456789abcdef{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a = a + a %}{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a = a ~ a %}{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a = [a, a] | join %}{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a = a.concat(a) %}{% endfor %}",
      "{% set a = x %}{% for i in range(40) %}{% set a %}{{ a }}{{ a }}{% endset %}{% endfor %}",
      "{% set a = [1] %}{% for i in range(40) %}{% set a = a.concat(a) %}{% endfor %}",
      "{{ x.repeat(1e9) }}", "{{ x.padEnd(1e9) }}", "{{ x | center(1e9) }}",
      "{{ x | indent(1e9, true) }}",
      "{{ x | replace('', 'yyyyyyyyyyyyyyyy' * 1) }}{{ x.repeat(131073) }}",
      "{% set a = x.repeat(1e5) %}{{ a | replace('a', a) }}",
      "{% set a = x.repeat(1e5) %}{{ a | urlencode | urlencode }}{{ a }}",
    ] {
      #expect(isLimited(source), "\(source)")
    }
  }

  @Test func endsWorkOnLongTexts() {
    for source in [
      "{% set a = x.repeat(1e5) %}{% for i in range(90000) %}{% set b = a + 'x' %}{% endfor %}",
      "{% set a = x.repeat(1e5) %}{% for i in range(90000) %}{% set b = a | upper %}{% endfor %}",
      "{% set a = x.repeat(1e5) %}{% for i in range(90000) %}{% set b = a.trim() %}{% endfor %}",
      "{% set a = x.repeat(1e5) %}{% for i in range(90000) %}{% set b = 'zz' in a %}{% endfor %}",
      "{% set a = x.repeat(1e5) %}{% for i in range(90000) %}{% set b = a < a %}{% endfor %}",
      "{% set a = x.repeat(1e5) %}{% for i in range(90000) %}{% set b = a == a %}{% endfor %}",
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
