import CallboardHTML
import Testing

/// About 100 kB each; with quadratic cost any of these would run for minutes.
@Suite struct LargeMarkupTests {
  @Test func readsLongRunsOfAnyKind() {
    let units = [
      "<", "<b>", "<p>", "<a b=", "<a b='", "<div>", "</div>", "<!--", "<!", "<?", "</", "&", "&#",
      "<svg>", "<script>", "</script>", "<title>", "<table>", "<td>", "<a href=x>", "<i id=x>",
      "<x y=z>", "<ul><li>", "<![CDATA[", "<img src=https://a.example/>", " a=b", "<pre>\n",
    ]
    for unit in units {
      let markup = String(repeating: unit, count: 100_000 / unit.utf8.count)
      let html = Sanitizing.html(markup)
      #expect(html.utf8.count < 6_000_000, "\(unit)")
    }
    let tag = "<a" + String(repeating: " id=x y=z", count: 10_000) + ">"
    #expect(Sanitizing.html(tag) == "<a id=\"x\"></a>")
  }

  @Test func stopsNestingAtTheLimit() {
    let markup = String(repeating: "<div>", count: 100) + "x"
    let fragment = Sanitizing.fragment(markup, policy: SanitizerPolicy(depthLimit: 10))
    #expect(Sanitizing.text(fragment).components(of: "<div>") == 10)
    #expect(fragment.findings.map(\.kind) == [.nestingTooDeep])
  }

  @Test func removesScriptsBelowTheNestingLimit() {
    let markup = String(repeating: "<div>", count: 100) + "<script>x</script><svg>y</svg>z"
    let html = Sanitizing.html(markup)
    #expect(html.contains("z"))
    #expect(!html.contains("x") && !html.contains("y"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    ranges(of: part).count
  }
}
