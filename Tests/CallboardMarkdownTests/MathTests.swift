import CallboardDiagnostics
import CallboardMarkdown
import Foundation
import Testing

@Suite struct MathTests {
  /// What a formula of running text becomes, without the elements that all have.
  private func formula(_ source: String) -> String {
    let html = html("Let \\(\(source)\\) be.\n")
    let start = "<p>Let <math><semantics>"
    guard html.hasPrefix(start), let end = html.firstRange(of: "<annotation") else { return html }
    return String(html[html.index(html.startIndex, offsetBy: start.count)..<end.lowerBound])
  }

  /// The formulas of the golden cases, whose MathML those hold fast.
  private func samples() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let samples = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("math-") && $0.hasSuffix(".md") }
      .flatMap { name in
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
          .split(separator: "\n")
          .filter { $0.hasPrefix("\\(") && $0.hasSuffix("\\)") }
          .map { String($0.dropFirst(2).dropLast(2)) }
      }
    #expect(samples.count >= 80, "the cases are missing")
    return samples
  }

  @Test func keepsTheSourceBesideTheFormula() {
    #expect(
      html("$a<b$\n").hasSuffix(
        "<annotation encoding=\"application/x-tex\">a&lt;b</annotation></semantics></math></p>\n"
      )
    )
  }

  @Test(arguments: [
    "It costs $5 and $10.", "From $5/$10 on.", "US$5 or US$6", "Set $HOME and $PATH.",
    "$HOME/$USER", "${a}-${b}", "$(A)/$(B)", "a $ b $ c", "$ a$", "$a $", "5$ or 6$", "$",
    "$$", "$$$", "$$ $$", "\\$a\\$", "\\\\(a\\\\)", "\\(a", "\\(\\)", "Only a) and \\).", "`$a$`",
    "$a `b$` c", "$x", "Double $$ become a single $, as in \"$$(NAME)\" here.",
    "\"$$(X)\" and \"$$(Y)\"", "$$a$$b", "$$a $ b$$",
  ])
  func leavesDollarsThatAreNoFormulas(text: String) {
    let html = html(text + "\n")
    #expect(!html.contains("<math"), "\(html)")
    #expect(render(text).diagnostics.isEmpty)
  }

  @Test func resolvesAnEscapedParenthesisThatOpensNoFormula() {
    #expect(html("See \\(a) and \\(b).\n") == "<p>See (a) and (b).</p>\n")
    #expect(html("\\(x\\) but \\(y.\n").hasSuffix("</math> but (y.</p>\n"))
  }

  @Test(arguments: [
    "$x$", "($x$)", "$x$-axis", "$`x`$", "\\(x\\)", "**$x$**", "$\nx$".replacing("\n", with: ""),
    "| a |\n|---|\n| $x$ |", "# $x$", "- $x$", "$x$, $y$",
  ])
  func findsFormulasInText(text: String) {
    #expect(html(text + "\n").contains("<math><semantics><mi>x</mi>"))
  }

  @Test(arguments: [
    "$$x$$", "$$\nx\n$$", "\\[ x \\]", "\\[\nx\n\\]", "```math\nx\n```", "- a\n\n  $$\n  x\n  $$",
    "1. a\n\n    $$\n    x\n    $$", "!!! note\n    $$\n    x\n    $$", "text\n$$\nx\n$$\ntext",
    "> $$x$$",
  ])
  func setsDisplayedFormulasOnLinesOfTheirOwn(text: String) {
    #expect(html(text + "\n").contains("<math display=\"block\"><semantics><mi>x</mi>"))
  }

  @Test func readsLinesThatLookLikeListsAsPartsOfAFormula() {
    let html = html("$$\na\n+ b\n- c\n= d\n$$\n")
    #expect(!html.contains("<li>"))
    #expect(html.contains("<mi>a</mi><mo>+</mo><mi>b</mi><mo>−</mo><mi>c</mi>"))
  }

  @Test(arguments: ["    $$\n    x\n    $$\n", "```sh\n$$\nx\n$$\n```\n", "$$\nx\n\n$$\n"])
  func leavesDollarsInCodeAndWithoutAnEnd(text: String) {
    #expect(!html(text).contains("<math"))
  }

  @Test(arguments: [
    ("A $\\foo x$", "markdown-math-unknown", 1, 4),
    ("A\n$a + \\foo x$", "markdown-math-unknown", 2, 6),
    ("A $\\begin{foo}x\\end{foo}$", "markdown-math-unknown", 1, 4),
    ("A \\(x^y^z\\)", "markdown-math-invalid", 1, 8),
    ("> A $\\frac{a$", "markdown-math-invalid", 1, 11),
    ("$$\na\n  \\foo\n$$", "markdown-math-unknown", 3, 3),
    ("- b\n\n  ```math\n  a \\foo\n  ```", "markdown-math-unknown", 4, 5),
    ("$a & b$", "markdown-math-invalid", 1, 4),
    ("$\\left( a$", "markdown-math-invalid", 1, 2),
    ("$\\href{javascript:alert(1)}{x}$", "markdown-math-unknown", 1, 2),
  ])
  func showsTheSourceOfWhatItCannotRead(text: String, id: String, line: Int, column: Int) throws {
    let rendered = render(text + "\n")
    let finding = try #require(rendered.diagnostics.first)
    #expect(rendered.diagnostics.count == 1)
    #expect(finding.id.rawValue == id)
    #expect(finding.severity == .warning)
    #expect(finding.span?.range.lowerBound == .init(line: line, column: column))
    let html = String(decoding: rendered.output.html, as: UTF8.self)
    #expect(!html.contains("<math"))
    #expect(html.contains("<code"))
  }

  @Test func refusesNestingBeyondItsLimit() {
    for pair in [("{", "}"), ("\\sqrt{", "}"), ("\\left(", "\\right)"), ("x^{", "}")] {
      let nested = { (count: Int) in
        String(repeating: pair.0, count: count) + "x" + String(repeating: pair.1, count: count)
      }
      #expect(formula(nested(20)).contains("<mi>x</mi>"))
      #expect(
        render("$\(nested(5000))$").diagnostics.map(\.id.rawValue) == ["markdown-math-invalid"]
      )
    }
    let unbraced = String(repeating: "\\sqrt", count: 5000) + " x"
    #expect(render("$\(unbraced)$").diagnostics.map(\.id.rawValue) == ["markdown-math-invalid"])
  }

  @Test func survivesMutatedFormulas() throws {
    for source in try samples() {
      let bytes = Array(source.utf8)
      for cut in bytes.indices {
        let text = String(decoding: bytes[..<cut], as: UTF8.self)
        let rendered = render("$$\(text)$$\n")
        #expect(!String(decoding: rendered.output.html, as: UTF8.self).contains("failure"))
        var without = bytes
        without.remove(at: cut)
        _ = render("```math\n\(String(decoding: without, as: UTF8.self))\n```\n")
      }
    }
  }

  @Test func findsTheSourceOfFormulasInSearchAndHeadings() {
    let rendered = render("# The $x^2$ law\n\nIt says \\(y_1\\).\n").output
    #expect(rendered.headings.map(\.text) == ["The $x^2$ law"])
    #expect(rendered.sections.map(\.text) == ["It says y_1."])
  }
}
