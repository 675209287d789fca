import Testing

@testable import CallboardSite

@Suite struct MinifierTests {
  private func style(_ source: String) -> String {
    String(decoding: Minifier.style(Array(source.utf8)), as: UTF8.self)
  }

  private func script(_ source: String) -> String {
    String(decoding: Minifier.script(Array(source.utf8)), as: UTF8.self)
  }

  @Test func keepsTheSpacesOfStylesThatPartWords() {
    #expect(
      style(
        "/* a */\n@media (width >= 1px) {\n  .a :hover,\n  .b { margin: 0 calc(1px + 2px); }\n}\n"
      )
        == "@media (width >= 1px){.a :hover,.b{margin: 0 calc(1px + 2px)}}"
    )
  }

  @Test func keepsTextsOfStyles() {
    #expect(style(#"a { content: " { /* \" */ }  "; }"#) == #"a{content: " { /* \" */ }  "}"#)
  }

  @Test func keepsStylesThatEndInAComment() {
    #expect(style("a {} /* b") == "a {} /* b")
  }

  @Test func takesWholeLinesOfCommentsFromScripts() {
    #expect(
      script("// a\n/**\n * b\n */\nlet c = 1; // d\n\n  if (c) e(/\\/\\//u);\n")
        == "let c = 1; // d\nif (c) e(/\\/\\//u);\n"
    )
  }

  @Test func keepsTextsOfScriptsThatSpanLines() {
    #expect(script("  a(`\n  // b\n    c`);\n  d();\n") == "a(`\n  // b\n    c`);\nd();\n")
  }

  @Test func keepsCodeBehindAComment() {
    #expect(script("/* a */ b();\n") == "/* a */ b();\n")
  }
}
